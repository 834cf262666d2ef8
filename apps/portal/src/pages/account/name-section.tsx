import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { changeName } from '../../api/account.ts';
import { meKey } from '../../api/session.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { useWords } from '../../words/words.tsx';

export function NameSection({ name }: { readonly name: string }) {
  const words = useWords();
  const own = words.account;
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(
    { name },
    (values) => (values.name.trim() === '' ? [missing('name', words.entry.needName)] : []),
    form,
  );
  const saving = useMutation({
    mutationFn: ({ name: typed }: typeof draft.values) => changeName(typed.trim()),
    onSuccess: (_, sent) => {
      draft.saved(sent);
      return client.invalidateQueries({ queryKey: meKey });
    },
  });
  return (
    <Card title={own.name}>
      <form
        ref={form}
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving.isPending && draft.trySubmit()) saving.mutate(draft.values);
        }}
      >
        {saving.isError && <AccountNotice error={saving.error} />}
        <LineField
          label={own.name}
          name="name"
          autoComplete="name"
          maxLength={100}
          value={draft.values.name}
          onChange={(value) => {
            draft.set('name', value);
          }}
          error={draft.errorAt('name')}
        />
        <div className="form-actions">
          <ActionButton type="submit" pendingWords={saving.isPending ? words.common.saving : null}>
            {own.saveName}
          </ActionButton>
          <LiveStatus className="muted">{saving.isSuccess && !draft.changed && own.saved}</LiveStatus>
        </div>
      </form>
    </Card>
  );
}
