import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Outlet, useLocation, useNavigate, useNavigation } from 'react-router';
import { sitesQuery } from '../../api/sites.ts';
import { paths } from '../../app/paths.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { FirstSite, NothingFound } from './no-sites.tsx';
import { SiteList } from './site-list.tsx';
import { SiteSearch } from './site-search.tsx';

/** All sites of the dealer, by name, with how many people can be texted at each. */
export function SitesPage() {
  const words = useWords();
  const location = useLocation();
  const navigate = useNavigate();
  const isLeaving = useNavigation().state !== 'idle';
  const search = new URLSearchParams(location.search).get('q') ?? '';
  const query = useInfiniteQuery(sitesQuery(search));
  const sites = query.data?.pages.flatMap(({ items }) => items);
  const isFirst = sites?.length === 0 && search === '' && !query.isPlaceholderData;
  return (
    <>
      <div className="page-top">
        <PageHeading tab={words.sites.title}>{words.sites.title}</PageHeading>
        {!isFirst && (
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
          onSearch={(next) => {
            const params = next === '' ? '' : `?${new URLSearchParams({ q: next }).toString()}`;
            // The path stays: a window may have been opened since the last key.
            void navigate({ pathname: location.pathname, search: params }, { replace: true });
          }}
          state={
            sites === undefined || query.isPlaceholderData
              ? words.sites.searching
              : words.sites.shown(sites.length, query.hasNextPage)
          }
        />
      )}
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
      {sites !== undefined && sites.length > 0 && <SiteList sites={sites} stale={query.isPlaceholderData} />}
      {query.hasNextPage && (
        <div className="more">
          <ActionButton
            pendingWords={query.isFetchingNextPage ? words.sites.loadingMore : null}
            onPress={() => void query.fetchNextPage()}
          >
            {words.sites.more}
          </ActionButton>
        </div>
      )}
      <Outlet />
    </>
  );
}
