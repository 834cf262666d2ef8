import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input, Label, SearchField, Text } from 'react-aria-components';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWords } from '../../words/words.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { moveAlongRows } from './row-keys.ts';

/** As the reader's keyboard has it. */
const SHORTCUT = /Mac|iP(?:hone|ad)/u.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

/** Time between two keys of someone who types; the search waits for the pause after it. */
const PAUSE_MS = 200;

interface SiteSearchProps {
  readonly search: string;
  /** While another page or window is being opened, a search would call that off. */
  readonly isPaused: boolean;
  readonly onSearch: (search: string) => void;
  /** How many were found, in words. */
  readonly state: string;
  readonly startsFocused: boolean;
  /**
   * Enter was pressed: what is found first is to be opened, as soon as it is known.
   * @param search what it is to be found by; null: not any more, something else is done meanwhile
   */
  readonly onEnter: (search: string | null) => void;
}

/** Searches as one types. */
export function SiteSearch({ search, isPaused, onSearch, state, startsFocused, onEnter }: SiteSearchProps) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // After the page's heading has taken focus, as it does on every page.
    if (startsFocused) field.current?.focus();
  }, [startsFocused]);
  const [typed, setTyped] = useState(search);
  useEffect(() => {
    if (isPaused || typed.trim() === search) return undefined;
    const pause = window.setTimeout(() => {
      onSearch(typed.trim());
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(pause);
    };
  }, [typed, search, isPaused, onSearch]);
  return (
    <SearchField
      className="search"
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onEnter(null);
      }}
      onBlur={() => onEnter(null)}
      onSubmit={() => {
        const wanted = typed.trim();
        if (wanted === '') return;
        onEnter(wanted);
        if (!isPaused && wanted !== search) onSearch(wanted);
      }}
      maxLength={100}
    >
      <Label className="visually-hidden">{words.sites.search}</Label>
      <div className="search-line">
        <Search aria-hidden />
        <Input
          ref={field}
          className="input"
          placeholder={words.sites.search}
          aria-keyshortcuts="Control+K Meta+K"
          onKeyDown={moveAlongRows}
        />
        {typed === '' ? (
          <kbd aria-hidden>{SHORTCUT}</kbd>
        ) : (
          <IconButton label={words.sites.clearSearch}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="search-below">
        <Text slot="description" className="field-hint">
          {words.sites.searchHint}
        </Text>
        <LiveStatus className="field-hint">{state}</LiveStatus>
      </div>
    </SearchField>
  );
}
