import type { FieldError } from '@keyholder/domain/shared/result';
import { ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { FieldLabel } from './field-label.tsx';
import { FieldMessage } from './field-message.tsx';

export interface Choice {
  readonly id: string;
  readonly text: string;
}

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly error: FieldError | null;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One of a few choices. */
export function ChoiceField({
  name,
  label,
  optional,
  hint,
  error,
  choices,
  value,
  onChange,
}: ChoiceFieldProps) {
  return (
    <Select
      className="field"
      name={name}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <FieldLabel optional={optional ?? false}>{label}</FieldLabel>
      <Button className="input select-button">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <FieldMessage hint={hint} error={error} />
      <Popover className="popover">
        <ListBox className="listbox" items={choices}>
          {({ id, text }) => (
            <ListBoxItem id={id} className="listbox-item">
              {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
