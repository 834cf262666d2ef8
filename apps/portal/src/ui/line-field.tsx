import type { FieldError } from '@keyholder/domain/shared/result';
import type { ReactNode } from 'react';
import { Input, TextField, type TextFieldProps } from 'react-aria-components';
import { FieldLabel } from './field-label.tsx';
import { FieldMessage } from './field-message.tsx';

interface LineFieldProps extends Omit<TextFieldProps, 'children' | 'className' | 'isInvalid' | 'autoFocus'> {
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
  readonly error: FieldError | null;
  readonly placeholder?: string;
  /** Has focus when its window or page opens: what one came to fill in comes first. */
  readonly startsFocused?: boolean;
  /** Stands beside the input, for example a button. */
  readonly beside?: ReactNode;
}

/** One line of text with its label, hint and error. */
export function LineField({
  label,
  optional,
  hint,
  error,
  placeholder,
  startsFocused = false,
  beside,
  ...props
}: LineFieldProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <TextField
      {...props}
      autoFocus={startsFocused}
      className="field"
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <FieldLabel optional={optional ?? false}>{label}</FieldLabel>
      <div className="field-line">
        <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} />
        {beside}
      </div>
      <FieldMessage hint={hint} error={error} />
    </TextField>
  );
}
