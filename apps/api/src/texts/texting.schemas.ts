import { RECHECK_DAYS_MAX, RECHECK_DAYS_MIN } from '@keyholder/domain/phone/recheck';
import { REMINDER_DAYS_MAX } from '@keyholder/domain/welcome/reminder';
import { z } from 'zod';

export const TextingSchema = z
  .strictObject({
    state: z.enum(['running', 'stopped']).describe('`stopped`: no text of the brand goes out; none is lost.'),
    why: z.string().nullable().describe('Why it is stopped, in plain words; null while it runs.'),
    nextStep: z.string().nullable().describe('Who has to do what; null while it runs.'),
    since: z.iso.datetime().nullable().describe('When it stopped; null while it runs.'),
    waiting: z
      .int()
      .describe('How many texts of this dealer are kept back. They go out by themselves once it is mended.'),
  })
  .meta({ id: 'Texting', description: "Whether the texts of the dealer's brand go out." });
export type Texting = z.infer<typeof TextingSchema>;

export const TextingSettingsSchema = z
  .strictObject({
    reminderAfterDays: z
      .int()
      .nullable()
      .describe(
        `Days after which a contact who has not answered is reminded, once; 1–${REMINDER_DAYS_MAX}, null for never.`,
      ),
    quietHours: z
      .strictObject({
        from: z.string().describe('Wall time at the site, HH:MM, from 17:00 to 21:00.'),
        until: z.string().describe('Wall time at the site, HH:MM, from 08:00 to 11:00.'),
      })
      .describe(
        'When no texts go out that nobody waits for: reminders, imports, programs. What one press of Send sends goes at once.',
      ),
    recheckAfterDays: z
      .int()
      .nullable()
      .describe(
        `Days after which a number is looked up again; ${RECHECK_DAYS_MIN}–${RECHECK_DAYS_MAX}, null for never. Each look-up costs.`,
      ),
  })
  .meta({
    id: 'TextingSettings',
    description: 'What a dealer decides about reminders, quiet hours and how old a line check may grow.',
    examples: [
      { reminderAfterDays: 3, quietHours: { from: '20:00', until: '09:00' }, recheckAfterDays: 180 },
    ],
  });
export type TextingSettings = z.infer<typeof TextingSettingsSchema>;
