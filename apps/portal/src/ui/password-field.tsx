import type { FieldError } from '@keyholder/domain/shared/result';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import { IconButton } from './icon-button.tsx';
import { LineField } from './line-field.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly name: string;
  /** What a password manager offers. */
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: FieldError | null;
  readonly startsFocused?: boolean;
}

/** A password, which can be shown while it is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const words = useWords().signIn;
  const [visible, setVisible] = useState(false);
  return (
    <LineField
      {...props}
      type={visible ? 'text' : 'password'}
      beside={
        <IconButton
          label={visible ? words.hide : words.show}
          onPress={() => {
            setVisible(!visible);
          }}
        >
          {visible ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </IconButton>
      }
    />
  );
}
