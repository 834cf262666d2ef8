import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { removeContact, type Contact } from '../../api/contacts.ts';
import { usePlace } from '../../app/use-place.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
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
  const [isAsked, setAsked] = useState(false);
  const [isKept, setKept] = useState(false);
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
  if (!isAsked) {
    return (
      <ActionButton
        tone="quiet"
        startsFocused={isKept}
        icon={<Trash2 aria-hidden />}
        onPress={() => {
          setAsked(true);
        }}
      >
        {own.remove}
      </ActionButton>
    );
  }
  return (
    <Notice tone="warning" role="alert" title={own.question(contact.name)}>
      <p>{own.meaning}</p>
      <div className="contact-actions">
        <ActionButton
          tone="danger"
          pendingWords={removing.isPending ? own.removing : null}
          onPress={() => {
            removing.mutate();
          }}
        >
          {own.remove}
        </ActionButton>
        <ActionButton
          startsFocused
          onPress={() => {
            setKept(true);
            setAsked(false);
          }}
        >
          {own.keep}
        </ActionButton>
      </div>
      {removing.isError && <ProblemNotice error={removing.error} />}
    </Notice>
  );
}
