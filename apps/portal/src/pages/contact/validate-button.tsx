import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { contactKeys, validateContact, type Contact } from '../../api/contacts.ts';
import { useMay } from '../../app/use-may.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useAnnounce } from '../../live/announcer.tsx';
import { useWords } from '../../words/words.tsx';
import { useContactRefresh } from './use-contact-refresh.ts';

interface ValidateButtonProps {
  readonly contact: Contact;
  readonly tone?: 'primary' | 'secondary';
}

/** Has the kind of line looked up; the verdict shows as the contact's chip. */
export function ValidateButton({ contact, tone = 'secondary' }: ValidateButtonProps) {
  const words = useWords();
  const client = useQueryClient();
  const may = useMay('phones:check');
  const refresh = useContactRefresh();
  const announce = useAnnounce();
  const validating = useMutation({
    mutationFn: () => validateContact(contact.id),
    onSuccess: (checked) => {
      announce(`${checked.name}: ${checked.chip.text}`);
      client.setQueryData(contactKeys.one(contact.id), checked);
      refresh(contact);
    },
  });
  if (!may) return null;
  return (
    <>
      <ActionButton
        tone={tone}
        icon={<ShieldCheck aria-hidden />}
        aria-label={words.contact.validateNumber(contact.name)}
        pendingWords={validating.isPending ? words.contact.validating : null}
        onPress={() => {
          validating.mutate();
        }}
      >
        {words.contact.validate}
      </ActionButton>
      {validating.isError && <ProblemNotice error={validating.error} />}
    </>
  );
}
