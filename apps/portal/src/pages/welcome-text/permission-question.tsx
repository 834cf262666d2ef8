import { Radio, RadioGroup } from 'react-aria-components';
import type { Permission } from '../../api/welcome-text.ts';
import { FieldLabel } from '../../ui/field-label.tsx';
import { FieldMessage } from '../../ui/field-message.tsx';
import { useWords } from '../../words/words.tsx';

const PERMISSIONS: readonly Permission[] = ['spoken', 'written', 'web_form'];

interface PermissionQuestionProps {
  readonly value: Permission | null;
  readonly missing: boolean;
  readonly onChange: (permission: Permission) => void;
}

/** How the person agreed to be texted; no text goes out without an answer. */
export function PermissionQuestion({ value, missing, onChange }: PermissionQuestionProps) {
  const words = useWords().welcomeText;
  const error = missing
    ? {
        field: 'permission',
        code: 'empty',
        message: words.permissionMissing,
        accepted: words.permissionAccepted,
      }
    : null;
  return (
    <RadioGroup
      className="field"
      name="permission"
      value={value}
      onChange={(chosen) => {
        const permission = PERMISSIONS.find((one) => one === chosen);
        if (permission !== undefined) onChange(permission);
      }}
      isRequired
      isInvalid={missing}
      validationBehavior="aria"
    >
      <FieldLabel>{words.permission}</FieldLabel>
      <FieldMessage hint={words.permissionHint} error={error} />
      <div className="radios">
        {PERMISSIONS.map((permission) => (
          <Radio key={permission} value={permission} className="radio">
            <span className="radio-dot" aria-hidden />
            <span>
              <strong>{words.permissions[permission]}</strong>
              <span className="field-hint">{words.permissions[`${permission}Hint`]}</span>
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
