import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { meQuery } from '../../api/session.ts';
import { Mark } from '../../app/mark.tsx';
import { safeNext } from '../../app/paths.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useWords } from '../../words/words.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Where a session starts. Who has one is led on at once. */
export function SignInPage() {
  const words = useWords();
  const [search] = useSearchParams();
  const me = useQuery(meQuery);
  if (me.data) return <Navigate to={safeNext(search.get('next'))} replace />;
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="shell-name">
          <Mark />
          {words.product}
        </p>
        <PageHeading tab={words.signIn.title}>{words.signIn.title}</PageHeading>
        <p className="muted">{words.signIn.intro}</p>
        <SignInForm />
      </div>
    </main>
  );
}
