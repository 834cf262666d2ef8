import { useMutation } from '@tanstack/react-query';
import type { FieldError } from '@keyholder/domain/shared/result';
import { fieldErrorsOf } from '../api/problem.ts';
import type { KeptDraft } from './use-kept-draft.ts';

interface Submission<Values, Answer> {
  readonly send: (values: Values) => Promise<Answer>;
  /** The server has taken it. */
  readonly onTaken: (answer: Answer, sent: Values) => unknown;
  /** Said to whoever listens, where the page itself says nothing. */
  readonly says?: string;
  /** The fields that the server refused, by their names in the form. */
  readonly refusedFields?: (error: unknown) => readonly FieldError[];
}

/** Sends a draft: it is forgotten once the server has taken it, and shows at its fields what the server refused. */
export const useSubmission = <Values, Answer>(
  draft: KeptDraft<Values>,
  { send, onTaken, says, refusedFields = fieldErrorsOf }: Submission<Values, Answer>,
) =>
  useMutation({
    ...(says === undefined ? {} : { meta: { says } }),
    mutationFn: send,
    onSuccess: (answer, sent) => {
      draft.forget();
      return onTaken(answer, sent);
    },
    onError: (error) => draft.refuse(refusedFields(error)),
  });
