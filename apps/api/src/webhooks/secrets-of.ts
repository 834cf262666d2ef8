import type { StoredWebhook } from '@keyholder/domain/events/webhook-repository';
import type { WebhookSecrets } from '../ports/webhooks.ts';

/** The secrets that sign at a moment: the present one first, for a while also the one before. */
export const secretsOf = (
  { id, generation, overlapUntil }: StoredWebhook,
  secrets: WebhookSecrets,
  at: Date,
): readonly string[] => {
  const present = secrets.secretOf(id, generation);
  const overlaps = overlapUntil !== null && overlapUntil > at && generation > 1;
  return overlaps ? [present, secrets.secretOf(id, generation - 1)] : [present];
};
