import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerDeskCase, closeDeskCase, deskKeys, type DeskCase } from '../../api/desk.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { useWords } from '../../words/words.tsx';

/** Answers a case, closes it, or both. */
export function AnswerForm({ caseId }: { readonly caseId: string }) {
  const words = useWords().desk;
  const client = useQueryClient();
  const draft = useKeptDraft(`answer.${caseId}`, { message: '' }, ({ message }) =>
    message.trim() === '' ? [missing('message', words.needAnswer)] : [],
  );
  const taken = (changed: DeskCase): void => {
    draft.set('message', '');
    draft.forget();
    client.setQueryData(deskKeys.one(caseId), changed);
    void client.invalidateQueries({ queryKey: ['desk', 'list'] });
  };
  const answering = useMutation({
    meta: { says: words.answerSent },
    mutationFn: (close: boolean) => answerDeskCase(caseId, { message: draft.values.message, close }),
    onSuccess: taken,
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  const closing = useMutation({
    meta: { says: words.caseClosed },
    mutationFn: () => closeDeskCase(caseId),
    onSuccess: taken,
  });
  const error = answering.error ?? closing.error;
  const isPending = answering.isPending || closing.isPending;
  return (
    <DraftForm draft={draft} isPending={isPending} className="form" onSubmit={() => answering.mutate(false)}>
      {error !== null && <ProblemNotice error={error} />}
      <TextAreaField label={words.answer} hint={words.answerHint} {...draft.field('message')} />
      <div className="form-actions">
        <ActionButton
          type="submit"
          tone="primary"
          pendingWords={answering.isPending && !answering.variables ? words.working : null}
        >
          {words.send}
        </ActionButton>
        <ActionButton
          pendingWords={answering.isPending && answering.variables ? words.working : null}
          onPress={() => {
            if (!isPending && draft.trySubmit()) answering.mutate(true);
          }}
        >
          {words.sendAndClose}
        </ActionButton>
        <ActionButton
          tone="quiet"
          pendingWords={closing.isPending ? words.working : null}
          onPress={() => {
            closing.mutate();
          }}
        >
          {words.close}
        </ActionButton>
      </div>
    </DraftForm>
  );
}
