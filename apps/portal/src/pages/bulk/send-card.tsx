import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Send, ShieldCheck } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { bulkKeys, bulkPreviewQuery, bulkSearch, startBulkRun, type BulkScope } from '../../api/bulk.ts';
import { paths } from '../../app/paths.ts';
import { useMay } from '../../app/use-may.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';

/** How many numbers are unchecked and how many people have had no text, with the way to do it for all. */
export function SendCard({ scope = {} }: { readonly scope?: BulkScope }) {
  const words = useWords();
  const own = words.bulk.many;
  const navigate = useNavigate();
  const client = useQueryClient();
  const mayCheck = useMay('phones:check');
  const maySend = useMay('welcome:send');
  const preview = useQuery(bulkPreviewQuery(scope));
  const validating = useMutation({
    mutationFn: () => startBulkRun({ kind: 'validate', ...scope }),
    onSuccess: async (run) => {
      await client.invalidateQueries({ queryKey: bulkKeys.all });
      await navigate(paths.bulkRun(run.id));
    },
  });
  return (
    <section className="card bulk-card" aria-labelledby="many-heading">
      <h2 id="many-heading">{own.heading}</h2>
      {scope.nextAction !== undefined && (
        <p>
          {own.onlyStep(words.home.actions[scope.nextAction])} <Link to={paths.bulk}>{own.allSites}</Link>
        </p>
      )}
      {preview.isPending && <Skeleton lines={3} kind="text" />}
      {preview.isError && <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data !== undefined && (
        <>
          <p>{own.toValidate(preview.data.toValidate)}</p>
          <p>{own.toSend(preview.data.toSend, preview.data.segments)}</p>
          {preview.data.notSent > 0 && <p className="muted">{own.notSent(preview.data.notSent)}</p>}
          <div className="contact-actions">
            {mayCheck && preview.data.toValidate > 0 && (
              <ActionButton
                icon={<ShieldCheck aria-hidden />}
                pendingWords={validating.isPending ? own.starting : null}
                onPress={() => {
                  validating.mutate();
                }}
              >
                {own.validate}
              </ActionButton>
            )}
            {maySend && preview.data.toSend > 0 && (
              <LinkButton
                to={{ pathname: paths.bulkSend, search: bulkSearch(scope) }}
                tone="primary"
                icon={<Send aria-hidden />}
              >
                {own.send}
              </LinkButton>
            )}
          </div>
          {validating.isError && <ProblemNotice error={validating.error} />}
        </>
      )}
    </section>
  );
}
