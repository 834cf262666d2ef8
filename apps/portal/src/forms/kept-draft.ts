import { mergeEdits, type Clash } from './merge-edits.ts';

/*
 * What is half typed into a form, kept in this browser until it is submitted or discarded: a lost session, a closed tab
 * or a crash loses nothing. It may hold personal data, so it ends after a day, when its owner signs out, and when
 * somebody else signs in. Passwords and codes are never kept.
 */

const PREFIX = 'keyholder.draft.';
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Where the drafts of somebody begin. */
const ofOwner = (owner: string): string => `${PREFIX}${owner}/`;

/**
 * Where a form's draft is kept.
 * @param owner address of whoever types: nobody else is shown it
 * @param place the dealer or company it is typed for
 */
export const draftKey = (owner: string, place: string, form: string): string =>
  `${ofOwner(owner)}${place}/${form}`;

/** What is kept under a key; null where there is nothing, or it is too old. */
export const kept = (key: string, now = Date.now()): unknown => {
  try {
    const entry: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null');
    if (typeof entry !== 'object' || entry === null) return null;
    const { at, draft } = entry as { readonly at?: unknown; readonly draft?: unknown };
    return typeof at === 'number' && now - at < KEPT_MS ? (draft ?? null) : null;
  } catch {
    return null;
  }
};

/** Keeps something; null: there is nothing any more. A browser that keeps nothing is no reason to stop typing. */
export const keep = (key: string, draft: object | null, now = Date.now()): void => {
  try {
    if (draft === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify({ at: now, draft }));
  } catch {
    // Full, or forbidden.
  }
};

const forget = (which: (key: string) => boolean): void => {
  try {
    for (const key of Object.keys(window.localStorage)) {
      if (key.startsWith(PREFIX) && which(key)) window.localStorage.removeItem(key);
    }
  } catch {
    // Nothing could be kept either.
  }
};

/** Forgets every draft: somebody else may sit down here. */
export const forgetDrafts = (): void => forget(() => true);

/** Forgets what others have typed, and what is too old. @param owner who has signed in */
export const forgetOtherDrafts = (owner: string): void =>
  forget((key) => !key.startsWith(ofOwner(owner)) || kept(key) === null);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Values of the same fields and kinds as those of the form now: the form may have changed since. */
const fitting = <Values extends object>(values: unknown, like: Values): Values =>
  Object.fromEntries(
    Object.entries(like).map(([field, first]: [string, unknown]) => {
      const value = isRecord(values) ? values[field] : undefined;
      const fits = typeof value === typeof first && Array.isArray(value) === Array.isArray(first);
      return [field, fits ? value : first];
    }),
  ) as Values;

/** What was typed, and over what. */
export interface TypedOver<Values> {
  readonly base: Values;
  readonly values: Values;
}

/**
 * What was typed into a form, brought together with what the form holds now; null where nothing is kept. Fields that
 * somebody else has changed since are reported, and stay as they were typed.
 */
export const keptDraft = <Values extends object>(
  key: string,
  initial: Values,
): { readonly merged: Values; readonly clashes: readonly Clash<Values>[] } | null => {
  const draft = kept(key);
  if (!isRecord(draft)) return null;
  return mergeEdits(fitting(draft['base'], initial), fitting(draft['values'], initial), initial);
};
