import type { PhoneCheck } from '../../api/contacts.ts';
import { useWords } from '../../words/words.tsx';
import { LineChip } from '../contact/line-chip.tsx';

/** What the line check found, in words. */
export function PhoneVerdict({ check }: { readonly check: PhoneCheck }) {
  const words = useWords();
  const { lineType, result, carrier } = check.lineCheck;
  return (
    <p className="verdict">
      <LineChip chip={check.chip} />
      <span>
        {lineType === null ? words.lineResults[result] : words.lineTypes[lineType]}
        {carrier !== null && ` ${words.contact.carrier(carrier)}`}
      </span>
    </p>
  );
}
