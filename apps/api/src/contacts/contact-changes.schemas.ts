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
    examples: [{ title: 'Manager', slotNumber: 4 }],
  });

export const NewSlotsSchema = z
  .strictObject({
    slots: z
      .array(
        z.strictObject({
          contactId: z.uuid().describe('A contact of the site.'),
          slotNumber: z.number().nullable().describe('1–999; null for none.'),
        }),
      )
      .min(1)
      .max(999)
      .describe('Each contact once; two can swap in one step.'),
  })
  .meta({
    id: 'NewSlots',
    description: 'Contacts that are not named keep their slot numbers.',
    examples: [
      {
        slots: [
          { contactId: '019ac0de-0000-7000-8000-000000000001', slotNumber: 2 },
          { contactId: '019ac0de-0000-7000-8000-000000000002', slotNumber: 1 },
        ],
      },
    ],
  });

export const SlotsSchema = z
  .strictObject({
    slots: z
      .array(
        z.strictObject({
          contactId: z.uuid().describe('Id of the contact.'),
          name: z.string().describe('Full name.'),
          slotNumber: z.int().nullable().describe('1–999; null for none.'),
          version: z.int().describe("The contact's version now."),
        }),
      )
      .describe('Those without a slot number at the end.'),
  })
  .meta({ id: 'Slots', description: 'Every contact of the site, in the order of the slot numbers.' });
export type SlotsView = z.infer<typeof SlotsSchema>;
