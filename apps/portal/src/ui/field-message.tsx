import type { FieldError } from '@keyholder/domain/shared/result';
import { CircleAlert } from 'lucide-react';
import { FieldError as AriaFieldError, Text } from 'react-aria-components';
import { useWords } from '../words/words.tsx';

interface FieldMessageProps {
  readonly hint?: string | undefined;
  readonly error: FieldError | null;
}

/** Below a field: what to enter, or what is wrong and what would be accepted. */
export function FieldMessage({ hint, error }: FieldMessageProps) {
  const words = useWords();
  return (
    <>
      <AriaFieldError className="field-error">
        {error !== null && (
          <>
            <CircleAlert aria-hidden />
            <span>
              <strong>{error.message}</strong>
              {error.accepted !== '' && ` ${words.common.accepted(error.accepted)}`}
            </span>
          </>
        )}
      </AriaFieldError>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </>
  );
}
