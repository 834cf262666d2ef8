import { Link } from 'react-router';
import type { BulkRun } from '../../api/bulk.ts';
import { paths } from '../../app/paths.ts';
import { useCount } from '../../format/use-count.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

/** What was done for many lately. */
export function BulkRuns({ runs }: { readonly runs: readonly BulkRun[] }) {
  const words = useWords().bulk;
  const count = useCount();
  return (
    <section aria-labelledby="runs-heading" className="bulk-runs">
      <h2 id="runs-heading">{words.lately}</h2>
      {runs.length === 0 ? (
        <p className="muted">{words.nothingYet}</p>
      ) : (
        <div className="rows">
          <ul aria-label={words.lately}>
            {runs.map((run) => (
              <li key={run.id} className="row run-row">
                <div>
                  <Link to={paths.bulkRun(run.id)} className="row-link">
                    {words.kinds[run.kind]}
                  </Link>
                  <p className="muted">{run.fileName ?? words.by(run.by)}</p>
                </div>
                <span>
                  <strong>{words.states[run.state]}</strong>{' '}
                  <span className="muted">
                    {words.counted(
                      count(run.counts.done),
                      count(run.counts.total),
                      run.counts.failed === 0 ? null : count(run.counts.failed),
                    )}
                  </span>
                </span>
                <span className="muted">
                  <RelativeTime moment={run.createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
