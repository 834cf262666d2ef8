import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useWords } from '../../words/words.tsx';

interface PasswordQuestionProps {
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onPassword: (password: string) => void;
  readonly onCancel: () => void;
}

/** Asked before something about the second factor changes: a session left open is not enough. */
export function PasswordQuestion(props: PasswordQuestionProps) {
  const { submit, isPending, error, onPassword, onCancel } = props;
  const words = useWords();
  const draft = useDraft({ password: '' }, ({ password }) =>
    password === '' ? [missing('password', words.signIn.needPassword)] : [],
  );
  return (
    <DraftForm
      draft={draft}
      isPending={isPending}
      className="form"
      onSubmit={() => onPassword(draft.values.password)}
    >
      {error !== null && <AccountNotice error={error} />}
      <PasswordField
        label={words.account.confirmPassword}
        {...draft.field('password')}
        autoComplete="current-password"
        startsFocused
      />
      <div className="form-actions">
        <ActionButton type="submit" tone="primary" pendingWords={isPending ? words.account.working : null}>
          {submit}
        </ActionButton>
        <ActionButton onPress={onCancel}>{words.common.cancel}</ActionButton>
      </div>
    </DraftForm>
  );
}
