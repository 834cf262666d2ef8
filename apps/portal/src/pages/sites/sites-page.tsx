import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Outlet, useSearchParams } from 'react-router';
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
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const query = useInfiniteQuery(sitesQuery(search));
  const sites = query.data?.pages.flatMap(({ items }) => items);
  const isFirst = sites?.length === 0 && search === '' && !query.isPlaceholderData;
  return (
    <>
      <div className="page-top">
        <PageHeading tab={words.sites.title}>{words.sites.title}</PageHeading>
        {!isFirst && (
          <LinkButton to={paths.addSite} tone="primary" icon={<Plus aria-hidden />}>
            {words.sites.add}
          </LinkButton>
        )}
      </div>
      {!isFirst && (
        <SiteSearch
          search={search}
          onSearch={(next) => {
            setParams(next === '' ? {} : { q: next }, { replace: true });
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
