import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { fieldErrorsOf } from '../../api/problem.ts';
import { meKey, meQuery } from '../../api/session.ts';
import { addDealer, dealersQuery, settingsKeys } from '../../api/settings.ts';
import { paths } from '../../app/paths.ts';
import { switchDealer } from '../../app/switch-dealer.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useCount } from '../../format/use-count.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';

/** The dealers of a company; one can be opened, and one added. */
export function DealersSection({ ceiling }: { readonly ceiling: number }) {
  const words = useWords();
  const own = words.company;
  const client = useQueryClient();
  const navigate = useNavigate();
  const count = useCount();
  const acting = useQuery(meQuery).data?.dealer?.id;
  const dealers = useQuery(dealersQuery);
  const draft = useKeptDraft('add-dealer', { name: '' }, ({ name }) =>
    name.trim() === '' ? [missing('name', own.needDealerName)] : [],
  );
  const adding = useMutation({
    meta: { says: own.added },
    mutationFn: () => addDealer(draft.values.name),
    onSuccess: (all) => {
      client.setQueryData(settingsKeys.dealers, all);
      void client.invalidateQueries({ queryKey: meKey });
      draft.set('name', '');
      draft.forget();
    },
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  return (
    <Card title={own.dealers}>
      {dealers.isError && <ProblemNotice error={dealers.error} onRetry={() => void dealers.refetch()} />}
      {dealers.isPending && <Skeleton lines={3} label={words.common.loading} />}
      <ul className="plain-rows">
        {dealers.data?.items.map(({ id, name, sites, people, welcomesToday }) => (
          <li key={id} className="plain-row">
            <div>
              <strong>{name}</strong>
              {id === acting && <span className="muted"> ({own.acting})</span>}
              <p className="muted small">
                {own.dealerSites(sites)} · {own.dealerPeople(people)} ·{' '}
                {own.dealerToday(count(welcomesToday), count(ceiling))}
              </p>
            </div>
            {id !== acting && (
              <ActionButton
                tone="quiet"
                aria-label={`${own.actFor} ${name}`}
                onPress={() => {
                  void switchDealer(client, id).then(() => navigate(paths.start));
                }}
              >
                {own.actFor}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      <DraftForm draft={draft} isPending={adding.isPending} className="form" onSubmit={() => adding.mutate()}>
        {adding.isError && <ProblemNotice error={adding.error} />}
        <LineField label={own.dealerName} {...draft.field('name')} autoComplete="off" />
        <div className="form-actions">
          <ActionButton type="submit" pendingWords={adding.isPending ? own.adding : null}>
            {own.addDealer}
          </ActionButton>
        </div>
      </DraftForm>
    </Card>
  );
}
