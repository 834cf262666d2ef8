import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { fieldErrorsOf } from '../../api/problem.ts';
import { invitePerson, peopleKey, type Place } from '../../api/settings.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
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

/** Invites somebody by e-mail. */
export function InviteWindow({ place, onClose, onInvited }: InviteWindowProps) {
  const words = useWords();
  const own = words.people;
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const roles = ROLES[place];
  const empty: { email: string; role: string } = { email: '', role: roles[0] };
  const draft = useDraft(
    empty,
    ({ email }) => (email.trim() === '' ? [missing('email', own.needEmail)] : []),
    form,
  );
  const inviting = useMutation({
    mutationFn: () => invitePerson(place, { ...draft.values, email: draft.values.email.trim() }),
    onSuccess: (people) => {
      client.setQueryData(peopleKey(place), people);
      onInvited(draft.values.email.trim());
    },
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  const chosen = roles.find((role) => role === draft.values.role) ?? roles[0];
  return (
    <Window title={own.inviteTitle} onClose={onClose}>
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
        </div>
        <div className="dialog-footer">
          <ActionButton onPress={onClose}>{words.common.cancel}</ActionButton>
          <ActionButton type="submit" tone="primary" pendingWords={inviting.isPending ? own.inviting : null}>
            {own.inviteSubmit}
          </ActionButton>
        </div>
      </form>
    </Window>
  );
}
