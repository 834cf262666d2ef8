import type { Refusal } from './refusal.ts';
import type { Store } from './unit-of-work.ts';

/** The versions that the caller has read, as `If-Match` names them; `any` where the caller does not mind. */
export type Precondition = readonly number[] | 'any';

/** The refusal of an edit that was made on an older version: says what has been changed since, and by whom. */
export const refuseStale = async (
  store: Store,
  thing: { readonly contactId: string } | { readonly siteId: string },
  precondition: Precondition,
): Promise<Extract<Refusal, { code: 'stale' }>> => {
  const read = precondition === 'any' || precondition.length === 0 ? Infinity : Math.max(...precondition);
  const edits = Number.isFinite(read) ? await store.audit.changesSince(thing, read) : [];
  return { code: 'stale', what: 'contactId' in thing ? 'contact' : 'site', edits };
};

/** True where the caller has read this version. */
export const isMet = (precondition: Precondition, version: number): boolean =>
  precondition === 'any' || precondition.includes(version);
