import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { overviewQuery } from '../../api/home.ts';
import type { SiteFilter } from '../../api/sites.ts';
import { useCount } from '../../format/use-count.ts';
import { useWords } from '../../words/words.tsx';
import { searchOf } from './site-address.ts';

/** All sites, or only those below their minimum; with how many there are, whatever is searched. */
export function StandingFilter({ filter }: { readonly filter: SiteFilter }) {
  const words = useWords().sites;
  const count = useCount();
  const overview = useQuery(overviewQuery).data;
  return (
    <nav className="filters" aria-label={words.filter}>
      {[false, true].map((belowMinimum) => (
        <Link
          key={String(belowMinimum)}
          to={{ search: searchOf({ ...filter, belowMinimum }) }}
          className="filter"
          aria-current={filter.belowMinimum === belowMinimum ? 'true' : undefined}
        >
          {belowMinimum ? words.belowMinimum : words.all}
          {overview !== undefined && (
            <span className="filter-count">
              {count(belowMinimum ? overview.sites - overview.meetingMinimum : overview.sites)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
