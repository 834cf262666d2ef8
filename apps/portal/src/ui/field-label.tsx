import { Label } from 'react-aria-components';
import { useWords } from '../words/words.tsx';

/** A field's label; what may stay empty says so, so that required fields need no mark. */
export function FieldLabel({
  children,
  optional = false,
}: {
  readonly children: string;
  readonly optional?: boolean;
}) {
  const words = useWords();
  return (
    <Label className="field-label">
      {children}
      {optional && <span className="field-optional"> ({words.common.optional})</span>}
    </Label>
  );
}
