import { Send } from 'lucide-react';
import { useLocation } from 'react-router';
import type { Contact } from '../../api/contacts.ts';
import { paths } from '../../app/paths.ts';
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
  const { pathname } = useLocation();
  const action = sendAction(contact);
  if (action === null) return null;
  const name = action === 'send' ? words.sendTo(contact.name) : words.resendTo(contact.name);
  return (
    <LinkButton
      to={paths.welcomeText(contact.siteId, contact.id)}
      state={{ from: pathname }}
      preventScrollReset
      tone={tone}
      icon={<Send aria-hidden />}
      aria-label={name}
    >
      {action === 'send' ? words.send : words.resend}
    </LinkButton>
  );
}
