import { LONGEST_LINE, placeInLine, type Lane } from '@keyholder/domain/welcome/lanes';
import type { Store } from '../ports/unit-of-work.ts';

/** Queues the job that hands a text over, at its place among all that wait. */
export const wakeHandOver = async (
  store: Store,
  text: { readonly id: string; readonly lane: Lane },
  startAfter?: Date,
): Promise<void> => {
  const others = (await store.texts.waitingInLane(text.lane, LONGEST_LINE + 1)) - 1;
  await store.jobs.add(
    { name: 'hand-over-text', tenant: store.tenant, textId: text.id },
    {
      priority: placeInLine(text.lane, others),
      ...(startAfter === undefined ? {} : { startAfter }),
    },
  );
};
