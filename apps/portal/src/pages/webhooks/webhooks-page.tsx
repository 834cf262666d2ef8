import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/session.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useWords } from '../../words/words.tsx';
import { WebhooksSection } from './webhooks-section.tsx';

/** Where events are sent: the dealer's, and for its admins the company's of all dealers. */
export function WebhooksPage() {
  const own = useWords().webhooks;
  const me = useQuery(meQuery).data;
  if (me === null || me === undefined) return null;
  return (
    <>
      <PageHeading tab={own.title}>{own.title}</PageHeading>
      <p className="muted">
        {own.intro}{' '}
        <a href="/api/docs" target="_blank" rel="noreferrer">
          {own.docs}
        </a>
      </p>
      {me.actions.includes('webhooks:manage') && me.dealer !== null && (
        <WebhooksSection key={me.dealer.id} place="dealer" />
      )}
      {me.actions.includes('company_webhooks:manage') && <WebhooksSection place="company" />}
    </>
  );
}
