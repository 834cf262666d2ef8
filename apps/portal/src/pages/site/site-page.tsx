import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { Link, Outlet, useParams } from 'react-router';
import { ApiProblem } from '../../api/problem.ts';
import { siteQuery } from '../../api/sites.ts';
import { NotFoundPage } from '../../app/error-page.tsx';
import { paths } from '../../app/paths.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { ExportCard } from '../bulk/export-card.tsx';
import { ArchivedNotice } from './archived-notice.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { DoneNotice } from './done-notice.tsx';
import { GeneralSection } from './general-section.tsx';
import { ReachabilityBadge } from './reachability-badge.tsx';

/** One site: its General section and the people on its list. Windows open over it. */
export function SitePage() {
  const words = useWords();
  const { siteId = '' } = useParams();
  const site = useQuery(siteQuery(siteId));
  if (site.error instanceof ApiProblem && site.error.problem.status === 404) return <NotFoundPage />;
  return (
    <>
      <Link to={paths.sites} className="back-link">
        <ArrowLeft aria-hidden />
        {words.site.back}
      </Link>
      {site.isError && site.data === undefined && (
        <ProblemNotice
          error={site.error}
          title={words.problems.loadFailed}
          onRetry={() => void site.refetch()}
        />
      )}
      {site.isPending && <Skeleton lines={4} kind="text" />}
      {site.data !== undefined && (
        <>
          <div className="page-top">
            <PageHeading key={siteId} tab={site.data.name}>
              {site.data.name}
            </PageHeading>
            {site.data.archivedAt === null && <ReachabilityBadge reachability={site.data.reachability} />}
          </div>
          <DoneNotice />
          <div className="site-columns">
            {site.data.archivedAt === null ? (
              <ContactsSection site={site.data} />
            ) : (
              <ArchivedNotice site={site.data} since={site.data.archivedAt} />
            )}
            <div className="site-side">
              <GeneralSection site={site.data} />
              {site.data.archivedAt === null && <ExportCard siteId={siteId} />}
            </div>
          </div>
        </>
      )}
      <Outlet />
    </>
  );
}
