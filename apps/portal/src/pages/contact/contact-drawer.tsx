import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { contactQuery, timelineQuery, type Contact } from '../../api/contacts.ts';
import { paths } from '../../app/paths.ts';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { LineChip } from './line-chip.tsx';
import { SendLink } from './send-link.tsx';
import { StatusBlock } from './status-block.tsx';
import { Timeline } from './timeline.tsx';
import { ValidateButton } from './validate-button.tsx';

/** Everything about one contact, beside the site's list. */
export function ContactDrawer() {
  const words = useWords();
  const { siteId = '', contactId = '' } = useParams();
  const navigate = useNavigate();
  const contact = useQuery(contactQuery(contactId));
  const timeline = useQuery(timelineQuery(contactId));
  return (
    <Window
      kind="drawer"
      title={contact.data?.name ?? words.contact.title}
      onClose={() => void navigate(paths.site(siteId), { preventScrollReset: true })}
    >
      <div className="dialog-body">
        {contact.data !== undefined && <ContactFacts contact={contact.data} />}
        {contact.isPending && <Skeleton lines={5} kind="text" />}
        {contact.isError && (
          <ProblemNotice
            error={contact.error}
            title={words.problems.loadFailed}
            onRetry={() => void contact.refetch()}
          />
        )}
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

function ContactFacts({ contact }: { readonly contact: Contact }) {
  const words = useWords();
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
      <div className="contact-actions">
        <SendLink contact={contact} tone="primary" />
        <ValidateButton contact={contact} />
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
      </section>
    </>
  );
}
