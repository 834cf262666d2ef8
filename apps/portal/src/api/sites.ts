import type { Schemas } from '@keyholder/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';

export type Site = Schemas['Site'];
export type FoundSite = Schemas['FoundSite'];
export type Reachability = Schemas['Reachability'];
export type NewSite = Schemas['NewSite'];

const PAGE = 50;

/** Which sites a list holds. */
export interface SiteFilter {
  /** What they are found by; '' for all. */
  readonly search: string;
  /** The archived ones in place of those in use. */
  readonly archived: boolean;
  /** Only those at which fewer people can be texted than the site needs. */
  readonly belowMinimum: boolean;
}

/** Keys of what is kept about sites; each begins with the ones that hold it. */
export const siteKeys = {
  all: ['sites'] as const,
  lists: ['sites', 'list'] as const,
  list: (filter: SiteFilter) => ['sites', 'list', filter] as const,
  one: (siteId: string) => ['sites', 'one', siteId] as const,
  contacts: (siteId: string) => ['sites', 'one', siteId, 'contacts'] as const,
};

/** Sites by name, page by page. */
export const sitesQuery = ({ search, archived, belowMinimum }: SiteFilter) =>
  infiniteQueryOptions({
    queryKey: siteKeys.list({ search, archived, belowMinimum }),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/sites', {
          params: {
            query: {
              limit: PAGE,
              archived: archived ? 'true' : 'false',
              belowMinimum: belowMinimum ? 'true' : 'false',
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

/** Most people that a search for somebody shows. */
const MOST_PEOPLE = 8;

/** A contact that a search found, and the site whose list it is on. */
type FoundPerson = NonNullable<FoundSite['foundThrough']> & {
  readonly site: Pick<Site, 'id' | 'name'>;
};

const foundPeople = (sites: readonly FoundSite[]): FoundPerson[] =>
  sites.flatMap(({ id, name, foundThrough }) =>
    foundThrough === null ? [] : [{ ...foundThrough, site: { id, name } }],
  );

/** People on the lists of sites in use, by name or phone. */
export const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: [...siteKeys.lists, 'people', search],
    queryFn: async ({ signal }) => {
      const query = { limit: MOST_PEOPLE, archived: 'false', query: search } as const;
      return foundPeople((await answerOf(api.GET('/api/v1/sites', { params: { query }, signal }))).items);
    },
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

export type SiteChange = Schemas['SiteChange'];

/** Edits a site. @throws ApiProblem with `editedSince` where somebody else has changed it meanwhile */
export const changeSite = (site: Pick<Site, 'id' | 'version'>, body: SiteChange): Promise<Site> =>
  answerOf(
    api.PATCH('/api/v1/sites/{siteId}', {
      params: { path: { siteId: site.id }, header: { 'If-Match': `"${site.version}"` } },
      body,
    }),
  );

export const archiveSite = (siteId: string): Promise<Site> =>
  answerOf(api.POST('/api/v1/sites/{siteId}/archive', { params: { path: { siteId } } }));

export const restoreSite = (siteId: string): Promise<Site> =>
  answerOf(api.POST('/api/v1/sites/{siteId}/restore', { params: { path: { siteId } } }));
