import type { Schemas } from '@keyholder/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useRef } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { fieldErrorsOf } from '../../api/problem.ts';
import type { Place } from '../../api/settings.ts';
import { createWebhook, webhooksKey } from '../../api/webhooks.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldLabel } from '../../ui/field-label.tsx';
import { FieldMessage } from '../../ui/field-message.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useDiscardQuestion } from '../../ui/use-discard-question.ts';
import { WindowFooter } from '../../ui/window-footer.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { ShownSecret } from './shown-secret.tsx';

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
  const form = useRef<HTMLFormElement>(null);
  const draft = useKeptDraft<{
    readonly url: string;
    readonly description: string;
    readonly kinds: readonly string[];
  }>(
    newWebhook(place),
    { url: '', description: '', kinds: kinds.map(({ kind }) => kind) },
    (values) => [
      ...(values.url.trim() === '' ? [missing('url', own.needUrl)] : []),
      ...(values.description.trim() === '' ? [missing('description', own.needDescription)] : []),
      ...(values.kinds.length === 0 ? [missing('kinds', own.needKinds)] : []),
    ],
    form,
  );
  const making = useMutation({
    mutationFn: () => createWebhook(place, { ...draft.values, kinds: [...draft.values.kinds] }),
    onSuccess: () => {
      draft.forget();
      return client.invalidateQueries({ queryKey: webhooksKey(place) });
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
        <ShownSecret secret={making.data.secret} onDone={onClose} />
      </Window>
    );
  }
  return (
    <Window title={own.add} onClose={discarding.onClose}>
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
            label={own.url}
            hint={own.urlHint}
            name="url"
            type="url"
            autoComplete="off"
            startsFocused
            value={draft.values.url}
            onChange={(url) => {
              draft.set('url', url);
            }}
            error={draft.errorAt('url')}
          />
          <LineField
            label={own.description}
            name="description"
            autoComplete="off"
            value={draft.values.description}
            onChange={(description) => {
              draft.set('description', description);
            }}
            error={draft.errorAt('description')}
          />
          <CheckboxGroup
            className="field"
            value={[...draft.values.kinds]}
            onChange={(chosen) => {
              draft.set('kinds', chosen);
            }}
            isInvalid={draft.errorAt('kinds') !== null}
            validationBehavior="aria"
          >
            <FieldLabel optional={false}>{own.kinds}</FieldLabel>
            {kinds.map(({ kind }) => (
              <Checkbox key={kind} value={kind} className="checkbox">
                <span className="checkbox-box" aria-hidden>
                  <Check />
                </span>
                <span>
                  {own.kindWords[kind]} <code className="muted small">{kind}</code>
                </span>
              </Checkbox>
            ))}
            <FieldMessage hint={undefined} error={draft.errorAt('kinds')} />
          </CheckboxGroup>
        </div>
        <WindowFooter discarding={discarding}>
          <ActionButton onPress={leave}>{words.common.cancel}</ActionButton>
          <ActionButton type="submit" tone="primary" pendingWords={making.isPending ? own.adding : null}>
            {own.add}
          </ActionButton>
        </WindowFooter>
      </form>
    </Window>
  );
}
