import { useMutation } from '@tanstack/react-query';
import { CircleX } from 'lucide-react';
import type { Contact } from '../../api/contacts.ts';
import { cancelWelcome } from '../../api/welcome-text.ts';
import { useMay } from '../../app/use-may.ts';
import { useAnnounce } from '../../live/announcer.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';
import { useContactRefresh } from './use-contact-refresh.ts';

/** Takes back a text that still waits here; once it is with the carrier nobody can. */
export function CancelTextButton({ contact }: { readonly contact: Contact }) {
  const words = useWords().contact;
  const may = useMay('welcome:send');
  const refresh = useContactRefresh();
  const announce = useAnnounce();
  const cancelling = useMutation({
    mutationFn: () => cancelWelcome(contact.id),
    onSuccess: () => {
      announce(words.textCancelled(contact.name));
    },
    onSettled: () => {
      refresh(contact);
    },
  });
  const { state } = contact.welcome;
  if (!may || (state !== 'held' && state !== 'queued')) return null;
  return (
    <>
      <ActionButton
        icon={<CircleX aria-hidden />}
        aria-label={words.cancelTextTo(contact.name)}
        pendingWords={cancelling.isPending ? words.cancelling : null}
        onPress={() => {
          cancelling.mutate();
        }}
      >
        {words.cancelText}
      </ActionButton>
      {cancelling.isError && <ProblemNotice error={cancelling.error} />}
    </>
  );
}
