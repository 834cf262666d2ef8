import { useQuery } from '@tanstack/react-query';
import { useMatch, useNavigate, useParams } from 'react-router';
import { contactQuery } from '../../api/contacts.ts';
import { paths } from '../../app/paths.ts';
import { usePlace } from '../../app/use-place.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import type { Done } from '../site/done-notice.tsx';
import { WelcomeTextPanel } from './welcome-text-panel.tsx';

/** The welcome text of a contact who is on the list already: to send it later, or again. */
export function WelcomeTextWindow() {
  const words = useWords();
  const { siteId = '', contactId = '' } = useParams();
  const navigate = useNavigate();
  const place = usePlace(siteId);
  const isWorklist = useMatch(`${paths.home}/*`) !== null;
  const contact = useQuery(contactQuery(contactId));
  const name = contact.data?.name ?? '';
  const leave = (): void => {
    void navigate(place.page, { preventScrollReset: true });
  };
  return (
    <Window title={words.welcomeText.title(name)} onClose={leave}>
      {contact.data === undefined ? (
        <div className="dialog-body">
          {contact.isError ? <ProblemNotice error={contact.error} /> : <Skeleton lines={5} kind="text" />}
        </div>
      ) : (
        <WelcomeTextPanel
          contact={contact.data}
          quick={isWorklist}
          onLater={leave}
          onSent={() => {
            void navigate(place.page, {
              state: { done: 'sent', name, contactId } satisfies Done,
              preventScrollReset: true,
            });
          }}
        />
      )}
    </Window>
  );
}
