import { useQueryClient } from '@tanstack/react-query';
import { companyKeys, setUpSender, type PlatformCompany } from '../../api/companies.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useSubmission } from '../../forms/use-submission.ts';
import { LineField } from '../../ui/line-field.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';

interface SetUpSenderWindowProps {
  readonly company: PlatformCompany;
  readonly onClose: () => void;
  readonly onDone: (sender: string) => void;
}

const isService = (sender: string): boolean => /^\s*MG/iu.test(sender);

/** Sets a number or a messaging service of the provider's up for a company. */
export function SetUpSenderWindow({ company, onClose, onDone }: SetUpSenderWindowProps) {
  const words = useWords();
  const own = words.companies;
  const client = useQueryClient();
  const draft = useKeptDraft(
    `set-up-sender.${company.id}`,
    { sender: '', numbers: '' },
    ({ sender: typed }) => (typed.trim() === '' ? [missing('sender', own.needSender)] : []),
  );
  const saving = useSubmission(draft, {
    send: (values) => {
      const listed = values.numbers.split(/[\n,;]+/u).map((number) => number.trim());
      const of = isService(values.sender) ? listed.filter((number) => number !== '') : [];
      return setUpSender(company.id, { sender: values.sender, numbers: of });
    },
    onTaken: (_, values) => {
      void client.invalidateQueries({ queryKey: companyKeys.all });
      onDone(values.sender.trim());
    },
  });
  return (
    <Window title={own.setUpFor(company.name)} onClose={onClose}>
      <WindowForm
        draft={draft}
        saving={saving}
        onSubmit={() => saving.mutate(draft.values)}
        submit={own.setUp}
        submitting={own.settingUp}
      >
        <p>{own.setUpIntro}</p>
        <LineField
          label={own.sender}
          hint={own.senderHint}
          {...draft.field('sender')}
          autoComplete="off"
          startsFocused
        />
        {isService(draft.values.sender) && (
          <TextAreaField label={own.numbers} hint={own.numbersHint} optional {...draft.field('numbers')} />
        )}
      </WindowForm>
    </Window>
  );
}
