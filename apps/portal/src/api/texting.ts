import type { Schemas } from '@keyholder/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';

export type TextingSettings = Schemas['TextingSettings'];

const ASK_EVERY_MS = 60_000;

/** Whether the dealer's texts go out. Nothing tells of it, so it is asked now and then. */
export const textingQuery = queryOptions({
  queryKey: ['texting'] as const,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/texting', { signal })),
  refetchInterval: ASK_EVERY_MS,
});

export const textingSettingsKey = ['settings', 'texting'] as const;

export const textingSettingsQuery = queryOptions({
  queryKey: textingSettingsKey,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/texting/settings', { signal })),
});

export const changeTextingSettings = (body: TextingSettings): Promise<TextingSettings> =>
  answerOf(api.PUT('/api/v1/texting/settings', { body }));
