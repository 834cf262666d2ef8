import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { paths } from './paths.ts';

/** Travels in the history entry: the search has focus on the page that opens. */
export const SEARCHING = 'searching';

/** Ctrl+K, or ⌘K, leads to the search for sites from everywhere but an open window. */
export const useSearchShortcut = (isOffered: boolean): void => {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isOffered) return undefined;
    const listen = (event: KeyboardEvent): void => {
      const isMeant =
        event.key.toLowerCase() === 'k' &&
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        document.querySelector('[role="dialog"]') === null;
      if (!isMeant) return;
      // The browser's own search would open.
      event.preventDefault();
      const field = document.querySelector<HTMLInputElement>('.search input');
      if (field === null) void navigate(paths.sites, { state: SEARCHING });
      field?.focus();
      field?.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOffered, navigate]);
};
