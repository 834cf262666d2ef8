import { NAME_CHANGES } from '@keyholder/domain/contact/contact-change';
import { z } from 'zod';
import { NewContactSchema } from './contacts.schemas.ts';

export const ContactChangeSchema = NewContactSchema.partial()
  .extend({
    nameChange: z
      .enum(NAME_CHANGES)
      .optional()
      .describe(
        'Needed where the name of a welcomed contact is changed: the same person spelt better, or another person, with whom welcome and agreement start again.',
      ),
  })
  .meta({
    id: 'ContactChange',
    description: 'Fields that are not given keep their value; null empties one that may be empty.',
  });

export const NewSlotsSchema = z
  .strictObject({
    slots: z
      .array(
        z.strictObject({
          contactId: z.uuid(),
          slotNumber: z.number().nullable().describe('1–999; null for none.'),
        }),
      )
      .min(1)
      .max(999),
  })
  .meta({ id: 'NewSlots', description: 'Contacts that are not named keep their slot numbers.' });

export const SlotsSchema = z
  .strictObject({
    slots: z.array(
      z.strictObject({
        contactId: z.uuid(),
        name: z.string(),
        slotNumber: z.int().nullable(),
        version: z.int().describe("The contact's version now."),
      }),
    ),
  })
  .meta({ id: 'Slots', description: 'Every contact of the site, in the order of the slot numbers.' });
export type SlotsView = z.infer<typeof SlotsSchema>;
