import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { forgetOtherDrafts } from '../forms/kept-draft.ts';
import { meQuery } from '../api/session.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useWords } from '../words/words.tsx';
import { paths } from './paths.ts';
import { Shell } from './shell.tsx';

/** Everything behind the sign-in. */
export function SignedIn() {
  const words = useWords();
  const location = useLocation();
  const me = useQuery(meQuery);
  const email = me.data?.email;
  useEffect(() => {
    if (typeof email === 'string') forgetOtherDrafts(email);
  }, [email]);
  if (me.data === null) {
    const next = encodeURIComponent(`${location.pathname}${location.search}`);
    return <Navigate to={`${paths.signIn}?next=${next}`} replace />;
  }
  if (me.data !== undefined) return <Shell me={me.data} />;
  return (
    <main className="page">
      {me.isError ? (
        <ProblemNotice error={me.error} title={words.problems.loadFailed} onRetry={() => void me.refetch()} />
      ) : (
        <Skeleton lines={6} label={words.signIn.loadingAccount} />
      )}
    </main>
  );
}
