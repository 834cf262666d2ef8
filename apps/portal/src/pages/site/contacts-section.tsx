import { useQuery } from '@tanstack/react-query';
import { ListOrdered, Printer, UserPlus } from 'lucide-react';
import { contactsQuery } from '../../api/contacts.ts';
import type { Site } from '../../api/sites.ts';
import { useMay } from '../../app/use-may.ts';
import { usePlace } from '../../app/use-place.ts';
import { useStatusAnnouncements } from '../../live/use-status-announcements.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { ContactList } from './contact-list.tsx';
import { NoContacts } from './no-contacts.tsx';

/** The people on a site's list, and what can be done with the list. */
export function ContactsSection({ site }: { readonly site: Site }) {
  const words = useWords();
  const place = usePlace(site.id);
  const may = useMay('contacts:write');
  const contacts = useQuery(contactsQuery(site.id));
  useStatusAnnouncements(contacts.data);
  const isFilled = contacts.data !== undefined && contacts.data.length > 0;
  return (
    <section className="site-contacts" aria-labelledby="contacts-heading">
      <div className="section-top">
        <h2 id="contacts-heading">{words.site.contacts}</h2>
        <div className="section-actions">
          {isFilled && (
            <ActionButton
              tone="quiet"
              icon={<Printer aria-hidden />}
              onPress={() => {
                window.print();
              }}
            >
              {words.site.print}
            </ActionButton>
          )}
          {may && contacts.data !== undefined && contacts.data.length > 1 && (
            <LinkButton to={place.slots} tone="quiet" icon={<ListOrdered aria-hidden />} preventScrollReset>
              {words.slots.title}
            </LinkButton>
          )}
          {may && (
            <LinkButton
              to={place.createContact}
              tone="primary"
              icon={<UserPlus aria-hidden />}
              preventScrollReset
            >
              {words.site.addContact}
            </LinkButton>
          )}
        </div>
      </div>
      {contacts.isError && contacts.data === undefined && (
        <ProblemNotice
          error={contacts.error}
          title={words.problems.loadFailed}
          onRetry={() => void contacts.refetch()}
        />
      )}
      {contacts.isPending && <Skeleton lines={3} />}
      {contacts.data?.length === 0 && <NoContacts />}
      {isFilled && <ContactList contacts={contacts.data} />}
    </section>
  );
}
