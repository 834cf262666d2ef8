import type { Schemas } from '@keyholder/api-client';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/session.ts';

/** What can be allowed, as the API's permission table names it. */
export type Action = Schemas['Me']['actions'][number];

/** Whether whoever is signed in may do something; what they may not is not offered. */
export const useMay = (action: Action): boolean => useQuery(meQuery).data?.actions.includes(action) ?? false;
