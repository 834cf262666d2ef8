import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeName } from '../../api/account.ts';
import { meKey } from '../../api/session.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { useWords } from '../../words/words.tsx';

export function NameSection({ name }: { readonly name: string }) {
  const words = useWords();
  const own = words.account;
  const client = useQueryClient();
  const draft = useDraft({ name }, (values) =>
    values.name.trim() === '' ? [missing('name', words.entry.needName)] : [],
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
      <DraftForm
        draft={draft}
        isPending={saving.isPending}
        className="form"
        onSubmit={() => saving.mutate(draft.values)}
      >
        {saving.isError && <AccountNotice error={saving.error} />}
        <LineField label={own.name} {...draft.field('name')} autoComplete="name" maxLength={100} />
        <div className="form-actions">
          <ActionButton type="submit" pendingWords={saving.isPending ? words.common.saving : null}>
            {own.saveName}
          </ActionButton>
          <LiveStatus className="muted">{saving.isSuccess && !draft.changed && own.saved}</LiveStatus>
        </div>
      </DraftForm>
    </Card>
  );
}
