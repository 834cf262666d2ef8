import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldErrorsOf } from '../../api/problem.ts';
import { changeTextingSettings, textingSettingsKey, type TextingSettings } from '../../api/texting.ts';
import { useMay } from '../../app/use-may.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChoiceField, type Choice } from '../../ui/choice-field.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';

const NEVER = 'never';
const REMINDER_DAYS = [1, 2, 3, 5, 7, 10, 14];
const RECHECK_DAYS = [30, 90, 180, 365, 730];
const EVENINGS = ['17:00', '18:00', '19:00', '20:00', '21:00'];
const MORNINGS = ['08:00', '09:00', '10:00', '11:00'];

/** What was chosen elsewhere, by a program for example, can be kept. */
const withOwn = <T,>(usual: readonly T[], own: T | null): readonly T[] =>
  own === null || usual.includes(own) ? usual : [own, ...usual];

const numberOrNull = (chosen: string): number | null => (chosen === NEVER ? null : Number(chosen));

export function TextingForm({ settings }: { readonly settings: TextingSettings }) {
  const words = useWords();
  const own = words.texting;
  const mayChange = useMay('dealer_settings:write');
  const client = useQueryClient();
  const draft = useKeptDraft(
    'texting',
    {
      reminder: String(settings.reminderAfterDays ?? NEVER),
      from: settings.quietHours.from,
      until: settings.quietHours.until,
      recheck: String(settings.recheckAfterDays ?? NEVER),
    },
    () => [],
  );
  const saving = useMutation({
    mutationFn: ({ reminder, from, until, recheck }: typeof draft.values) =>
      changeTextingSettings({
        reminderAfterDays: numberOrNull(reminder),
        quietHours: { from, until },
        recheckAfterDays: numberOrNull(recheck),
      }),
    onSuccess: (changed, sent) => {
      draft.saved(sent);
      client.setQueryData(textingSettingsKey, changed);
    },
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  const days = (usual: readonly number[], value: number | null): Choice[] => [
    { id: NEVER, text: own.never },
    ...withOwn(usual, value).map((count) => ({ id: String(count), text: own.afterDays(count) })),
  ];
  const times = (usual: readonly string[], value: string): Choice[] =>
    withOwn(usual, value).map((time) => ({ id: time, text: time }));
  return (
    <DraftForm draft={draft} isPending={saving.isPending} onSubmit={() => saving.mutate(draft.values)}>
      <KeptNotice of={draft} />
      <Card title={own.reminders}>
        <div className="form">
          {saving.isError && <ProblemNotice error={saving.error} />}
          <ChoiceField
            {...draft.field('reminder')}
            label={own.reminder}
            hint={own.reminderHint}
            choices={days(REMINDER_DAYS, settings.reminderAfterDays)}
          />
        </div>
      </Card>
      <Card title={own.quietHours}>
        <p className="muted">{own.quietIntro}</p>
        <div className="form-pair">
          <ChoiceField
            {...draft.field('from')}
            label={own.quietFrom}
            choices={times(EVENINGS, settings.quietHours.from)}
          />
          <ChoiceField
            {...draft.field('until')}
            label={own.quietUntil}
            choices={times(MORNINGS, settings.quietHours.until)}
          />
        </div>
      </Card>
      <Card title={own.lineChecks}>
        <div className="form">
          <ChoiceField
            {...draft.field('recheck')}
            label={own.recheck}
            hint={own.recheckHint}
            choices={days(RECHECK_DAYS, settings.recheckAfterDays)}
          />
        </div>
      </Card>
      {saving.isSuccess && !draft.changed && <Notice tone="good" role="status" title={own.saved} />}
      {mayChange && (
        <div className="form-actions">
          <ActionButton
            type="submit"
            tone="primary"
            pendingWords={saving.isPending ? words.common.saving : null}
          >
            {words.common.save}
          </ActionButton>
        </div>
      )}
    </DraftForm>
  );
}
