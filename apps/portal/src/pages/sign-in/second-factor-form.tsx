import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meKey } from '../../api/session.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { useWords } from '../../words/words.tsx';

/** The second step of a sign-in, where the account has a second factor. */
export function SecondFactorForm() {
  const words = useWords();
  const own = words.entry;
  const client = useQueryClient();
  const [kind, setKind] = useState<'app' | 'backup'>('app');
  const draft = useDraft({ code: '' }, ({ code }) =>
    code.trim() === '' ? [missing('code', own.needCode)] : [],
  );
  const giving = useMutation({
    mutationFn: async () =>
      (await import('../../api/account.ts')).giveSecondFactor(kind, draft.values.code.replace(/\s/gu, '')),
    onSuccess: () => client.refetchQueries({ queryKey: meKey }),
  });
  return (
    <>
      <p className="muted">{kind === 'app' ? own.codeIntro : own.backupIntro}</p>
      <DraftForm draft={draft} isPending={giving.isPending} className="form" onSubmit={() => giving.mutate()}>
        {giving.isError && <AccountNotice error={giving.error} />}
        <LineField
          key={kind}
          label={kind === 'app' ? own.code : own.backupCode}
          {...draft.field('code')}
          inputMode={kind === 'app' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          startsFocused
        />
        <ActionButton
          type="submit"
          tone="primary"
          pendingWords={giving.isPending ? own.codeSubmitting : null}
        >
          {own.codeSubmit}
        </ActionButton>
        <ActionButton
          tone="quiet"
          onPress={() => {
            setKind(kind === 'app' ? 'backup' : 'app');
            draft.set('code', '');
          }}
        >
          {kind === 'app' ? own.useBackup : own.useApp}
        </ActionButton>
      </DraftForm>
    </>
  );
}
