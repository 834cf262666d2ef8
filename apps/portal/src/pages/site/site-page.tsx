import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, UserPlus } from 'lucide-react';
import { Link, Outlet, useParams } from 'react-router';
import { ApiProblem } from '../../api/problem.ts';
import { contactsQuery } from '../../api/contacts.ts';
import { siteQuery } from '../../api/sites.ts';
import { NotFoundPage } from '../../app/error-page.tsx';
import { paths } from '../../app/paths.ts';
import { useStatusAnnouncements } from '../../live/use-status-announcements.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { ContactList } from './contact-list.tsx';
import { GeneralSection } from './general-section.tsx';
import { NoContacts } from './no-contacts.tsx';
import { ReachabilityBadge } from './reachability-badge.tsx';
import { SiteNotice } from './site-notice.tsx';

/** One site: its General section and the people on its list. Windows open over it. */
export function SitePage() {
  const words = useWords();
  const { siteId = '' } = useParams();
  const site = useQuery(siteQuery(siteId));
  const contacts = useQuery(contactsQuery(siteId));
  useStatusAnnouncements(contacts.data);
  if (site.error instanceof ApiProblem && site.error.problem.status === 404) return <NotFoundPage />;
  const failed = [site, contacts].find((query) => query.isError && query.data === undefined);
  return (
    <>
      <Link to={paths.sites} className="back-link">
        <ArrowLeft aria-hidden />
        {words.site.back}
      </Link>
      {failed !== undefined && (
        <ProblemNotice
          error={failed.error}
          title={words.problems.loadFailed}
          onRetry={() => void failed.refetch()}
        />
      )}
      {site.data === undefined && failed === undefined && <Skeleton lines={4} kind="text" />}
      {site.data !== undefined && (
        <>
          <div className="page-top">
            <PageHeading key={siteId} tab={site.data.name}>
              {site.data.name}
            </PageHeading>
            <ReachabilityBadge reachability={site.data.reachability} />
          </div>
          <SiteNotice />
          <div className="site-columns">
            <section className="site-contacts" aria-labelledby="contacts-heading">
              <div className="section-top">
                <h2 id="contacts-heading">{words.site.contacts}</h2>
                <LinkButton
                  to={paths.createContact(siteId)}
                  tone="primary"
                  icon={<UserPlus aria-hidden />}
                  preventScrollReset
                >
                  {words.site.addContact}
                </LinkButton>
              </div>
              {contacts.isPending && <Skeleton lines={3} />}
              {contacts.data?.length === 0 && <NoContacts />}
              {contacts.data !== undefined && contacts.data.length > 0 && (
                <ContactList contacts={contacts.data} />
              )}
            </section>
            <GeneralSection site={site.data} />
          </div>
        </>
      )}
      <Outlet />
    </>
  );
}
