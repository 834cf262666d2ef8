import type { Contact } from '../../api/contacts.ts';

type Facts = {
  readonly welcome: Pick<Contact['welcome'], 'state'>;
  readonly status: Pick<Contact['status'], 'kind'>;
  readonly chip: Pick<Contact['chip'], 'kind'>;
};

/**
 * What can be sent to a contact: never anything over a confirmation, decline or opt-out (product.md, "Resend"); nothing
 * while a text is on its way, unless nobody knows what became of it.
 */
export const sendAction = ({ welcome, status }: Facts): 'send' | 'resend' | null => {
  switch (status.kind) {
    case 'confirmed':
    case 'declined':
    case 'opted_out':
    case 'held':
    case 'scheduled':
      return null;
    case 'sending':
      return welcome.state === 'uncertain' ? 'resend' : null;
    case 'not_sent':
      return 'send';
    case 'pending_confirmation':
    case 'link_expired':
    case 'send_error':
      return 'resend';
  }
};

/** Whether a look-up is a next step: a text can be sent, and there is no verdict on the number yet. */
export const wantsValidation = (facts: Facts): boolean =>
  sendAction(facts) !== null && (facts.chip.kind === 'not_checked' || facts.chip.kind === 'could_not_check');
