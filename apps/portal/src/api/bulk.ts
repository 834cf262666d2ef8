import type { Schemas } from '@keyholder/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { nextActionIn, type NextAction } from './home.ts';
import { answerOf, isPassing } from './problem.ts';

export type BulkRun = Schemas['BulkRun'];
export type BulkItem = Schemas['BulkItem'];
export type ImportColumns = Schemas['ImportColumns'];

/** Which contacts are meant: all where nothing is said. */
export interface BulkScope {
  readonly siteId?: string;
  readonly importId?: string;
  /** Of sites whose next step is this one. */
  readonly nextAction?: NextAction;
}

/** Which contacts an address means. */
export const bulkScopeIn = (search: URLSearchParams): BulkScope => {
  const siteId = search.get('siteId');
  const importId = search.get('importId');
  const nextAction = nextActionIn(search.get('nextAction'));
  return {
    ...(siteId === null ? {} : { siteId }),
    ...(importId === null ? {} : { importId }),
    ...(nextAction === null ? {} : { nextAction }),
  };
};

/** The part of an address that says which contacts are meant. */
export const bulkSearch = (scope: BulkScope): string => new URLSearchParams({ ...scope }).toString();

/** How often a run that goes on is asked how far it is. */
const PROGRESS_MS = 1000;
const PAGE = 50;

/** Keys of what is done for many contacts. */
export const bulkKeys = {
  all: ['bulk'] as const,
  run: (runId: string) => ['bulk', 'run', runId] as const,
  preview: (scope: BulkScope) => ['bulk', 'preview', scope] as const,
};

export const bulkRunsQuery = queryOptions({
  queryKey: ['bulk', 'runs'] as const,
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/bulk-runs', { signal }))).items,
  refetchInterval: ({ state }) =>
    state.data?.some((run) => run.state === 'running') === true ? PROGRESS_MS : false,
});

export const bulkRunQuery = (runId: string) =>
  queryOptions({
    queryKey: bulkKeys.run(runId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/bulk-runs/{runId}', { params: { path: { runId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? PROGRESS_MS : false),
  });

/** Rows of an import, or contacts of another run. @param filter only with this verdict, or in this state */
export const bulkItemsQuery = (
  runId: string,
  filter: { readonly verdict?: NonNullable<BulkItem['verdict']>; readonly state?: BulkItem['state'] },
) =>
  infiniteQueryOptions({
    queryKey: ['bulk', 'run', runId, 'items', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/bulk-runs/{runId}/items', {
          params: {
            path: { runId },
            query: { limit: PAGE, ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const bulkPreviewQuery = (scope: BulkScope) =>
  queryOptions({
    queryKey: bulkKeys.preview(scope),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/bulk-preview', { params: { query: scope }, signal })),
    staleTime: 0,
  });

export const startBulkRun = (body: Schemas['NewBulkRun']): Promise<BulkRun> =>
  answerOf(api.POST('/api/v1/bulk-runs', { body }));

export const resumeBulkRun = (runId: string): Promise<BulkRun> =>
  answerOf(api.POST('/api/v1/bulk-runs/{runId}/start', { params: { path: { runId } } }));

export const stopBulkRun = (runId: string): Promise<BulkRun> =>
  answerOf(api.POST('/api/v1/bulk-runs/{runId}/stop', { params: { path: { runId } } }));

export const checkImport = (importId: string, body: ImportColumns): Promise<BulkRun> =>
  answerOf(api.PUT('/api/v1/imports/{importId}/columns', { params: { path: { importId } }, body }));

/** Rows of one call: they have to fit into a body. */
const ROWS_AT_ONCE = 100;

/**
 * Gives a file to the API, row by row. Rows are known by their numbers: what was given before a lost connection may
 * be given again.
 * @param onProgress told how many rows are given
 */
export const uploadImport = async (
  fileName: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  onProgress: (given: number) => void,
): Promise<BulkRun> => {
  const run = await answerOf(api.POST('/api/v1/imports', { body: { fileName, columns: [...columns] } }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const chunk = rows.slice(at, at + ROWS_AT_ONCE).map((row) => [...row]);
    await withPatience(async () => {
      await answerOf(
        api.PUT('/api/v1/imports/{importId}/rows', {
          params: { path: { importId: run.id } },
          body: { first: at + 1, rows: chunk },
        }),
      );
    });
    onProgress(Math.min(at + ROWS_AT_ONCE, rows.length));
  }
  return run;
};

const TRIES = 5;

/** A short loss of the connection ends no upload. */
const withPatience = async (work: () => Promise<void>): Promise<void> => {
  for (let tried = 1; ; tried += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (tried === TRIES || !isPassing(error)) throw error;
      await new Promise((resolve) => window.setTimeout(resolve, tried * 1000));
    }
  }
};

/** Makes an export and gives its lines; none where nothing has changed. */
export const makeExport = async (
  siteId: string | null,
  onlyChanged: boolean,
): Promise<{ readonly contacts: number; readonly csv: string }> => {
  const made = await answerOf(
    api.POST('/api/v1/exports', { body: { onlyChanged, ...(siteId === null ? {} : { siteId }) } }),
  );
  const csv = await answerOf(
    api.GET('/api/v1/exports/{exportId}/contacts.csv', {
      params: { path: { exportId: made.id } },
      parseAs: 'text',
    }),
  );
  return { contacts: made.contacts, csv };
};
