import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleHelp, Inbox } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { deskCasesQuery } from '../../api/desk.ts';
import { paths } from '../../app/paths.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';

/** Support's cases, of all companies. */
export function DeskPage() {
  const words = useWords();
  const own = words.desk;
  const [search] = useSearchParams();
  const state = search.get('state') === 'closed' ? 'closed' : 'open';
  const cases = useInfiniteQuery(deskCasesQuery(state));
  const rows = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeading tab={own.title}>{own.title}</PageHeading>
      <p className="muted">{own.intro}</p>
      <nav className="filters" aria-label={own.state}>
        {(['open', 'closed'] as const).map((which) => (
          <Link
            key={which}
            to={{ search: which === 'open' ? '' : '?state=closed' }}
            className="filter"
            aria-current={which === state ? 'true' : undefined}
          >
            {own[which]}
          </Link>
        ))}
      </nav>
      {cases.isError && <ProblemNotice error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.isPending && <Skeleton lines={5} label={words.common.loading} />}
      {cases.isSuccess && rows.length === 0 && (
        <Empty icon={Inbox} title={own.none[state]}>
          <p>{own.noneText[state]}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <ul className="plain-rows card">
          {rows.map((one) => (
            <li key={one.id} className="plain-row">
              <div>
                <Link to={paths.deskCase(one.id)} className="case-link">
                  {one.contactName ?? own.closedCase}
                </Link>
                {one.siteName !== null && ` · ${one.siteName}`}
                <p className="muted small">
                  {one.dealerName} ({one.companyName}) · {own.askedBy(one.openedBy)}{' '}
                  <RelativeTime moment={one.openedAt} />
                  {one.answeredAt !== null && (
                    <>
                      {' · '}
                      {own.answered} <RelativeTime moment={one.answeredAt} />
                    </>
                  )}
                </p>
              </div>
              {one.disputedCheck && (
                <Badge colour="amber" icon={CircleHelp}>
                  {own.disputed}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
      {cases.hasNextPage && (
        <div className="more">
          <ActionButton
            pendingWords={cases.isFetchingNextPage ? words.common.loadingMore : null}
            onPress={() => {
              void cases.fetchNextPage();
            }}
          >
            {own.more}
          </ActionButton>
        </div>
      )}
    </>
  );
}
