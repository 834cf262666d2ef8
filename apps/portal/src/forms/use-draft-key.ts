import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../api/session.ts';
import { draftKey, kept } from './kept-draft.ts';

/** Where the draft of a form is kept for whoever is signed in, at the dealer or company they act for. */
export const useDraftKey = (form: string): string => {
  const me = useQuery(meQuery).data;
  const [owner] = useState(me?.email ?? '');
  const [place] = useState((me?.dealer ?? me?.company)?.id ?? '');
  // Whoever is signed out meanwhile still types into what is theirs.
  return draftKey(owner, place, form);
};

/** Whether a window is open that no address says: it opens by itself where something typed into it is kept. */
export const useOpenWithDraft = (form: string): readonly [boolean, (open: boolean) => void] => {
  const key = useDraftKey(form);
  return useState(() => kept(key) !== null);
};
