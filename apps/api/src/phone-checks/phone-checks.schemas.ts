import { z } from 'zod';
import { ChipSchema, LineCheckSchema } from '../contacts/contacts.schemas.ts';

export const NewPhoneCheckSchema = z
  .strictObject({
    phone: z.string().max(20_000).describe('As people type it.'),
    country: z
      .string()
      .max(2)
      .default('US')
      .describe('ISO 3166-1 alpha-2; used where the number has no country code.'),
  })
  .meta({ id: 'NewPhoneCheck' });

export const PhoneCheckSchema = z
  .strictObject({
    phone: z.string().describe('E.164.'),
    phoneDisplay: z.string(),
    lineCheck: LineCheckSchema,
    chip: ChipSchema,
  })
  .meta({ id: 'PhoneCheck' });
export type PhoneCheckView = z.infer<typeof PhoneCheckSchema>;
