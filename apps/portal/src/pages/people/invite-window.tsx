import { READER_LANGUAGES, type ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { fieldErrorsOf } from '../../api/problem.ts';
import { invitePerson, peopleKey, type Place } from '../../api/settings.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useDiscardQuestion } from '../../ui/use-discard-question.ts';
import { WindowFooter } from '../../ui/window-footer.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';

interface InviteWindowProps {
  readonly place: Place;
  readonly onClose: () => void;
  readonly onInvited: (email: string) => void;
}

const ROLES = {
  dealer: ['dealer_user', 'dealer_admin'],
  company: ['company_admin'],
} as const;

/** Names the form of an invitation, for what is typed into it. */
export const newInvitation = (place: Place): string => `invite.${place}`;

/** Invites somebody by e-mail. */
export function InviteWindow({ place, onClose, onInvited }: InviteWindowProps) {
  const words = useWords();
  const own = words.people;
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const roles = ROLES[place];
  const empty: { email: string; role: string; language: ReaderLanguage } = {
    email: '',
    role: roles[0],
    language: words.locale,
  };
  const draft = useKeptDraft(
    newInvitation(place),
    empty,
    ({ email }) => (email.trim() === '' ? [missing('email', own.needEmail)] : []),
    form,
  );
  const inviting = useMutation({
    mutationFn: () => invitePerson(place, { ...draft.values, email: draft.values.email.trim() }),
    onSuccess: (people) => {
      draft.forget();
      client.setQueryData(peopleKey(place), people);
      onInvited(draft.values.email.trim());
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
  const chosen = roles.find((role) => role === draft.values.role) ?? roles[0];
  return (
    <Window title={own.inviteTitle} onClose={discarding.onClose}>
      <form
        ref={form}
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!inviting.isPending && draft.trySubmit()) inviting.mutate();
        }}
      >
        <div className="dialog-body form">
          <KeptNotice of={draft} />
          {inviting.isError && <ProblemNotice error={inviting.error} />}
          <LineField
            label={own.inviteEmail}
            name="email"
            type="email"
            autoComplete="off"
            startsFocused
            value={draft.values.email}
            onChange={(email) => {
              draft.set('email', email);
            }}
            error={draft.errorAt('email')}
          />
          <ChoiceField
            name="role"
            label={own.role}
            hint={own.roleHints[chosen]}
            choices={roles.map((role) => ({ id: role, text: own.roles[role] }))}
            value={draft.values.role}
            onChange={(role) => {
              draft.set('role', role);
            }}
            error={draft.errorAt('role')}
          />
          <ChoiceField
            name="language"
            label={own.inviteLanguage}
            choices={READER_LANGUAGES.map((id) => ({ id, text: words.languages[id] }))}
            value={draft.values.language}
            onChange={(id) => {
              draft.set('language', id as ReaderLanguage);
            }}
            error={draft.errorAt('language')}
          />
        </div>
        <WindowFooter discarding={discarding}>
          <ActionButton onPress={leave}>{words.common.cancel}</ActionButton>
          <ActionButton type="submit" tone="primary" pendingWords={inviting.isPending ? own.inviting : null}>
            {own.inviteSubmit}
          </ActionButton>
        </WindowFooter>
      </form>
    </Window>
  );
}
