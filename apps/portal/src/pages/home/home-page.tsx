import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Files } from 'lucide-react';
import { Outlet, useSearchParams } from 'react-router';
import { bulkSearch } from '../../api/bulk.ts';
import { nextActionIn, overviewQuery, worklistQuery } from '../../api/home.ts';
import { paths } from '../../app/paths.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { DoneNotice } from '../site/done-notice.tsx';
import { FirstSite } from '../sites/no-sites.tsx';
import { ActionFilter } from './action-filter.tsx';
import { OverviewCard } from './overview-card.tsx';
import { WorklistRow } from './worklist-row.tsx';

/** How all sites stand, and the one next step at each that needs one. */
export function HomePage() {
  const words = useWords();
  const [search] = useSearchParams();
  const action = nextActionIn(search.get('do'));
  const overview = useQuery(overviewQuery);
  const worklist = useInfiniteQuery(worklistQuery(action));
  const items = worklist.data?.pages.flatMap((page) => page.items);
  const failed = [overview, worklist].find((query) => query.isError && query.data === undefined);
  return (
    <>
      <div className="page-top">
        <PageHeading tab={words.home.title}>{words.home.title}</PageHeading>
      </div>
      <DoneNotice />
      {failed !== undefined && (
        <ProblemNotice
          error={failed.error}
          title={words.problems.loadFailed}
          onRetry={() => void failed.refetch()}
        />
      )}
      {overview.isPending && <Skeleton lines={3} kind="text" />}
      {overview.data?.sites === 0 && <FirstSite />}
      {overview.data !== undefined && overview.data.sites > 0 && (
        <>
          <OverviewCard overview={overview.data} />
          <section aria-labelledby="worklist-heading" className="worklist">
            <h2 id="worklist-heading">{words.home.worklist}</h2>
            <ActionFilter overview={overview.data} chosen={action} />
            {(action === 'validate' || action === 'send') && (items?.length ?? 0) > 1 && (
              <LinkButton
                to={{ pathname: paths.bulk, search: bulkSearch({ nextAction: action }) }}
                tone="quiet"
                icon={<Files aria-hidden />}
              >
                {words.home.manyAtOnce}
              </LinkButton>
            )}
            {worklist.isPending && <Skeleton lines={5} />}
            {items?.length === 0 && <p className="all-done">{words.home.nothingToDo}</p>}
            {items !== undefined && items.length > 0 && (
              <ul
                className="contacts"
                aria-label={words.home.worklist}
                aria-busy={worklist.isPlaceholderData}
              >
                {items.map((item) => (
                  <WorklistRow key={item.site.id} item={item} />
                ))}
              </ul>
            )}
            {worklist.hasNextPage && (
              <div className="more">
                <ActionButton
                  pendingWords={worklist.isFetchingNextPage ? words.common.loadingMore : null}
                  onPress={() => void worklist.fetchNextPage()}
                >
                  {words.home.more}
                </ActionButton>
              </div>
            )}
          </section>
        </>
      )}
      <Outlet />
    </>
  );
}
