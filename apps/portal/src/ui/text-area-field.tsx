import type { FieldError } from '@keyholder/domain/shared/result';
import { TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import { FieldLabel } from './field-label.tsx';
import { FieldMessage } from './field-message.tsx';

interface TextAreaFieldProps extends Omit<
  TextFieldProps,
  'children' | 'className' | 'isInvalid' | 'autoFocus'
> {
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
  readonly error: FieldError | null;
  readonly rows?: number;
  /** Has focus when its window opens. */
  readonly startsFocused?: boolean;
}

/** Several lines of text with label, hint and error. */
export function TextAreaField({
  label,
  optional,
  hint,
  error,
  rows = 4,
  startsFocused = false,
  ...props
}: TextAreaFieldProps) {
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
      <TextArea className="input text-area" rows={rows} />
      <FieldMessage hint={hint} error={error} />
    </TextField>
  );
}
