import { Send } from 'lucide-react';
import type { Contact } from '../../api/contacts.ts';
import { usePlace } from '../../app/use-place.ts';
import { useMay } from '../../app/use-may.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useWords } from '../../words/words.tsx';
import { sendAction } from './next-actions.ts';

interface SendLinkProps {
  readonly contact: Contact;
  readonly tone?: 'primary' | 'secondary';
}

/** Opens the welcome text's preview, where there is something to send. */
export function SendLink({ contact, tone = 'secondary' }: SendLinkProps) {
  const words = useWords().contact;
  const place = usePlace(contact.siteId);
  const may = useMay('welcome:send');
  const action = sendAction(contact);
  if (action === null || !may) return null;
  const name = action === 'send' ? words.sendTo(contact.name) : words.resendTo(contact.name);
  return (
    <LinkButton
      to={place.welcomeText(contact.id)}
      preventScrollReset
      tone={tone}
      icon={<Send aria-hidden />}
      aria-label={name}
    >
      {action === 'send' ? words.send : words.resend}
    </LinkButton>
  );
}
