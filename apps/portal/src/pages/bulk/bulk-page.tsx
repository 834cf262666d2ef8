import { useQuery } from '@tanstack/react-query';
import { Outlet, useSearchParams } from 'react-router';
import { bulkRunsQuery, bulkScopeIn } from '../../api/bulk.ts';
import { useMay } from '../../app/use-may.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';
import { BulkRuns } from './bulk-runs.tsx';
import { ExportCard } from './export-card.tsx';
import { ImportCard } from './import-card.tsx';
import { SendCard } from './send-card.tsx';

/** What is done for many contacts at once: import, validate, send, export; and what was done lately. */
export function BulkPage() {
  const words = useWords();
  const may = useMay('imports:write');
  const [search] = useSearchParams();
  const { nextAction } = bulkScopeIn(search);
  const runs = useQuery(bulkRunsQuery);
  return (
    <>
      <div className="page-top">
        <PageHeading tab={words.bulk.title}>{words.bulk.title}</PageHeading>
      </div>
      <div className="cards">
        {may && <ImportCard />}
        {may && <SendCard scope={nextAction === undefined ? {} : { nextAction }} />}
        <ExportCard siteId={null} />
      </div>
      {runs.isError && <ProblemNotice error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data !== undefined && <BulkRuns runs={runs.data} />}
      <Outlet />
    </>
  );
}
