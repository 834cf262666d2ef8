import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changeBrandKey, checkLinkHost, type Brand } from '../../api/brands.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

type Sender = NonNullable<Brand['draft']['sender']>;

const valueOf = (sender: Sender): string => (sender.kind === 'number' ? sender.e164 : sender.sid);

/** Where texts come from and where their links lead. */
export function LinksSection({ studio }: { readonly studio: Studio }) {
  const words = useBrandingWords();
  const { brand, draft, change, errorAt } = studio;
  const [key, setKey] = useState(brand.brandKey);
  const checking = useMutation({
    mutationFn: async () => {
      await studio.flush();
      return checkLinkHost(brand.id);
    },
    onSuccess: studio.take,
  });
  const moving = useMutation({
    mutationFn: () => changeBrandKey(brand.id, key.trim()),
    onSuccess: studio.take,
  });
  const senders = brand.senders.map(({ sender, usedBy }) => {
    const value = valueOf(sender);
    const taken = usedBy !== null && usedBy.brandId !== brand.id ? ` – ${words.takenBy(usedBy.name)}` : '';
    return { id: value, text: value + taken };
  });
  return (
    <div className="form">
      <ChoiceField
        name="sender"
        label={words.sender}
        hint={words.senderHint}
        error={errorAt('sender')}
        choices={[{ id: '', text: words.noSender }, ...senders]}
        value={draft.sender === null ? '' : valueOf(draft.sender)}
        onChange={(value) => {
          const chosen = brand.senders.find(({ sender }) => valueOf(sender) === value);
          change({ sender: chosen?.sender ?? null });
        }}
      />
      <LineField
        name="linkOrigin"
        type="url"
        label={words.linkOrigin}
        hint={words.linkHint}
        error={errorAt('linkOrigin')}
        value={draft.linkOrigin}
        onChange={(linkOrigin) => change({ linkOrigin })}
        beside={
          <ActionButton
            pendingWords={checking.isPending ? words.checkingDomain : null}
            onPress={() => checking.mutate()}
          >
            {words.checkDomain}
          </ActionButton>
        }
      />
      <p className="field-hint" role="status">
        {words.domain[brand.linkHost.state]} {brand.linkHost.reason}
      </p>
      {checking.isError && <ProblemNotice error={checking.error} />}
      <LineField
        name="brandKey"
        label={words.brandKey}
        hint={words.brandKeyHint}
        error={fieldErrorsOf(moving.error).find(({ field }) => field === 'brandKey') ?? null}
        value={key}
        onChange={setKey}
        beside={
          key.trim() !== brand.brandKey && (
            <ActionButton
              pendingWords={moving.isPending ? words.saving : null}
              onPress={() => moving.mutate()}
            >
              {words.changeKey}
            </ActionButton>
          )
        }
      />
    </div>
  );
}
