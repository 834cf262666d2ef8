import { ChevronRight, UserRound } from 'lucide-react';
import { Link } from 'react-router';
import type { FoundSite } from '../../api/sites.ts';
import { paths } from '../../app/paths.ts';
import { useWords } from '../../words/words.tsx';
import { ReachabilityBadge } from '../site/reachability-badge.tsx';
import { moveAlongRows } from './row-keys.ts';

interface SiteListProps {
  readonly sites: readonly FoundSite[];
  /** True while the answer to a newer search is on its way. */
  readonly stale: boolean;
}

/** Sites in columns, as cards on a phone: a list, so that it reads the same on both. */
export function SiteList({ sites, stale }: SiteListProps) {
  const words = useWords();
  const { columns } = words.sites;
  return (
    <div className="rows" aria-busy={stale}>
      <div className="rows-head site-row" aria-hidden>
        <span>{columns.site}</span>
        <span>{columns.account}</span>
        <span>{columns.subscriber}</span>
        <span>{columns.reachability}</span>
      </div>
      <ul aria-label={words.sites.list}>
        {sites.map((site) => (
          <li key={site.id} className="row site-row">
            <div>
              <Link to={paths.site(site.id)} className="row-link" onKeyDown={moveAlongRows}>
                {site.name}
              </Link>
              {site.foundThrough !== null ? (
                <p className="found-through">
                  <UserRound aria-hidden />
                  {site.foundThrough.name} · <span className="digits">{site.foundThrough.phoneDisplay}</span>
                </p>
              ) : (
                site.address !== null && <p className="muted">{site.address}</p>
              )}
            </div>
            <span className="digits">
              <span className="cell-label">{columns.account} </span>
              {site.accountNumber}
            </span>
            <span className="muted">{site.subscriberName}</span>
            {site.archivedAt === null ? <ReachabilityBadge reachability={site.reachability} /> : <span />}
            <ChevronRight className="row-arrow" aria-hidden />
          </li>
        ))}
      </ul>
    </div>
  );
}
