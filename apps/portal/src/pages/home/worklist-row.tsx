import { PanelRightOpen } from 'lucide-react';
import { Link } from 'react-router';
import type { WorklistItem } from '../../api/home.ts';
import { paths } from '../../app/paths.ts';
import { usePlace } from '../../app/use-place.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useWords } from '../../words/words.tsx';
import { LineChip } from '../contact/line-chip.tsx';
import { StatusBlock } from '../contact/status-block.tsx';
import { ACTION_ICONS } from './action-icons.ts';
import { StepButton } from './step-button.tsx';

/** A site below its minimum, or one where somebody has written: what to do, with whom, and the button that does it. */
export function WorklistRow({ item }: { readonly item: WorklistItem }) {
  const words = useWords();
  const { site, action, contact } = item;
  const place = usePlace(site.id);
  const Icon = ACTION_ICONS[action];
  const { reachable, minimum } = site.reachability;
  return (
    <li
      className={`contact-row edge-${contact?.status.colour ?? 'amber'}`}
      aria-label={`${site.name}: ${words.home.actions[action]}`}
    >
      <div className="contact-who">
        <h3>
          <Link to={paths.site(site.id)}>{site.name}</Link>
        </h3>
        <p className="muted">
          <span className="digits">{site.accountNumber}</span> · {words.home.reachable(reachable, minimum)}
        </p>
        <p className="step">
          <Icon aria-hidden />
          <strong>{words.home.steps[action](contact?.name ?? '')}</strong>
        </p>
      </div>
      <div>
        {contact === null ? (
          <p className="advice">{words.home.needsPeople(site.reachability.contacts)}</p>
        ) : (
          <>
            <p className="contact-phone">
              <strong>{contact.name}</strong>
              <span className="digits">{contact.phoneDisplay}</span>
              <LineChip chip={contact.chip} />
            </p>
            <StatusBlock contact={contact} />
          </>
        )}
      </div>
      <div className="contact-actions">
        <StepButton item={item} />
        {contact !== null && action !== 'read_reply' && (
          <LinkButton
            to={place.contact(contact.id)}
            tone="quiet"
            preventScrollReset
            icon={<PanelRightOpen aria-hidden />}
            aria-label={words.site.details(contact.name)}
          >
            {words.site.detailsShort}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
