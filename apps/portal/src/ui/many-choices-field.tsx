import type { FieldError } from '@keyholder/domain/shared/result';
import { Check } from 'lucide-react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import type { Choice } from './choice-field.tsx';
import { FieldLabel } from './field-label.tsx';
import { FieldMessage } from './field-message.tsx';

interface ManyChoicesFieldProps {
  readonly label: string;
  /** Programs know each by its id, which is shown beside its words. */
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly error: FieldError | null;
}

/** Several of a few choices. */
export function ManyChoicesField({ label, choices, value, onChange, error }: ManyChoicesFieldProps) {
  return (
    <CheckboxGroup
      className="field"
      value={[...value]}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <FieldLabel optional={false}>{label}</FieldLabel>
      {choices.map(({ id, text }) => (
        <Checkbox key={id} value={id} className="checkbox">
          <span className="checkbox-box" aria-hidden>
            <Check />
          </span>
          <span>
            {text} <code className="muted small">{id}</code>
          </span>
        </Checkbox>
      ))}
      <FieldMessage hint={undefined} error={error} />
    </CheckboxGroup>
  );
}
