import type { FieldError } from '@keyholder/domain/shared/result';
import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useWords } from '../words/words.tsx';
import type { Choice } from './choice-field.tsx';
import { FieldLabel } from './field-label.tsx';
import { FieldMessage } from './field-message.tsx';

interface Common {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly error: FieldError | null;
  readonly choices: readonly Choice[];
  readonly onBlur?: () => void;
}

/** `text`: any words, the choices are suggestions. `id`: one of the choices, found by typing. */
type SearchChoiceFieldProps = Common &
  (
    | { readonly kind: 'text'; readonly value: string; readonly onChange: (text: string) => void }
    | { readonly kind: 'id'; readonly value: string; readonly onChange: (id: string) => void }
  );

/** A field that offers what matches while one types. */
export function SearchChoiceField(props: SearchChoiceFieldProps) {
  const { name, label, optional, hint, error, choices, onBlur, kind, value, onChange } = props;
  const words = useWords();
  const ofKind =
    kind === 'text'
      ? { allowsCustomValue: true, inputValue: value, onInputChange: onChange }
      : {
          value,
          onChange: (key: string | number | null) => {
            if (key !== null) onChange(String(key));
          },
        };
  return (
    <ComboBox
      className="field"
      name={name}
      defaultItems={choices}
      menuTrigger={kind === 'text' ? 'focus' : 'input'}
      isInvalid={error !== null}
      validationBehavior="aria"
      {...(onBlur === undefined ? {} : { onBlur })}
      {...ofKind}
    >
      <FieldLabel optional={optional ?? false}>{label}</FieldLabel>
      <div className="field-line field-line-joined">
        <Input className="input" autoComplete="off" />
        <Button className="icon-button combo-button" aria-label={words.common.showOptions}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldMessage hint={hint} error={error} />
      <Popover className="popover">
        <ListBox<Choice> className="listbox">
          {({ id, text }) => (
            <ListBoxItem id={id} className="listbox-item">
              {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
