import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { bulkItemsQuery, type BulkItem, type BulkRun } from '../../api/bulk.ts';
import { paths } from '../../app/paths.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';

interface RunItemsProps {
  readonly run: BulkRun;
  readonly heading: string;
  readonly filter: Parameters<typeof bulkItemsQuery>[1];
}

/** Rows or contacts of a run, with what is to be said of each. */
export function RunItems({ run, heading, filter }: RunItemsProps) {
  const words = useWords();
  const own = words.bulk;
  const id = useId();
  const query = useInfiniteQuery(bulkItemsQuery(run.id, filter));
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby={id} className="run-items">
      <h2 id={id}>{heading}</h2>
      {query.isPending && <Skeleton lines={3} />}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {items !== undefined && (
        <ul className="item-list">
          {items.map((item) => (
            <li key={item.position} className="item">
              <p>
                <span className="muted digits">{own.row(item.position)}</span>{' '}
                <strong>{item.name ?? own.nameless}</strong> <span className="digits">{item.phone}</span>
              </p>
              <p className="muted">
                {[item.accountNumber, item.siteName].filter((part) => part !== null).join(' · ')}
                {item.siteId !== null && (
                  <>
                    {' '}
                    <Link to={paths.site(item.siteId)}>{own.toSite}</Link>
                  </>
                )}
              </p>
              <ItemWords item={item} />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="more">
          <ActionButton
            pendingWords={query.isFetchingNextPage ? words.common.loadingMore : null}
            onPress={() => void query.fetchNextPage()}
          >
            {own.more}
          </ActionButton>
        </div>
      )}
    </section>
  );
}

function ItemWords({ item }: { readonly item: BulkItem }) {
  const words = useWords();
  const { fields, notes } = words.bulk;
  return (
    <ul className="item-words">
      {item.errors.map(({ field, message, accepted }) => (
        <li key={field}>
          <strong>{(fields as Readonly<Record<string, string>>)[field] ?? field}:</strong> {message}{' '}
          {words.common.accepted(accepted)}
        </li>
      ))}
      {item.notes.map((note) => (
        <li key={note}>{notes[note]}</li>
      ))}
      {item.errors.length === 0 && item.words !== null && <li>{item.words}</li>}
    </ul>
  );
}
