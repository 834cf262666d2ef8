import { useEffect, useRef } from 'react';
import type { Contact } from '../api/contacts.ts';
import { useWords } from '../words/words.tsx';
import { useAnnounce } from './announcer.tsx';
import { statusChanges } from './status-changes.ts';

/** Says each status change of the contacts shown. */
export const useStatusAnnouncements = (contacts: readonly Contact[] | undefined): void => {
  const words = useWords();
  const announce = useAnnounce();
  const before = useRef<readonly Contact[] | undefined>(undefined);
  useEffect(() => {
    if (contacts === undefined) return;
    for (const { name, status } of statusChanges(before.current ?? [], contacts)) {
      announce(words.site.statusChanged(name, status.text));
    }
    before.current = contacts;
  }, [contacts, announce, words]);
};
