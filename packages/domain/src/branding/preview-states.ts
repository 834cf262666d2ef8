/** What a draft's page can be looked at in; each plays what the API would answer. */
export const PREVIEW_STATES = [
  'ready',
  'confirmed',
  'already',
  'wrong_person',
  'not_wanted',
  'opted_out',
  'expired',
  'too_often',
  'unknown',
  'no_token',
  'slow',
  'offline',
] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];
