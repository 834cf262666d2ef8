import type { QueryClient } from '@tanstack/react-query';
import { actForDealer } from '../api/acting.ts';
import { meQuery } from '../api/session.ts';

/** From now on everything is asked for this dealer; what was shown of another is forgotten. */
export const switchDealer = async (client: QueryClient, dealerId: string): Promise<void> => {
  actForDealer(dealerId);
  await client.cancelQueries();
  const me = await client.fetchQuery({ ...meQuery, staleTime: 0 });
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
  client.setQueryData(meQuery.queryKey, me);
};
