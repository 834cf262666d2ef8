import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, CircleStop, Play } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { bulkKeys, bulkRunQuery, resumeBulkRun, stopBulkRun, type BulkRun } from '../../api/bulk.ts';
import { ApiProblem } from '../../api/problem.ts';
import { NotFoundPage } from '../../app/error-page.tsx';
import { paths } from '../../app/paths.ts';
import { useMay } from '../../app/use-may.ts';
import { useCount } from '../../format/use-count.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { ImportDraft } from './import-draft.tsx';
import { RunItems } from './run-items.tsx';
import { RunProgress } from './run-progress.tsx';
import { SendCard } from './send-card.tsx';

/** One run: its draft where it is an import, how far it is, what became of each row or contact. */
export function BulkRunPage() {
  const words = useWords();
  const { runId = '' } = useParams();
  const run = useQuery(bulkRunQuery(runId));
  if (run.error instanceof ApiProblem && run.error.problem.status === 404) return <NotFoundPage />;
  return (
    <>
      <Link to={paths.bulk} className="back-link">
        <ArrowLeft aria-hidden />
        {words.bulk.title}
      </Link>
      {run.isPending && <Skeleton lines={4} kind="text" />}
      {run.isError && run.data === undefined && (
        <ProblemNotice error={run.error} onRetry={() => void run.refetch()} />
      )}
      {run.data !== undefined && (
        <>
          <PageHeading tab={words.bulk.kinds[run.data.kind]}>
            {run.data.fileName ?? words.bulk.kinds[run.data.kind]}
          </PageHeading>
          {run.data.state === 'draft' ? <ImportDraft run={run.data} /> : <RunState run={run.data} />}
        </>
      )}
    </>
  );
}

function RunState({ run }: { readonly run: BulkRun }) {
  const words = useWords().bulk;
  const client = useQueryClient();
  const may = useMay('imports:write');
  const { counts, state } = run;
  const count = useCount();
  const change = useMutation({
    mutationFn: () => (state === 'running' ? stopBulkRun(run.id) : resumeBulkRun(run.id)),
    onSuccess: (changed) => {
      client.setQueryData(bulkKeys.run(run.id), changed);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: bulkKeys.all }),
  });
  return (
    <>
      <section className="card bulk-card" aria-label={words.states[state]}>
        <RunProgress label={words.states[state]} done={counts.total - counts.waiting} of={counts.total} />
        <p>{words.outcome(count(counts.done), count(counts.skipped), count(counts.failed))}</p>
        {may && state !== 'done' && (
          <div className="contact-actions">
            <ActionButton
              icon={state === 'running' ? <CircleStop aria-hidden /> : <Play aria-hidden />}
              pendingWords={change.isPending ? words.changing : null}
              onPress={() => {
                change.mutate();
              }}
            >
              {state === 'running' ? words.stop : words.goOn}
            </ActionButton>
          </div>
        )}
        {change.isError && <ProblemNotice error={change.error} />}
      </section>
      {run.kind === 'import' && state === 'done' && counts.done > 0 && (
        <div className="cards">
          <SendCard scope={{ importId: run.id }} />
        </div>
      )}
      {counts.failed > 0 && <RunItems run={run} heading={words.failedOnes} filter={{ state: 'failed' }} />}
      {state === 'done' && counts.skipped > 0 && (
        <RunItems run={run} heading={words.skippedOnes} filter={{ state: 'skipped' }} />
      )}
    </>
  );
}
