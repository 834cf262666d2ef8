import type { Schemas } from '@keyholder/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';

export type DeskCase = Schemas['DeskCase'];

export const deskKeys = {
  all: ['desk'] as const,
  list: (state: 'open' | 'closed') => ['desk', 'list', state] as const,
  one: (caseId: string) => ['desk', 'one', caseId] as const,
};

export const deskCasesQuery = (state: 'open' | 'closed') =>
  infiniteQueryOptions({
    queryKey: deskKeys.list(state),
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return answerOf(api.GET('/api/v1/support/cases', { params: { query: { state, ...cursor } }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 0,
  });

export const deskCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: deskKeys.one(caseId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/support/cases/{caseId}', { params: { path: { caseId } }, signal })),
  });

export const answerDeskCase = (caseId: string, body: Schemas['CaseAnswer']): Promise<DeskCase> =>
  answerOf(api.POST('/api/v1/support/cases/{caseId}/answers', { params: { path: { caseId } }, body }));

export const closeDeskCase = (caseId: string): Promise<DeskCase> =>
  answerOf(api.POST('/api/v1/support/cases/{caseId}/close', { params: { path: { caseId } } }));
