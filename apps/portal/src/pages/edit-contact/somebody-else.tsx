import type { Problem } from '../../api/problem.ts';
import type { Clash } from '../../forms/merge-edits.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';
import type { ContactDraft } from '../create-contact/contact-draft.ts';
import { useFieldNames } from './use-field-names.ts';

interface SomebodyElseProps {
  readonly editedSince: NonNullable<Problem['editedSince']>;
  readonly clashes: readonly Clash<ContactDraft>[];
  readonly values: ContactDraft;
  readonly onTake: <F extends keyof ContactDraft>(field: F, theirs: ContactDraft[F]) => void;
}

/** Says what somebody else has saved meanwhile; nothing typed is lost, and where both changed a field one decides. */
export function SomebodyElse({ editedSince, clashes, values, onTake }: SomebodyElseProps) {
  const words = useWords().editContact.somebodyElse;
  const { nameOf, shown } = useFieldNames();
  if (editedSince.length === 0 && clashes.length === 0) return null;
  return (
    <Notice tone="warning" role="alert" title={words.title}>
      <ul className="choices">
        {editedSince.map(({ at, by, fields }) => (
          <li key={at}>
            <span>
              {words.changed(by ?? words.somebody, fields.map(nameOf).join(', '))} (
              <RelativeTime moment={at} />)
            </span>
          </li>
        ))}
        {clashes
          .filter(({ field, theirs }) => values[field] !== theirs)
          .map(({ field, theirs }) => (
            <li key={field}>
              <span>{words.both(nameOf(field), shown(values[field]), shown(theirs))}</span>
              <ActionButton
                onPress={() => {
                  onTake(field, theirs);
                }}
              >
                {words.take(shown(theirs))}
              </ActionButton>
            </li>
          ))}
      </ul>
      <p>{words.kept}</p>
    </Notice>
  );
}
