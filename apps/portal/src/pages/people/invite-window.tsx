import { READER_LANGUAGES, type ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { useQueryClient } from '@tanstack/react-query';
import { invitePerson, peopleKey, type Place } from '../../api/settings.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useSubmission } from '../../forms/use-submission.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
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
  const roles = ROLES[place];
  const empty: { email: string; role: string; language: ReaderLanguage } = {
    email: '',
    role: roles[0],
    language: words.locale,
  };
  const draft = useKeptDraft(newInvitation(place), empty, ({ email }) =>
    email.trim() === '' ? [missing('email', own.needEmail)] : [],
  );
  const inviting = useSubmission(draft, {
    send: (values) => invitePerson(place, { ...values, email: values.email.trim() }),
    onTaken: (people, { email }) => {
      client.setQueryData(peopleKey(place), people);
      onInvited(email.trim());
    },
  });
  const chosen = roles.find((role) => role === draft.values.role) ?? roles[0];
  return (
    <Window title={own.inviteTitle} onClose={onClose}>
      <WindowForm
        draft={draft}
        saving={inviting}
        onSubmit={() => inviting.mutate(draft.values)}
        submit={own.inviteSubmit}
        submitting={own.inviting}
      >
        <LineField
          label={own.inviteEmail}
          {...draft.field('email')}
          type="email"
          autoComplete="off"
          startsFocused
        />
        <ChoiceField
          {...draft.field('role')}
          label={own.role}
          hint={own.roleHints[chosen]}
          choices={roles.map((role) => ({ id: role, text: own.roles[role] }))}
        />
        <ChoiceField
          {...draft.field('language')}
          label={own.inviteLanguage}
          choices={READER_LANGUAGES.map((id) => ({ id, text: words.languages[id] }))}
        />
      </WindowForm>
    </Window>
  );
}
