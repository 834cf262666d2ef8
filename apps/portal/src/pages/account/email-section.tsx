import { useMutation } from '@tanstack/react-query';
import { askForEmail } from '../../api/account.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';

/** The address changes when both the present one and the new one have agreed. */
export function EmailSection({ email }: { readonly email: string }) {
  const words = useWords();
  const own = words.account;
  const draft = useDraft({ email: '' }, (values) =>
    values.email.trim() === '' ? [missing('email', words.signIn.needEmail)] : [],
  );
  const asking = useMutation({ mutationFn: () => askForEmail(draft.values.email.trim()) });
  return (
    <Card title={own.email}>
      <p>{email}</p>
      {asking.isSuccess ? (
        <Notice tone="good" role="status">
          <p>{own.emailSent}</p>
        </Notice>
      ) : (
        <DraftForm
          draft={draft}
          isPending={asking.isPending}
          className="form"
          onSubmit={() => asking.mutate()}
        >
          {asking.isError && <AccountNotice error={asking.error} />}
          <LineField
            label={own.newEmail}
            {...draft.field('email')}
            name="newEmail"
            type="email"
            autoComplete="email"
          />
          <div className="form-actions">
            <ActionButton type="submit" pendingWords={asking.isPending ? own.working : null}>
              {own.changeEmail}
            </ActionButton>
          </div>
        </DraftForm>
      )}
    </Card>
  );
}
