import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { meQuery } from '../../api/session.ts';
import { safeNext } from '../../app/paths.ts';
import { useWords } from '../../words/words.tsx';
import { EntryCard } from '../entry/entry-card.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Where a session starts. Who has one is led on at once. */
export function SignInPage() {
  const words = useWords();
  const [search] = useSearchParams();
  const me = useQuery(meQuery);
  const [half, setHalf] = useState(false);
  if (me.data) return <Navigate to={safeNext(search.get('next'))} replace />;
  return (
    <EntryCard title={half ? words.entry.codeTitle : words.signIn.title}>
      {half ? (
        <SecondFactorForm />
      ) : (
        <>
          <p className="muted">{words.signIn.intro}</p>
          <SignInForm
            onSecondFactor={() => {
              setHalf(true);
            }}
          />
        </>
      )}
    </EntryCard>
  );
}
