import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { companyKeys, setUpSender, type PlatformCompany } from '../../api/companies.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { missing } from '../../forms/missing.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { useDiscardQuestion } from '../../ui/use-discard-question.ts';
import { WindowFooter } from '../../ui/window-footer.tsx';
import { Window } from '../../ui/window.tsx';
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
  const form = useRef<HTMLFormElement>(null);
  const draft = useKeptDraft(
    `set-up-sender.${company.id}`,
    { sender: '', numbers: '' },
    ({ sender: typed }) => (typed.trim() === '' ? [missing('sender', own.needSender)] : []),
    form,
  );
  const { sender, numbers } = draft.values;
  const saving = useMutation({
    mutationFn: (values: typeof draft.values) => {
      const listed = values.numbers.split(/[\n,;]+/u).map((number) => number.trim());
      const of = isService(values.sender) ? listed.filter((number) => number !== '') : [];
      return setUpSender(company.id, { sender: values.sender, numbers: of });
    },
    onSuccess: (_, values) => {
      draft.forget();
      void client.invalidateQueries({ queryKey: companyKeys.all });
      onDone(values.sender.trim());
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
    <Window title={own.setUpFor(company.name)} onClose={discarding.onClose}>
      <form
        ref={form}
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving.isPending && draft.trySubmit()) saving.mutate(draft.values);
        }}
      >
        <div className="dialog-body form">
          <p>{own.setUpIntro}</p>
          <KeptNotice of={draft} />
          {saving.isError && <ProblemNotice error={saving.error} />}
          <LineField
            label={own.sender}
            hint={own.senderHint}
            name="sender"
            autoComplete="off"
            startsFocused
            value={sender}
            onChange={(typed) => draft.set('sender', typed)}
            error={draft.errorAt('sender')}
          />
          {isService(sender) && (
            <TextAreaField
              label={own.numbers}
              hint={own.numbersHint}
              optional
              name="numbers"
              value={numbers}
              onChange={(typed) => draft.set('numbers', typed)}
              error={draft.errorAt('numbers')}
            />
          )}
        </div>
        <WindowFooter discarding={discarding}>
          <ActionButton onPress={leave}>{words.common.cancel}</ActionButton>
          <ActionButton type="submit" tone="primary" pendingWords={saving.isPending ? own.settingUp : null}>
            {own.setUp}
          </ActionButton>
        </WindowFooter>
      </form>
    </Window>
  );
}
