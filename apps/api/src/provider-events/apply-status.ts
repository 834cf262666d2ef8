import { Logger } from '@nestjs/common';
import type { StatusCallback } from '../ports/provider-webhooks.ts';
import type { Store } from '../ports/unit-of-work.ts';
import { applyReport } from '../texts/apply-report.ts';
import { recordTaken } from '../texts/record-taken.ts';

const logger = new Logger('StatusCallback');

/** Applies a status callback to its text; the answer to our own request may still be on its way. */
export const applyStatus = async (
  store: Store,
  textId: string,
  callback: StatusCallback,
  at: Date,
): Promise<void> => {
  const text = await store.texts.load(textId);
  if (text === null) return;
  if (text.providerId !== null && text.providerId !== callback.providerId) {
    // One attempt, two messages: the person was texted twice, and not by us.
    logger.error(`Text ${text.id} has a second message at the provider.`);
    return;
  }
  await recordTaken(store, text, callback.providerId, at);
  if (callback.report !== null) await applyReport(store, text, callback.report, at);
};
