import type { Overview } from '../../api/home.ts';
import { useCount } from '../../format/use-count.ts';
import { LiveStatus } from '../../ui/live-status.tsx';
import { useWords } from '../../words/words.tsx';

/** How many sites meet their minimum, as a sentence and a bar. */
export function OverviewCard({ overview }: { readonly overview: Overview }) {
  const words = useWords().home;
  const count = useCount();
  const { sites, meetingMinimum, contacts, reachable } = overview;
  return (
    <section className="card overview" aria-label={words.overview}>
      <LiveStatus>
        <p className="overview-count">
          <strong>{count(meetingMinimum)}</strong> {words.ofSites(count(sites), sites)}
        </p>
        <p className="muted">{words.people(count(reachable), count(contacts), contacts)}</p>
      </LiveStatus>
      <meter
        className="overview-bar"
        aria-label={words.overview}
        min={0}
        max={sites}
        value={meetingMinimum}
      />
    </section>
  );
}
