import { useQueryClient } from '@tanstack/react-query';
import { createApiKey, settingsKeys } from '../../api/settings.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useSubmission } from '../../forms/use-submission.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ManyChoicesField } from '../../ui/many-choices-field.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';

const DAY_MS = 24 * 60 * 60 * 1000;
const LIVES = { days90: 90, days30: 30, days365: 365, never: null } as const;
type Life = keyof typeof LIVES;

interface KeyDraft {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly life: Life;
}

const endOf = (life: Life): string | null => {
  const days = LIVES[life];
  return days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
};

interface CreateApiKeyWindowProps {
  /** Every scope that there is. */
  readonly scopes: readonly string[];
  readonly onClose: () => void;
}

/** Names the form of a new key, for what is typed into it. */
export const NEW_API_KEY = 'create-api-key';

/** Makes a key and shows it, once. */
export function CreateApiKeyWindow({ scopes, onClose }: CreateApiKeyWindowProps) {
  const words = useWords();
  const own = words.apiKeys;
  const client = useQueryClient();
  const empty: KeyDraft = { name: '', scopes: [], life: 'days90' };
  const draft = useKeptDraft(NEW_API_KEY, empty, (values) => [
    ...(values.name.trim() === '' ? [missing('name', own.needName)] : []),
    ...(values.scopes.length === 0 ? [missing('scopes', own.needScopes)] : []),
  ]);
  const making = useSubmission(draft, {
    send: ({ name, scopes: chosen, life }) =>
      createApiKey({ name, scopes: [...chosen], expiresAt: endOf(life) }),
    onTaken: () => client.invalidateQueries({ queryKey: settingsKeys.apiKeys }),
  });
  if (making.data !== undefined) {
    return (
      <Window title={own.shown} onClose={onClose}>
        <ShownOnce secret={making.data.key} onDone={onClose} />
      </Window>
    );
  }
  return (
    <Window title={own.create} onClose={onClose}>
      <WindowForm
        draft={draft}
        saving={making}
        onSubmit={() => making.mutate(draft.values)}
        submit={own.submit}
        submitting={own.submitting}
      >
        <LineField label={own.name} {...draft.field('name')} autoComplete="off" startsFocused />
        <ManyChoicesField
          label={own.scopes}
          choices={scopes.map((id) => ({ id, text: own.scopeWords[id] ?? id }))}
          value={draft.values.scopes}
          onChange={(chosen) => draft.set('scopes', chosen)}
          error={draft.errorAt('scopes')}
        />
        <ChoiceField
          name="life"
          label={own.expires}
          choices={(Object.keys(LIVES) as Life[]).map((life) => ({ id: life, text: own.lives[life] }))}
          value={draft.values.life}
          onChange={(life) => {
            draft.set('life', life as Life);
          }}
          error={draft.errorAt('life')}
        />
      </WindowForm>
    </Window>
  );
}
