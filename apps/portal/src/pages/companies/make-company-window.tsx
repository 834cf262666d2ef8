import { brandKeyFrom } from '@keyholder/domain/branding/brand-key';
import { READER_LANGUAGES, type ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { companyKeys, makeCompany } from '../../api/companies.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
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
  const form = useRef<HTMLFormElement>(null);
  const empty = { name: '', brandKey: '', adminEmail: '', language: 'en' as ReaderLanguage, sender: '' };
  const draft = useKeptDraft(
    NEW_COMPANY,
    empty,
    ({ name, adminEmail, brandKey }) => [
      ...(name.trim() === '' ? [missing('name', own.needName)] : []),
      ...(adminEmail.trim() === '' ? [missing('adminEmail', own.needEmail)] : []),
      ...(brandKey.trim() === '' ? [missing('brandKey', own.needKey)] : []),
    ],
    form,
  );
  const { name, brandKey, adminEmail, language, sender } = draft.values;
  const making = useMutation({
    mutationFn: (values: typeof empty) =>
      makeCompany({
        name: values.name,
        brandKey: values.brandKey.trim(),
        adminEmail: values.adminEmail.trim(),
        language: values.language,
        sender: values.sender.trim() === '' ? null : values.sender,
      }),
    onSuccess: (_, values) => {
      draft.forget();
      void client.invalidateQueries({ queryKey: companyKeys.all });
      onMade(values.name.trim(), values.adminEmail.trim());
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
  return (
    <Window title={own.make} onClose={discarding.onClose}>
      <form
        ref={form}
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!making.isPending && draft.trySubmit()) making.mutate(draft.values);
        }}
      >
        <div className="dialog-body form">
          <p>{own.makeIntro}</p>
          <KeptNotice of={draft} />
          {making.isError && <ProblemNotice error={making.error} />}
          <LineField
            label={own.name}
            name="name"
            autoComplete="off"
            startsFocused
            value={name}
            onChange={(typed) => {
              // The address follows the name until it is chosen otherwise.
              const follows = brandKey === brandKeyFrom(name) || brandKey === '';
              draft.set('name', typed);
              if (follows) draft.set('brandKey', brandKeyFrom(typed));
            }}
            error={draft.errorAt('name')}
          />
          <LineField
            label={own.key}
            hint={own.keyHint}
            name="brandKey"
            autoComplete="off"
            value={brandKey}
            onChange={(typed) => draft.set('brandKey', typed)}
            error={draft.errorAt('brandKey')}
          />
          <LineField
            label={own.email}
            hint={own.emailHint}
            name="adminEmail"
            type="email"
            autoComplete="off"
            value={adminEmail}
            onChange={(typed) => draft.set('adminEmail', typed)}
            error={draft.errorAt('adminEmail')}
          />
          <ChoiceField
            name="language"
            label={own.language}
            hint={own.languageHint}
            choices={READER_LANGUAGES.map((id) => ({ id, text: words.languages[id] }))}
            value={language}
            onChange={(id) => draft.set('language', id as ReaderLanguage)}
            error={draft.errorAt('language')}
          />
          <LineField
            label={own.sender}
            hint={own.senderLater}
            optional
            name="sender"
            autoComplete="off"
            value={sender}
            onChange={(typed) => draft.set('sender', typed)}
            error={draft.errorAt('sender')}
          />
        </div>
        <WindowFooter discarding={discarding}>
          <ActionButton onPress={leave}>{words.common.cancel}</ActionButton>
          <ActionButton type="submit" tone="primary" pendingWords={making.isPending ? own.making : null}>
            {own.submit}
          </ActionButton>
        </WindowFooter>
      </form>
    </Window>
  );
}
