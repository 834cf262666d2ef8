import type { Precondition } from '../ports/precondition.ts';
import type { Refusal } from '../ports/refusal.ts';
import type { Store } from '../ports/unit-of-work.ts';

/** The refusal of an edit that was made on an older draft: says which fields were changed since, and by whom. */
export const refuseStaleDraft = async (
  store: Store,
  brandId: string,
  precondition: Precondition,
): Promise<Extract<Refusal, { code: 'stale' }>> => {
  const read = precondition === 'any' || precondition.length === 0 ? Infinity : Math.max(...precondition);
  const edits = Number.isFinite(read) ? await store.brandDrafts.editsSince(brandId, read) : [];
  return { code: 'stale', what: 'brand', edits };
};
