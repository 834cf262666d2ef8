import { QueryCache, MutationCache, QueryClient } from '@tanstack/react-query';
import { isPassing, isSignedOut } from './problem.ts';
import { meKey } from './session.ts';

/** The store of what the API said; live changes tell it what to ask again. */
export const createQueryClient = (): QueryClient => {
  const onError = (error: unknown): void => {
    if (isSignedOut(error)) client.setQueryData(meKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, error) => isPassing(error) && count < 2 },
      // Offline, a mutation fails and says so, instead of waiting unseen for the connection.
      mutations: { networkMode: 'always' },
    },
  });
  return client;
};
