import { MOST_TRIES_OF_STOPPED } from '@keyholder/domain/welcome/queue-stop';
import { retryAt } from '@keyholder/domain/welcome/retry';
import type { StoredText } from '@keyholder/domain/welcome/text-repository';
import type { Remedy } from '@keyholder/domain/welcome/text-report';
import type { Store } from '../ports/unit-of-work.ts';
import { stopQueue } from './stop-queue.ts';
import { wakeHandOver } from './wake-hand-over.ts';

/**
 * Does by ourselves what can be done about a text that failed and provably was not sent: queues it again, as a new
 * text with an attempt of its own, or stops the brand's queue and keeps it back until that runs again.
 */
export const applyRemedy = async (
  store: Store,
  text: StoredText,
  remedy: Remedy,
  providerCode: string | null,
  at: Date,
): Promise<void> => {
  if (remedy.kind === 'stop_queue') {
    await stopQueue(store, text.brandId, { cause: remedy.cause, providerCode }, at);
    if (text.tryNumber < MOST_TRIES_OF_STOPPED) {
      await store.texts.retry(text.id, { at, dueAt: at, stopped: true });
    }
    return;
  }
  const { tryNumber: tries, wantedAt } = text;
  const dueAt = retryAt(remedy.pace, { tries, wantedAt, now: at, random: Math.random() });
  if (dueAt === null) return;
  const retry = await store.texts.retry(text.id, { at, dueAt, stopped: false });
  if (retry !== null) await wakeHandOver(store, retry, dueAt);
};
