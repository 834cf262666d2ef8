import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { contactQuery, contactsQuery, type Contact } from '../../api/contacts.ts';
import { siteQuery } from '../../api/sites.ts';
import { usePlace } from '../../app/use-place.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import type { Done } from '../site/done-notice.tsx';
import { EditContactForm } from './edit-contact-form.tsx';

/** Edits a contact. What was read when the window opened is what is edited, whatever arrives live meanwhile. */
export function EditContactWindow() {
  const words = useWords();
  const { siteId = '', contactId = '' } = useParams();
  const { state } = useLocation() as { state: { readonly startsAt?: string } | null };
  const navigate = useNavigate();
  const place = usePlace(siteId);
  const site = useQuery(siteQuery(siteId));
  const contacts = useQuery(contactsQuery(siteId));
  const contact = useQuery(contactQuery(contactId));
  const [opened, setOpened] = useState<Contact | null>(null);
  if (opened === null && contact.data !== undefined && !contact.isFetching) setOpened(contact.data);
  const leave = (done: Done | null): void => {
    void navigate(place.page, { state: done, preventScrollReset: true });
  };
  const failed = [site, contacts, contact].find((query) => query.isError && query.data === undefined);
  return (
    <Window
      title={opened === null ? words.editContact.loading : words.editContact.title(opened.name)}
      onClose={() => leave(null)}
    >
      {opened === null || site.data === undefined || contacts.data === undefined ? (
        <div className="dialog-body">
          {failed === undefined ? (
            <Skeleton lines={6} kind="text" />
          ) : (
            <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
          )}
        </div>
      ) : (
        <EditContactForm
          site={site.data}
          contact={opened}
          others={contacts.data.filter(({ id }) => id !== contactId)}
          startsAtPhone={state?.startsAt === 'phone'}
          onLeave={() => {
            leave(null);
          }}
          onSaved={({ name, id }) => {
            leave({ done: 'saved', name, contactId: id });
          }}
        />
      )}
    </Window>
  );
}
