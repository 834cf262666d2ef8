import type { FieldError } from '@keyholder/domain/shared/result';
import { fieldErrorIn } from '@keyholder/domain/words/field-errors';
import { CircleAlert } from 'lucide-react';
import { FieldError as AriaFieldError, Text } from 'react-aria-components';
import { useWords } from '../words/words.tsx';

interface FieldMessageProps {
  readonly hint?: string | undefined;
  readonly error: FieldError | null;
}

/** Below a field: what to enter, or what is wrong and what would be accepted. */
export function FieldMessage({ hint, error: found }: FieldMessageProps) {
  const words = useWords();
  // The rules that run here speak English; what the API refused is in the reader's language already.
  const error = found === null ? null : fieldErrorIn(found, words.locale);
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
