import type { Schemas } from '@keyholder/api-client';
import { useQueryClient } from '@tanstack/react-query';
import type { Place } from '../../api/settings.ts';
import { createWebhook, webhooksKey } from '../../api/webhooks.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useSubmission } from '../../forms/use-submission.ts';
import { LineField } from '../../ui/line-field.tsx';
import { ManyChoicesField } from '../../ui/many-choices-field.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';

interface CreateWebhookWindowProps {
  readonly place: Place;
  /** Every event that there is. */
  readonly kinds: Schemas['Webhooks']['kinds'];
  readonly onClose: () => void;
}

/** Names the form of a new webhook, for what is typed into it. */
export const newWebhook = (place: Place): string => `add-webhook.${place}`;

/** Sets a webhook up and shows its secret, once. */
export function CreateWebhookWindow({ place, kinds, onClose }: CreateWebhookWindowProps) {
  const words = useWords();
  const own = words.webhooks;
  const client = useQueryClient();
  const draft = useKeptDraft<{
    readonly url: string;
    readonly description: string;
    readonly kinds: readonly string[];
  }>(newWebhook(place), { url: '', description: '', kinds: kinds.map(({ kind }) => kind) }, (values) => [
    ...(values.url.trim() === '' ? [missing('url', own.needUrl)] : []),
    ...(values.description.trim() === '' ? [missing('description', own.needDescription)] : []),
    ...(values.kinds.length === 0 ? [missing('kinds', own.needKinds)] : []),
  ]);
  const making = useSubmission(draft, {
    send: (values) => createWebhook(place, { ...values, kinds: [...values.kinds] }),
    onTaken: () => client.invalidateQueries({ queryKey: webhooksKey(place) }),
  });
  if (making.data !== undefined) {
    return (
      <Window title={own.shown} onClose={onClose}>
        <ShownOnce secret={making.data.secret} use={own.secretUse} onDone={onClose} />
      </Window>
    );
  }
  return (
    <Window title={own.add} onClose={onClose}>
      <WindowForm
        draft={draft}
        saving={making}
        onSubmit={() => making.mutate(draft.values)}
        submit={own.add}
        submitting={own.adding}
      >
        <LineField
          label={own.url}
          hint={own.urlHint}
          {...draft.field('url')}
          type="url"
          autoComplete="off"
          startsFocused
        />
        <LineField label={own.description} {...draft.field('description')} autoComplete="off" />
        <ManyChoicesField
          label={own.kinds}
          choices={kinds.map(({ kind }) => ({ id: kind, text: own.kindWords[kind] }))}
          value={draft.values.kinds}
          onChange={(chosen) => draft.set('kinds', chosen)}
          error={draft.errorAt('kinds')}
        />
      </WindowForm>
    </Window>
  );
}
