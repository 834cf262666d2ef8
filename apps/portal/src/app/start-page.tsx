import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { meQuery } from '../api/session.ts';
import { mainNavigation, offeredTo } from './navigation.ts';
import { paths } from './paths.ts';

/** Leads to the first page that is offered to whoever is signed in. */
export function StartPage() {
  const me = useQuery(meQuery).data;
  if (me === null || me === undefined) return null;
  return <Navigate to={offeredTo(me, mainNavigation)[0]?.to ?? paths.account} replace />;
}
