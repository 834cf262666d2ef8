import { useId } from 'react';
import { Switch } from 'react-aria-components';

interface SwitchFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** On or off, with a line that says what it means. */
export function SwitchField({
  name,
  label,
  hint,
  isSelected,
  isDisabled = false,
  onChange,
}: SwitchFieldProps) {
  const hintId = useId();
  return (
    <div className="switch-field">
      <Switch
        className="switch"
        name={name}
        isSelected={isSelected}
        isDisabled={isDisabled}
        onChange={onChange}
        aria-describedby={hintId}
      >
        <span className="switch-track" aria-hidden>
          <span className="switch-thumb" />
        </span>
        {label}
      </Switch>
      <p className="field-hint switch-hint" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
