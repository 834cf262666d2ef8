import { useInfiniteQuery } from '@tanstack/react-query';
import { Archive, CircleCheck, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Outlet, useLocation, useNavigate, useNavigation } from 'react-router';
import { sitesQuery } from '../../api/sites.ts';
import { paths } from '../../app/paths.ts';
import { SEARCHING } from '../../app/use-search-shortcut.ts';
import { useMay } from '../../app/use-may.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { FirstSite, NothingFound } from './no-sites.tsx';
import { searchOf, siteFilterIn } from './site-address.ts';
import { SiteList } from './site-list.tsx';
import { SiteSearch } from './site-search.tsx';
import { StandingFilter } from './standing-filter.tsx';

/** All sites of the dealer, by name, with how many people can be texted at each. */
export function SitesPage() {
  const words = useWords();
  const location = useLocation();
  const navigate = useNavigate();
  const isLeaving = useNavigation().state !== 'idle';
  const filter = siteFilterIn(location.search);
  const { search, archived, belowMinimum } = filter;
  const may = useMay('sites:write');
  const query = useInfiniteQuery(sitesQuery(filter));
  const sites = query.data?.pages.flatMap(({ items }) => items);
  const isFirst =
    sites?.length === 0 && search === '' && !archived && !belowMinimum && !query.isPlaceholderData;
  const searchFor = (next: string): void => {
    // The path stays: a window may have been opened since the last key.
    const to = { pathname: location.pathname, search: searchOf({ ...filter, search: next }) };
    void navigate(to, { replace: true });
  };
  /** What Enter was pressed after; null where that is dealt with. */
  const entered = useRef<string | null>(null);
  const isAnswered = !query.isFetching && !query.isPlaceholderData;
  const firstId = sites?.[0]?.id;
  const openEntered = (): void => {
    if (entered.current !== search || !isAnswered) return;
    entered.current = null;
    if (firstId !== undefined) void navigate(paths.site(firstId));
  };
  useEffect(openEntered);
  return (
    <>
      <div className="page-top">
        <PageHeading tab={words.sites.title}>{words.sites.title}</PageHeading>
        {!isFirst && may && (
          <LinkButton
            to={{ pathname: paths.addSite, search: location.search }}
            tone="primary"
            icon={<Plus aria-hidden />}
          >
            {words.sites.add}
          </LinkButton>
        )}
      </div>
      {!isFirst && (
        <SiteSearch
          search={search}
          isPaused={isLeaving}
          startsFocused={location.state === SEARCHING}
          onEnter={(wanted) => {
            entered.current = wanted;
            openEntered();
          }}
          onSearch={searchFor}
          state={
            sites === undefined || query.isPlaceholderData
              ? words.sites.searching
              : words.sites.shown(sites.length, query.hasNextPage)
          }
        />
      )}
      {!isFirst && !archived && <StandingFilter filter={filter} />}
      {archived && sites?.length !== 0 && <p>{words.sites.archivedIntro}</p>}
      {query.isError && (
        <ProblemNotice
          error={query.error}
          title={words.problems.loadFailed}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isPending && <Skeleton lines={6} />}
      {isFirst && <FirstSite />}
      {sites?.length === 0 && search !== '' && <NothingFound search={search} />}
      {sites?.length === 0 && search === '' && belowMinimum && (
        <Empty icon={CircleCheck} title={words.sites.noneBelow}>
          <p>{words.sites.noneBelowText}</p>
        </Empty>
      )}
      {sites?.length === 0 && search === '' && archived && (
        <Empty icon={Archive} title={words.sites.noneArchived}>
          <p>{words.sites.noneArchivedText}</p>
        </Empty>
      )}
      {sites !== undefined && sites.length > 0 && <SiteList sites={sites} stale={query.isPlaceholderData} />}
      {query.hasNextPage && (
        <div className="more">
          <ActionButton
            pendingWords={query.isFetchingNextPage ? words.common.loadingMore : null}
            onPress={() => void query.fetchNextPage()}
          >
            {words.sites.more}
          </ActionButton>
        </div>
      )}
      {!isFirst && (
        <p className="more">
          <LinkButton
            to={{ pathname: paths.sites, search: archived ? '' : '?archived' }}
            tone="quiet"
            icon={<Archive aria-hidden />}
          >
            {archived ? words.sites.showInUse : words.sites.showArchived}
          </LinkButton>
        </p>
      )}
      <Outlet />
    </>
  );
}
