import type { FieldError } from '@keyholder/domain/shared/result';
import { useEffect, useState } from 'react';
import { keep, keptDraft, type TypedOver } from './kept-draft.ts';
import type { Clash } from './merge-edits.ts';
import { useDraft, type Draft } from './use-draft.ts';
import { useDraftKey } from './use-draft-key.ts';

/** A draft that outlives its window. */
export interface KeptDraft<Values> extends Draft<Values> {
  /** What was typed an earlier time is in the form again. */
  readonly isBack: boolean;
  /** What somebody else has changed since it was typed. */
  readonly clashes: readonly Clash<Values>[];
  /** It was submitted or discarded: the form starts empty next time. */
  forget(): void;
}

/**
 * @param form names the form and what it is about, for example `create-contact.<siteId>`
 * @param typed what is in the form at first, where that is not what it is compared with
 */
export const useKeptDraft = <Values extends object>(
  form: string,
  initial: Values,
  check: (values: Values) => readonly FieldError[],
  typed: Values = initial,
): KeptDraft<Values> => {
  const key = useDraftKey(form);
  const [base, setBase] = useState(initial);
  const [back, setBack] = useState(() => (typed === initial ? keptDraft(key, initial) : null));
  /** What was in the form when it was submitted or discarded; whatever is typed after it is kept again. */
  const [ended, setEnded] = useState<Values | null>(null);
  const draft = useDraft(initial, check, back?.merged ?? typed);
  const { values, changed } = draft;
  useEffect(() => {
    keep(key, changed && values !== ended ? ({ base, values } satisfies TypedOver<Values>) : null);
  }, [key, base, values, changed, ended]);
  return {
    ...draft,
    isBack: back !== null && changed && values !== ended,
    clashes: back?.clashes ?? [],
    forget: () => {
      setEnded(values);
      keep(key, null);
    },
    saved: (stored) => {
      setBase(stored);
      setBack(null);
      draft.saved(stored);
    },
  };
};
