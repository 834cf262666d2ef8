import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { useWords } from '../words/words.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { paths } from './paths.ts';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  const words = useWords();
  return (
    <section className="empty">
      <PageHeading tab={words.problems.notFound}>{words.problems.notFound}</PageHeading>
      <p>{words.problems.notFoundAdvice}</p>
      <LinkButton to={paths.sites} tone="primary">
        {words.problems.toSites}
      </LinkButton>
    </section>
  );
}

/** For a bug: a page that could not be drawn, or whose program could not be loaded. */
export function ErrorPage() {
  const words = useWords();
  const error = useRouteError();
  useEffect(() => {
    // For whoever is asked about it: the page itself says nothing that helps to find the bug.
    console.error(error);
  }, [error]);
  return (
    <main className="empty">
      <PageHeading tab={words.problems.crashed}>{words.problems.crashed}</PageHeading>
      <p role="alert">{words.problems.crashedAdvice}</p>
      <ActionButton
        tone="primary"
        onPress={() => {
          window.location.reload();
        }}
      >
        {words.problems.reload}
      </ActionButton>
    </main>
  );
}
