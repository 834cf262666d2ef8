import { DECLINE_REASONS } from '@keyholder/domain/contact/agreement';
import { z } from 'zod';

export const WelcomeStateSchema = z
  .strictObject({
    state: z.enum(['ready', 'confirmed', 'declined', 'opted_out']),
    firstName: z.string(),
    siteLabel: z.string(),
    language: z.string(),
    watchedPercent: z.int().describe('0–100.'),
    confirmedAt: z.iso.datetime().nullable(),
    declineReason: z.enum(DECLINE_REASONS).nullable(),
  })
  .meta({ id: 'WelcomeState' });
export type WelcomeState = z.infer<typeof WelcomeStateSchema>;

export const PageShownSchema = z
  .strictObject({
    pageVersion: z.int().min(0).describe('Version of the brand that the page was rendered from.'),
    language: z.string().min(2).max(35).describe('Language in which the page was read.'),
  })
  .meta({ id: 'PageShown' });

export const VideoProgressSchema = z
  .strictObject({ percent: z.int().min(0).max(100).describe('How much of the video was really played.') })
  .meta({ id: 'VideoProgress' });

export const DeclineSchema = z.strictObject({ reason: z.enum(DECLINE_REASONS) }).meta({ id: 'Decline' });
