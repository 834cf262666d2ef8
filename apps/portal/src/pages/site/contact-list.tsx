import type { Contact } from '../../api/contacts.ts';
import { useWords } from '../../words/words.tsx';
import { ContactRow } from './contact-row.tsx';

export function ContactList({ contacts }: { readonly contacts: readonly Contact[] }) {
  const words = useWords().site;
  return (
    <ul className="contacts" aria-label={words.contacts}>
      {contacts.map((contact) => (
        <ContactRow key={contact.id} contact={contact} />
      ))}
    </ul>
  );
}
