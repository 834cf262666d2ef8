import { useInfiniteQuery } from '@tanstack/react-query';
import { Archive, Plus } from 'lucide-react';
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
import { SiteList } from './site-list.tsx';
import { SiteSearch } from './site-search.tsx';

/** All sites of the dealer, by name, with how many people can be texted at each. */
export function SitesPage() {
  const words = useWords();
  const location = useLocation();
  const navigate = useNavigate();
  const isLeaving = useNavigation().state !== 'idle';
  const asked = new URLSearchParams(location.search);
  const search = asked.get('q') ?? '';
  const archived = asked.has('archived');
  const may = useMay('sites:write');
  const query = useInfiniteQuery(sitesQuery(search, archived));
  const sites = query.data?.pages.flatMap(({ items }) => items);
  const isFirst = sites?.length === 0 && search === '' && !archived && !query.isPlaceholderData;
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
          onEnter={() => {
            const [first] = query.isPlaceholderData ? [] : (sites ?? []);
            if (first !== undefined && search !== '') void navigate(paths.site(first.id));
          }}
          onSearch={(next) => {
            const params = new URLSearchParams(archived ? { archived: '' } : {});
            if (next !== '') params.set('q', next);
            // The path stays: a window may have been opened since the last key.
            void navigate({ pathname: location.pathname, search: params.toString() }, { replace: true });
          }}
          state={
            sites === undefined || query.isPlaceholderData
              ? words.sites.searching
              : words.sites.shown(sites.length, query.hasNextPage)
          }
        />
      )}
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
