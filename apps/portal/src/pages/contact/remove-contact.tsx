import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import { removeContact, type Contact } from '../../api/contacts.ts';
import { usePlace } from '../../app/use-place.ts';
import { WarningButton } from '../../ui/warning-button.tsx';
import { useWords } from '../../words/words.tsx';
import type { Done } from '../site/done-notice.tsx';
import { useContactRefresh } from './use-contact-refresh.ts';

/** Takes a contact off the list, after a question that says what that means; the page then offers to undo it. */
export function RemoveContact({ contact }: { readonly contact: Contact }) {
  const words = useWords();
  const own = words.removeContact;
  const navigate = useNavigate();
  const place = usePlace(contact.siteId);
  const refresh = useContactRefresh();
  const removing = useMutation({
    mutationFn: () => removeContact(contact),
    onSuccess: () => {
      void navigate(place.page, {
        state: { done: 'removed', name: contact.name, contactId: contact.id } satisfies Done,
        preventScrollReset: true,
      });
    },
    onSettled: () => {
      refresh(contact);
    },
  });
  return (
    <WarningButton
      icon={<Trash2 aria-hidden />}
      question={own.question(contact.name)}
      meaning={own.meaning}
      keep={own.keep}
      pendingWords={removing.isPending ? own.removing : null}
      error={removing.error}
      onConfirm={() => removing.mutate()}
    >
      {own.remove}
    </WarningButton>
  );
}
