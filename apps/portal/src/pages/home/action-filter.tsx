import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { NextAction, Overview } from '../../api/home.ts';
import { useCount } from '../../format/use-count.ts';
import { useWords } from '../../words/words.tsx';
import { ACTION_ICONS } from './action-icons.ts';

interface ActionFilterProps {
  readonly overview: Overview;
  readonly chosen: NextAction | null;
}

/** How many sites ask for each step; a press shows only those. */
export function ActionFilter({ overview, chosen }: ActionFilterProps) {
  const words = useWords().home;
  const count = useCount();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the strip may hide the step that is chosen.
    const shown = strip.current?.querySelector(chosen === null ? 'a' : `[href$="do=${chosen}"]`);
    shown?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);
  const all = overview.worklist.reduce((sum, { sites }) => sum + sites, 0);
  if (all === 0) return null;
  return (
    <nav ref={strip} className="filters" aria-label={words.filter}>
      <Link
        to={{ search: '' }}
        preventScrollReset
        className="filter"
        aria-current={chosen === null ? 'true' : undefined}
      >
        {words.all} <span className="filter-count">{count(all)}</span>
      </Link>
      {overview.worklist.map(({ action, sites }) => {
        const Icon = ACTION_ICONS[action];
        return (
          <Link
            key={action}
            to={{ search: `?do=${action}` }}
            preventScrollReset
            className="filter"
            aria-current={chosen === action ? 'true' : undefined}
          >
            <Icon aria-hidden />
            {words.actions[action]} <span className="filter-count">{count(sites)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
