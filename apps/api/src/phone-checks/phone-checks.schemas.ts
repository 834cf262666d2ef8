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
  .meta({
    id: 'NewPhoneCheck',
    description: 'A number to be checked before there is a contact.',
    examples: [{ phone: '(212) 555-0100', country: 'US' }],
  });

export const PhoneCheckSchema = z
  .strictObject({
    phone: z.string().describe('E.164.'),
    phoneDisplay: z.string().describe("As people of the number's country write it."),
    lineCheck: LineCheckSchema,
    chip: ChipSchema,
  })
  .meta({ id: 'PhoneCheck', description: 'What is known of a number.' });
export type PhoneCheckView = z.infer<typeof PhoneCheckSchema>;
