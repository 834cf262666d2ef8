import { PanelRightOpen } from 'lucide-react';
import type { Contact } from '../../api/contacts.ts';
import { usePlace } from '../../app/use-place.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useWords } from '../../words/words.tsx';
import { LineChip } from '../contact/line-chip.tsx';
import { wantsValidation } from '../contact/next-actions.ts';
import { CancelTextButton } from '../contact/cancel-text-button.tsx';
import { SendLink } from '../contact/send-link.tsx';
import { StatusBlock } from '../contact/status-block.tsx';
import { ValidateButton } from '../contact/validate-button.tsx';

/** One person on the list: who, which number, where they stand, what can be done. */
export function ContactRow({ contact }: { readonly contact: Contact }) {
  const words = useWords().site;
  const { id, siteId, name, title, slotNumber, status } = contact;
  const place = usePlace(siteId);
  return (
    <li className={`contact-row edge-${status.colour}`} aria-label={name}>
      <div className="contact-who">
        <h3>{name}</h3>
        <p className="muted">
          {[title, slotNumber === null ? null : words.slot(slotNumber)]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        <p className="contact-phone">
          <span className="digits">{contact.phoneDisplay}</span>
          <LineChip chip={contact.chip} />
        </p>
      </div>
      <StatusBlock contact={contact} />
      <div className="contact-actions">
        {wantsValidation(contact) && <ValidateButton contact={contact} />}
        <SendLink contact={contact} />
        <CancelTextButton contact={contact} />
        <LinkButton
          to={place.contact(id)}
          tone="quiet"
          preventScrollReset
          icon={<PanelRightOpen aria-hidden />}
          aria-label={words.details(name)}
        >
          {words.detailsShort}
        </LinkButton>
      </div>
    </li>
  );
}
