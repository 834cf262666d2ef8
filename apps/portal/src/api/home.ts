import type { Schemas } from '@keyholder/api-client';
import { NEXT_ACTIONS } from '@keyholder/domain/site/next-action';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';

export type Overview = Schemas['Overview'];
export type WorklistItem = Schemas['WorklistItem'];
export type NextAction = WorklistItem['action'];

/** The step that a part of an address names; null where it is none. */
export const nextActionIn = (text: string | null): NextAction | null =>
  NEXT_ACTIONS.find((action) => action === text) ?? null;

const PAGE = 25;

/** Keys of what Home shows. */
export const homeKeys = {
  all: ['home'] as const,
  worklist: (action: NextAction | null) => ['home', 'worklist', action] as const,
};

/** How all sites stand. */
export const overviewQuery = queryOptions({
  queryKey: ['home', 'overview'] as const,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/overview', { signal })),
});

/** What is to be done, page by page. @param action only sites with this next step; null for all */
export const worklistQuery = (action: NextAction | null) =>
  infiniteQueryOptions({
    queryKey: homeKeys.worklist(action),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/worklist', {
          params: {
            query: {
              limit: PAGE,
              ...(action === null ? {} : { action }),
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
