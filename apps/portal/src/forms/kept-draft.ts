/*
 * What is half typed into a form, kept in this tab until it is submitted or discarded: a lost session, a closed window
 * or a crash loses nothing. It may hold personal data, so it ends with the tab and when somebody signs out.
 */

const PREFIX = 'keyholder.draft.';

/** Where a form's draft is kept. @param owner address of whoever types: nobody else is shown it */
export const draftKey = (owner: string, form: string): string => `${PREFIX}${owner}.${form}`;

/**
 * The draft kept under a key, with what the form holds at first where it has no such field or another kind of value;
 * null where none is kept.
 */
export const keptDraft = <Values extends object>(key: string, initial: Values): Values | null => {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const fields = Object.entries(initial).map(([field, first]: [string, unknown]) => {
      const value = (kept as Record<string, unknown>)[field];
      return [field, typeof value === typeof first ? value : first];
    });
    return Object.fromEntries(fields) as Values;
  } catch {
    return null;
  }
};

/** Keeps a draft; null: there is none any more. A browser that keeps nothing is no reason to stop typing. */
export const keepDraft = (key: string, values: object | null): void => {
  try {
    if (values === null) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Full, or forbidden.
  }
};

/** Forgets every draft: somebody else may sit down here. */
export const forgetDrafts = (): void => {
  try {
    for (const key of Object.keys(window.sessionStorage)) {
      if (key.startsWith(PREFIX)) window.sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing could be kept either.
  }
};
