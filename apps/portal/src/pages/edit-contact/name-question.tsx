import type { ContactChange } from '../../api/contacts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';

interface NameQuestionProps {
  readonly from: string;
  readonly to: string;
  readonly isPending: boolean;
  readonly onAnswer: (nameChange: NonNullable<ContactChange['nameChange']>) => void;
}

/** A changed name on a welcomed contact: the same person, or somebody who has agreed to nothing yet. */
export function NameQuestion({ from, to, isPending, onAnswer }: NameQuestionProps) {
  const words = useWords();
  const own = words.editContact.nameQuestion;
  return (
    <Notice tone="warning" role="alert" title={own.title(from, to)}>
      <ul className="choices">
        <li>
          <ActionButton
            startsFocused
            pendingWords={isPending ? words.common.saving : null}
            onPress={() => {
              onAnswer('spelling');
            }}
          >
            {own.spelling}
          </ActionButton>
          <span>{own.spellingHint}</span>
        </li>
        <li>
          <ActionButton
            pendingWords={isPending ? words.common.saving : null}
            onPress={() => {
              onAnswer('another_person');
            }}
          >
            {own.anotherPerson}
          </ActionButton>
          <span>{own.anotherPersonHint}</span>
        </li>
      </ul>
    </Notice>
  );
}
