import type { Schemas } from '@keyholder/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldErrorsOf } from '../../api/problem.ts';
import { changeCompany, settingsKeys } from '../../api/settings.ts';
import { meKey } from '../../api/session.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';

export function CompanyForm({ company }: { readonly company: Schemas['Company'] }) {
  const words = useWords();
  const own = words.company;
  const client = useQueryClient();
  const draft = useKeptDraft(
    'company',
    {
      name: company.name,
      dailyWelcomeCeiling: String(company.dailyWelcomeCeiling),
      evidenceYears: String(company.evidenceYears),
    },
    (values) =>
      (['dailyWelcomeCeiling', 'evidenceYears'] as const)
        .filter((field) => !/^\d+$/u.test(values[field].trim()))
        .map((field) => missing(field, own.needNumber)),
  );
  const saving = useMutation({
    mutationFn: ({ name, dailyWelcomeCeiling, evidenceYears }: typeof draft.values) =>
      changeCompany(company.version, {
        name,
        dailyWelcomeCeiling: Number(dailyWelcomeCeiling),
        evidenceYears: Number(evidenceYears),
      }),
    onSuccess: (changed, sent) => {
      draft.saved(sent);
      client.setQueryData(settingsKeys.company, changed);
      void client.invalidateQueries({ queryKey: meKey });
    },
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  return (
    <Card title={own.title}>
      <DraftForm
        draft={draft}
        isPending={saving.isPending}
        className="form"
        onSubmit={() => saving.mutate(draft.values)}
      >
        <KeptNotice of={draft} />
        {saving.isError && <ProblemNotice error={saving.error} />}
        <LineField label={own.name} {...draft.field('name')} autoComplete="organization" />
        <LineField
          label={own.ceiling}
          hint={own.ceilingHint}
          {...draft.field('dailyWelcomeCeiling')}
          inputMode="numeric"
          autoComplete="off"
        />
        <LineField
          label={own.evidenceYears}
          hint={own.evidenceYearsHint}
          {...draft.field('evidenceYears')}
          inputMode="numeric"
          autoComplete="off"
        />
        <div className="form-actions">
          <ActionButton
            type="submit"
            tone="primary"
            pendingWords={saving.isPending ? words.common.saving : null}
          >
            {own.save}
          </ActionButton>
          <LiveStatus className="muted">{saving.isSuccess && !draft.changed && own.saved}</LiveStatus>
        </div>
      </DraftForm>
    </Card>
  );
}
