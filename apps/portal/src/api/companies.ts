import type { Schemas } from '@keyholder/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';

export type PlatformCompany = Schemas['PlatformCompany'];

export const companyKeys = {
  all: ['companies'] as const,
  list: (query: string) => ['companies', 'list', query] as const,
};

/** Every company, the newest first. @param query part of the name; empty: all */
export const companiesQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: companyKeys.list(query),
    queryFn: ({ pageParam, signal }) => {
      const asked = {
        ...(query === '' ? {} : { query }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return answerOf(api.GET('/api/v1/platform/companies', { params: { query: asked }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 0,
  });

export const makeCompany = (body: Schemas['NewCompany']): Promise<Schemas['MadeCompany']> =>
  answerOf(api.POST('/api/v1/platform/companies', { body }));

export const setUpSender = (companyId: string, body: Schemas['NewSender']): Promise<PlatformCompany> =>
  answerOf(
    api.POST('/api/v1/platform/companies/{companyId}/senders', { params: { path: { companyId } }, body }),
  );
