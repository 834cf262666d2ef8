import { useQuery } from '@tanstack/react-query';
import { LifeBuoy, Pencil } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { contactQuery, timelineQuery, type Contact, type TimelineEntry } from '../../api/contacts.ts';
import { useMay } from '../../app/use-may.ts';
import { usePlace } from '../../app/use-place.ts';
import { Facts } from '../../ui/facts.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { SupportCases } from '../support/support-cases.tsx';
import { CancelTextButton } from './cancel-text-button.tsx';
import { ExportEvidenceButton } from './export-evidence-button.tsx';
import { LineChip } from './line-chip.tsx';
import { RemoveContact } from './remove-contact.tsx';
import { RepliesToRead } from './replies-to-read.tsx';
import { SendLink } from './send-link.tsx';
import { StatusBlock } from './status-block.tsx';
import { Timeline } from './timeline.tsx';
import { ValidateButton } from './validate-button.tsx';

/** Everything about one contact, beside the page that one is on. */
export function ContactDrawer() {
  const words = useWords();
  const { siteId = '', contactId = '' } = useParams();
  const navigate = useNavigate();
  const place = usePlace(siteId);
  const contact = useQuery(contactQuery(contactId));
  const timeline = useQuery(timelineQuery(contactId));
  return (
    <Window
      kind="drawer"
      title={contact.data?.name ?? words.contact.title}
      onClose={() => void navigate(place.page, { preventScrollReset: true })}
    >
      <div className="dialog-body">
        {contact.data !== undefined && <ContactFacts contact={contact.data} entries={timeline.data ?? []} />}
        {contact.isPending && <Skeleton lines={5} kind="text" />}
        {contact.isError && contact.data === undefined && (
          <ProblemNotice
            error={contact.error}
            title={words.problems.loadFailed}
            onRetry={() => void contact.refetch()}
          />
        )}
        <SupportCases contactId={contactId} />
        <section aria-labelledby="timeline-heading">
          <h3 id="timeline-heading">{words.details.timeline}</h3>
          {timeline.isPending && <Skeleton lines={3} kind="text" />}
          {timeline.isError && (
            <ProblemNotice error={timeline.error} onRetry={() => void timeline.refetch()} />
          )}
          {timeline.data !== undefined && <Timeline entries={timeline.data} />}
        </section>
      </div>
    </Window>
  );
}

interface ContactFactsProps {
  readonly contact: Contact;
  readonly entries: readonly TimelineEntry[];
}

function ContactFacts({ contact, entries }: ContactFactsProps) {
  const words = useWords();
  const place = usePlace(contact.siteId);
  const mayEdit = useMay('contacts:write');
  const mayAsk = useMay('support:ask');
  const { contact: labels, site } = words;
  const { lineCheck } = contact;
  return (
    <>
      <p className="contact-phone">
        <a className="digits phone-link" href={`tel:${contact.phone}`}>
          {contact.phoneDisplay}
        </a>
        <LineChip chip={contact.chip} />
      </p>
      {lineCheck.result !== 'unchecked' && (
        <p className="muted">
          {lineCheck.lineType === null
            ? words.lineResults[lineCheck.result]
            : words.lineTypes[lineCheck.lineType]}
          {lineCheck.carrier !== null && ` ${labels.carrier(lineCheck.carrier)}`}
        </p>
      )}
      <StatusBlock contact={contact} />
      <RepliesToRead contact={contact} entries={entries} />
      <div className="contact-actions">
        <SendLink contact={contact} tone="primary" />
        <CancelTextButton contact={contact} />
        <ValidateButton contact={contact} />
        {mayEdit && (
          <LinkButton to={place.editContact(contact.id)} preventScrollReset icon={<Pencil aria-hidden />}>
            {labels.edit}
          </LinkButton>
        )}
        <ExportEvidenceButton contact={contact} />
        {mayAsk && (
          <LinkButton
            to={place.askSupport(contact.id)}
            preventScrollReset
            tone="quiet"
            icon={<LifeBuoy aria-hidden />}
          >
            {words.support.ask}
          </LinkButton>
        )}
      </div>
      <section aria-labelledby="facts-heading">
        <h3 id="facts-heading">{words.details.facts}</h3>
        <Facts
          facts={[
            [labels.jobTitle, contact.title],
            [labels.slotNumber, contact.slotNumber === null ? null : site.slot(contact.slotNumber)],
            [labels.emergencyContact, contact.emergencyContact ? labels.yes : labels.no],
            [labels.email, contact.email],
            [labels.emailVerification, contact.emailVerification ? labels.yes : labels.no],
            [
              labels.language,
              contact.language === null ? labels.languageOfSite : words.languages[contact.language],
            ],
          ]}
        />
        {mayEdit && <RemoveContact contact={contact} />}
      </section>
    </>
  );
}
