import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { FieldError } from '@keyholder/domain/shared/result';
import { invalidFields, notFound, type ProblemError } from './problem.ts';

/** The parts of a zod issue that are read. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly format?: string;
  readonly keys?: readonly string[];
}

const fieldOf = (issue: Issue): string =>
  (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

const toFieldErrors = (issue: Issue): FieldError[] => {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((field) => ({
      field,
      code: 'unknown_field',
      message: 'There is no such field.',
      accepted: 'only the fields named in the API description',
    }));
  }
  const accepted = issue.message
    .replace(/^Invalid (input|option): expected /u, '')
    .replace(/^Invalid input/u, 'a value as described');
  return [
    { field: fieldOf(issue) || 'body', code: issue.code ?? 'invalid', message: issue.message, accepted },
  ];
};

/** Checks bodies, queries and path parameters against their schemas; unknown fields are refused. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues): ProblemError => {
      // A path parameter that is no id can name nothing that exists.
      const [first] = issues as readonly Issue[];
      if (first?.format === 'uuid' && fieldOf(first) === '') return notFound('thing');
      return invalidFields((issues as readonly Issue[]).flatMap(toFieldErrors));
    },
  });
