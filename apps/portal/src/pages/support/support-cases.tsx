import { useQuery } from '@tanstack/react-query';
import { supportCasesQuery } from '../../api/contacts.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

/** What was asked of support about a contact, and what support answered. */
export function SupportCases({ contactId }: { readonly contactId: string }) {
  const words = useWords().support;
  const cases = useQuery(supportCasesQuery(contactId));
  if (cases.isError) return <ProblemNotice error={cases.error} onRetry={() => void cases.refetch()} />;
  if (cases.data === undefined || cases.data.length === 0) return null;
  return (
    <section aria-labelledby="support-heading">
      <h3 id="support-heading">{words.heading}</h3>
      {cases.data.map(({ id, state, openedAt, openedBy, disputedCheck, notes }) => (
        <article key={id} className="support-case">
          <p className="muted small">
            <strong>{state === 'open' ? words.open : words.closed}</strong> {words.openedBy(openedBy)}{' '}
            <RelativeTime moment={openedAt} />
          </p>
          {disputedCheck && <p>{words.disputedShort}</p>}
          {notes.map((note) => (
            <blockquote key={note.at} className="timeline-words">
              {note.body}
              <footer className="muted small">
                {note.by ?? words.support} <RelativeTime moment={note.at} />
              </footer>
            </blockquote>
          ))}
        </article>
      ))}
    </section>
  );
}
