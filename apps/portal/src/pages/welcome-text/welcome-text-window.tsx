import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import { contactQuery } from '../../api/contacts.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { WelcomeTextPanel } from './welcome-text-panel.tsx';

/** The welcome text of a contact who is on the list already: to send it later, or again. */
export function WelcomeTextWindow() {
  const words = useWords();
  const { siteId = '', contactId = '' } = useParams();
  const { state } = useLocation() as { state: { from?: string } | null };
  const navigate = useNavigate();
  const contact = useQuery(contactQuery(contactId));
  const name = contact.data?.name ?? '';
  const leave = (): void => {
    void navigate(state?.from ?? paths.site(siteId), { preventScrollReset: true });
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
          onLater={leave}
          onSent={() => {
            void navigate(paths.site(siteId), { state: { done: 'sent', name }, preventScrollReset: true });
          }}
        />
      )}
    </Window>
  );
}
