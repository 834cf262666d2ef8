import { brandKeyFrom } from '@keyholder/domain/branding/brand-key';
import { READER_LANGUAGES, type ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { useQueryClient } from '@tanstack/react-query';
import { companyKeys, makeCompany } from '../../api/companies.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useSubmission } from '../../forms/use-submission.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';

/** Names the form of a new company, for what is typed into it. */
export const NEW_COMPANY = 'make-company';

interface MakeCompanyWindowProps {
  readonly onClose: () => void;
  readonly onMade: (name: string, email: string) => void;
}

/** Makes a stand-alone dealer: a company with one dealer and one brand, whose admin is invited. */
export function MakeCompanyWindow({ onClose, onMade }: MakeCompanyWindowProps) {
  const words = useWords();
  const own = words.companies;
  const client = useQueryClient();
  const empty = { name: '', brandKey: '', adminEmail: '', language: 'en' as ReaderLanguage, sender: '' };
  const draft = useKeptDraft(NEW_COMPANY, empty, ({ name, adminEmail, brandKey }) => [
    ...(name.trim() === '' ? [missing('name', own.needName)] : []),
    ...(adminEmail.trim() === '' ? [missing('adminEmail', own.needEmail)] : []),
    ...(brandKey.trim() === '' ? [missing('brandKey', own.needKey)] : []),
  ]);
  const { name, brandKey } = draft.values;
  const making = useSubmission(draft, {
    send: (values) =>
      makeCompany({
        name: values.name,
        brandKey: values.brandKey.trim(),
        adminEmail: values.adminEmail.trim(),
        language: values.language,
        sender: values.sender.trim() === '' ? null : values.sender,
      }),
    onTaken: (_, values) => {
      void client.invalidateQueries({ queryKey: companyKeys.all });
      onMade(values.name.trim(), values.adminEmail.trim());
    },
  });
  return (
    <Window title={own.make} onClose={onClose}>
      <WindowForm
        draft={draft}
        saving={making}
        onSubmit={() => making.mutate(draft.values)}
        submit={own.submit}
        submitting={own.making}
      >
        <p>{own.makeIntro}</p>
        <LineField
          label={own.name}
          {...draft.field('name')}
          autoComplete="off"
          startsFocused
          onChange={(typed) => {
            // The address follows the name until it is chosen otherwise.
            const follows = brandKey === brandKeyFrom(name) || brandKey === '';
            draft.set('name', typed);
            if (follows) draft.set('brandKey', brandKeyFrom(typed));
          }}
        />
        <LineField label={own.key} hint={own.keyHint} {...draft.field('brandKey')} autoComplete="off" />
        <LineField
          label={own.email}
          hint={own.emailHint}
          {...draft.field('adminEmail')}
          type="email"
          autoComplete="off"
        />
        <ChoiceField
          {...draft.field('language')}
          label={own.language}
          hint={own.languageHint}
          choices={READER_LANGUAGES.map((id) => ({ id, text: words.languages[id] }))}
        />
        <LineField
          label={own.sender}
          hint={own.senderLater}
          optional
          {...draft.field('sender')}
          autoComplete="off"
        />
      </WindowForm>
    </Window>
  );
}
