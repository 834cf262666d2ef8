import { placeInLine } from '@keyholder/domain/welcome/lanes';
import type { Store } from '../ports/unit-of-work.ts';

/** Puts texts of a brand whose queue was stopped back into the queue, with the jobs that hand them over. How many. */
export const releaseTexts = async (
  store: Store,
  brandId: string,
  { most, at }: { readonly most: number; readonly at: Date },
): Promise<number> => {
  const released = await store.texts.release(brandId, { reason: 'queue_stopped', at, most });
  const before = new Map<string, number>();
  for (const { id, dealerId, siteId, contactId, lane } of released) {
    const line = `${dealerId}/${lane}`;
    const waiting = before.get(line) ?? 0;
    before.set(line, waiting + 1);
    const tenant = { companyId: store.tenant.companyId, dealerId };
    await store.jobs.add(
      { name: 'hand-over-text', tenant, textId: id },
      { priority: placeInLine(lane, waiting) },
    );
    store.announce({ dealerId, siteId, contactId });
  }
  return released.length;
};
