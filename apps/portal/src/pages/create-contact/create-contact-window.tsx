import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { contactsQuery, type Contact } from '../../api/contacts.ts';
import { siteQuery } from '../../api/sites.ts';
import { usePlace } from '../../app/use-place.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { WelcomeTextPanel } from '../welcome-text/welcome-text-panel.tsx';
import type { Done } from '../site/done-notice.tsx';
import { ContactForm } from './contact-form.tsx';

/** Creates a contact, then offers the welcome text in the same window. */
export function CreateContactWindow() {
  const words = useWords();
  const { siteId = '' } = useParams();
  const navigate = useNavigate();
  const place = usePlace(siteId);
  const site = useQuery(siteQuery(siteId));
  const contacts = useQuery(contactsQuery(siteId));
  const [created, setCreated] = useState<Contact | null>(null);
  const leave = (state: Done | null): void => {
    void navigate(place.page, { state, preventScrollReset: true });
  };
  const leaveCreated = (contact: Contact): void => {
    leave({ done: 'created', name: contact.name, contactId: contact.id });
  };
  return (
    <Window
      title={created === null ? words.createContact.title : words.welcomeText.title(created.name)}
      onClose={() => {
        if (created !== null) leaveCreated(created);
        else leave(null);
      }}
    >
      {created !== null ? (
        <WelcomeTextPanel
          contact={created}
          isNew
          onLater={() => {
            leaveCreated(created);
          }}
          onSent={() => {
            leave({ done: 'sent', name: created.name, contactId: created.id });
          }}
        />
      ) : site.data === undefined || contacts.data === undefined ? (
        <div className="dialog-body">
          <Skeleton lines={6} kind="text" />
        </div>
      ) : (
        <ContactForm
          site={site.data}
          contacts={contacts.data}
          onCreated={(contact, sent) => {
            if (sent) leave({ done: 'sent', name: contact.name, contactId: contact.id });
            else setCreated(contact);
          }}
        />
      )}
    </Window>
  );
}
