import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useRef } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { fieldErrorsOf } from '../../api/problem.ts';
import { createApiKey, settingsKeys } from '../../api/settings.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FieldLabel } from '../../ui/field-label.tsx';
import { FieldMessage } from '../../ui/field-message.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useDiscardQuestion } from '../../ui/use-discard-question.ts';
import { WindowFooter } from '../../ui/window-footer.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { ShownKey } from './shown-key.tsx';

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
  const form = useRef<HTMLFormElement>(null);
  const empty: KeyDraft = { name: '', scopes: [], life: 'days90' };
  const draft = useKeptDraft(
    NEW_API_KEY,
    empty,
    (values) => [
      ...(values.name.trim() === '' ? [missing('name', own.needName)] : []),
      ...(values.scopes.length === 0 ? [missing('scopes', own.needScopes)] : []),
    ],
    form,
  );
  const making = useMutation({
    mutationFn: () => {
      const { name, scopes: chosen, life } = draft.values;
      return createApiKey({ name, scopes: [...chosen], expiresAt: endOf(life) });
    },
    onSuccess: () => {
      draft.forget();
      return client.invalidateQueries({ queryKey: settingsKeys.apiKeys });
    },
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  const leave = (): void => {
    draft.forget();
    onClose();
  };
  const discarding = useDiscardQuestion(draft.changed, leave);
  if (making.data !== undefined) {
    return (
      <Window title={own.shown} onClose={onClose}>
        <ShownKey apiKey={making.data.key} onDone={onClose} />
      </Window>
    );
  }
  return (
    <Window title={own.create} onClose={discarding.onClose}>
      <form
        ref={form}
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!making.isPending && draft.trySubmit()) making.mutate();
        }}
      >
        <div className="dialog-body form">
          <KeptNotice of={draft} />
          {making.isError && <ProblemNotice error={making.error} />}
          <LineField
            label={own.name}
            name="name"
            autoComplete="off"
            startsFocused
            value={draft.values.name}
            onChange={(name) => {
              draft.set('name', name);
            }}
            error={draft.errorAt('name')}
          />
          <CheckboxGroup
            className="field"
            value={[...draft.values.scopes]}
            onChange={(chosen) => {
              draft.set('scopes', chosen);
            }}
            isInvalid={draft.errorAt('scopes') !== null}
            validationBehavior="aria"
          >
            <FieldLabel optional={false}>{own.scopes}</FieldLabel>
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} className="checkbox">
                <span className="checkbox-box" aria-hidden>
                  <Check />
                </span>
                <span>
                  {own.scopeWords[scope] ?? scope} <code className="muted small">{scope}</code>
                </span>
              </Checkbox>
            ))}
            <FieldMessage hint={undefined} error={draft.errorAt('scopes')} />
          </CheckboxGroup>
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
        </div>
        <WindowFooter discarding={discarding}>
          <ActionButton onPress={leave}>{words.common.cancel}</ActionButton>
          <ActionButton type="submit" tone="primary" pendingWords={making.isPending ? own.submitting : null}>
            {own.submit}
          </ActionButton>
        </WindowFooter>
      </form>
    </Window>
  );
}
