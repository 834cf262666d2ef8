import type { Schemas } from '@keyholder/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';

export type Site = Schemas['Site'];
export type Reachability = Schemas['Reachability'];
export type NewSite = Schemas['NewSite'];

const PAGE = 50;

/** Keys of what is kept about sites; each begins with the ones that hold it. */
export const siteKeys = {
  all: ['sites'] as const,
  lists: ['sites', 'list'] as const,
  list: (search: string) => ['sites', 'list', search] as const,
  one: (siteId: string) => ['sites', 'one', siteId] as const,
  contacts: (siteId: string) => ['sites', 'one', siteId, 'contacts'] as const,
};

/** Sites by name, page by page. @param search part of a name, account number, subscriber or address; '' for all */
export const sitesQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: siteKeys.list(search),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/sites', {
          params: {
            query: {
              limit: PAGE,
              ...(search === '' ? {} : { query: search }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const siteQuery = (siteId: string) =>
  queryOptions({
    queryKey: siteKeys.one(siteId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/sites/{siteId}', { params: { path: { siteId } }, signal })),
  });

export const createSite = (site: NewSite): Promise<Site> =>
  answerOf(api.POST('/api/v1/sites', { body: site }));
