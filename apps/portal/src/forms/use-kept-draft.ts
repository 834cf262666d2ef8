import { useEffect, useState, type RefObject } from 'react';
import type { FieldError } from '@keyholder/domain/shared/result';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/session.ts';
import { draftKey, keepDraft, keptDraft } from './kept-draft.ts';
import { useDraft, type Draft } from './use-draft.ts';

/** A draft that outlives its window. */
export interface KeptDraft<Values> extends Draft<Values> {
  /** What was typed an earlier time is in the form again. */
  readonly isBack: boolean;
  /** It was submitted or discarded: the form starts empty next time. */
  forget(): void;
}

/** @param form names the form and what it is about, for example `create-contact.<siteId>` */
export const useKeptDraft = <Values extends object>(
  form: string,
  initial: Values,
  check: (values: Values) => readonly FieldError[],
  formRef: RefObject<HTMLFormElement | null>,
): KeptDraft<Values> => {
  const owner = useQuery(meQuery).data?.email ?? '';
  const key = draftKey(owner, form);
  const [kept] = useState(() => keptDraft(key, initial));
  const [ended, setEnded] = useState(false);
  const draft = useDraft(initial, check, formRef, kept ?? initial);
  const { values, changed } = draft;
  useEffect(() => {
    keepDraft(key, changed && !ended ? values : null);
  }, [key, values, changed, ended]);
  return {
    ...draft,
    isBack: kept !== null && changed,
    forget: () => {
      setEnded(true);
      keepDraft(key, null);
    },
  };
};
