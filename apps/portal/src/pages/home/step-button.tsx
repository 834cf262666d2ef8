import type { ReactNode } from 'react';
import type { To } from 'react-router';
import type { WorklistItem } from '../../api/home.ts';
import { useMay, type Action } from '../../app/use-may.ts';
import { usePlace } from '../../app/use-place.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useWords } from '../../words/words.tsx';
import { SendLink } from '../contact/send-link.tsx';
import { ValidateButton } from '../contact/validate-button.tsx';
import { ACTION_ICONS } from './action-icons.ts';

/** Does the next step, or opens the window that does it; what takes a call offers the call. */
export function StepButton({ item: { site, action, contact } }: { readonly item: WorklistItem }) {
  const words = useWords().home;
  const place = usePlace(site.id);
  const Icon = ACTION_ICONS[action];
  const icon = <Icon aria-hidden />;
  if (action === 'add_contact') {
    return (
      <WindowLink may="contacts:write" to={place.createContact} icon={icon} label={words.doAdd(site.name)}>
        {words.actions.add_contact}
      </WindowLink>
    );
  }
  if (contact === null) return null;
  const { id, name, phone } = contact;
  switch (action) {
    case 'validate':
      return <ValidateButton contact={contact} tone="primary" />;
    case 'send':
    case 'resend':
      return <SendLink contact={contact} tone="primary" />;
    case 'correct_number':
      return (
        <WindowLink
          may="contacts:write"
          to={place.editContact(id)}
          state={{ startsAt: 'phone' }}
          icon={icon}
          label={words.doCorrect(name)}
        >
          {words.actions.correct_number}
        </WindowLink>
      );
    case 'ask_support':
      return (
        <WindowLink may="support:ask" to={place.askSupport(id)} icon={icon} label={words.doAsk(name)}>
          {words.actions.ask_support}
        </WindowLink>
      );
    case 'read_reply':
      return (
        <WindowLink may="contacts:read" to={place.contact(id)} icon={icon} label={words.doRead(name)}>
          {words.actions.read_reply}
        </WindowLink>
      );
    case 'call_customer':
      return (
        <a className="button button-primary" href={`tel:${phone}`} aria-label={words.doCall(name)}>
          {icon}
          <span>{words.actions.call_customer}</span>
        </a>
      );
    case 'wait':
      return null;
  }
}

interface WindowLinkProps {
  readonly may: Action;
  readonly to: To;
  readonly state?: unknown;
  readonly icon: ReactNode;
  readonly label: string;
  readonly children: string;
}

function WindowLink({ may, to, state, icon, label, children }: WindowLinkProps) {
  const isAllowed = useMay(may);
  if (!isAllowed) return null;
  return (
    <LinkButton to={to} state={state} tone="primary" preventScrollReset icon={icon} aria-label={label}>
      {children}
    </LinkButton>
  );
}
