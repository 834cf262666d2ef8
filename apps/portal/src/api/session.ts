import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { queryOptions } from '@tanstack/react-query';
import { actForDealer } from './acting.ts';
import { api } from './client.ts';
import { answerOf, isSignedOut } from './problem.ts';

export const meKey = ['me'] as const;

/**
 * Who is signed in, and for whom; null for nobody. Whoever may act for several dealers and has chosen none acts for the
 * first, so that every page has something to show.
 */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async () => {
    try {
      const me = await answerOf(api.GET('/api/v1/me'));
      const first = me.dealers[0];
      if (me.dealer !== null || first === undefined) return me;
      actForDealer(first.id);
      return await answerOf(api.GET('/api/v1/me'));
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

/** Whoever is signed in gets their mails in this language from now on. */
export const changeLanguage = (language: ReaderLanguage): Promise<unknown> =>
  answerOf(api.PATCH('/api/v1/me', { body: { language } }));
