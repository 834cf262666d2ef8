import type { ReactNode } from 'react';
import { Mark } from '../../app/mark.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useWords } from '../../words/words.tsx';

/** The frame of the pages that need no session. */
export function EntryCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const words = useWords();
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="shell-name">
          <Mark />
          {words.product}
        </p>
        <PageHeading tab={title}>{title}</PageHeading>
        {children}
      </div>
    </main>
  );
}
