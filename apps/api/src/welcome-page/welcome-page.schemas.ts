import { DECLINE_REASONS } from '@keyholder/domain/contact/agreement';
import { z } from 'zod';

export const WelcomeStateSchema = z
  .strictObject({
    state: z
      .enum(['ready', 'confirmed', 'declined', 'opted_out'])
      .describe('Which of its states the page is to show.'),
    firstName: z.string().describe('What the contact is called.'),
    siteLabel: z.string().describe('How the site is named to contacts.'),
    language: z.string().describe("The contact's language, en, es, fr or ar."),
    watchedPercent: z.int().describe('How much of the video has been watched, 0–100.'),
    confirmedAt: z.iso.datetime().nullable().describe('Null: not confirmed.'),
    declineReason: z.enum(DECLINE_REASONS).nullable().describe('Null: not declined.'),
  })
  .meta({ id: 'WelcomeState', description: 'What the welcome page needs to know of the contact.' });
export type WelcomeState = z.infer<typeof WelcomeStateSchema>;

export const PageShownSchema = z
  .strictObject({
    pageVersion: z.int().min(0).describe('Version of the brand that the page was rendered from.'),
    language: z.string().min(2).max(35).describe('Language in which the page was read.'),
  })
  .meta({
    id: 'PageShown',
    description: 'Which page the contact has before them; kept as evidence.',
    examples: [{ pageVersion: 3, language: 'en' }],
  });

export const VideoProgressSchema = z
  .strictObject({ percent: z.int().min(0).max(100).describe('How much of the video was really played.') })
  .meta({ id: 'VideoProgress', description: 'How far the video was watched.', examples: [{ percent: 75 }] });

export const DeclineSchema = z
  .strictObject({
    reason: z
      .enum(DECLINE_REASONS)
      .describe('`wrong_person` blocks the number for the dealer, `not_wanted` for this site only.'),
  })
  .meta({ id: 'Decline', description: '"Not for me".', examples: [{ reason: 'not_wanted' }] });
