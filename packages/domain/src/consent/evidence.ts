/**
 * What is kept to prove how a contact came to be texted and what they said. Append-only; the rows of one contact
 * form a chain of hashes.
 */
export const EVIDENCE_KINDS = [
  'permission_stated',
  'text_sent',
  'page_opened',
  'video_watched',
  'confirmed',
  'declined',
  'decline_withdrawn',
  'reply',
  'opted_out',
  'opted_in',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
