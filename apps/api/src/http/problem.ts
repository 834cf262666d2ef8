import { HttpException } from '@nestjs/common';
import type { FieldError } from '@keyholder/domain/shared/result';
import type { ProblemCode } from './problem-words/problem-in.ts';
import type { Problem } from './problem.schemas.ts';

/** An expected refusal, on its way to becoming an `application/problem+json` answer. */
export class ProblemError extends HttpException {
  constructor(readonly problem: Problem) {
    super(problem, problem.status);
  }
}

const problem = (
  status: number,
  code: ProblemCode,
  title: string,
  detail: string,
  more: Partial<Pick<Problem, 'errors' | 'retryAt' | 'conflictsWith' | 'editedSince'>> = {},
): ProblemError => new ProblemError({ type: `/problems/${code}`, title, status, detail, code, ...more });

/** 401: no credentials, or none that are known. */
export const unauthenticated = (): ProblemError =>
  problem(
    401,
    'unauthenticated',
    'Not signed in',
    'Sign in, or send an API key as "Authorization: Bearer …".',
  );

/** 403: known, but not allowed. */
export const forbidden = (
  detail: string,
  code: ProblemCode = 'forbidden',
  title = 'Not allowed',
): ProblemError => problem(403, code, title, detail);

/** 400: the request lacks something that no field of its body holds. */
export const badRequest = (
  code: ProblemCode,
  title: string,
  detail: string,
  errors: readonly FieldError[],
): ProblemError => problem(400, code, title, detail, { errors: [...errors] });

/** 404: there is nothing here for this caller; other tenants' things look the same. */
export const notFound = (what: string): ProblemError =>
  problem(404, 'not-found', 'Not found', `There is no such ${what}, or it is not yours.`);

/** 422: fields that cannot be accepted; each says why and what would be. */
export const invalidFields = (errors: readonly FieldError[]): ProblemError =>
  problem(
    422,
    'invalid-fields',
    'Some fields cannot be accepted',
    errors.map((error) => `${error.field}: ${error.message}`).join(' '),
    {
      errors: errors.map(({ field, code, message, accepted }) => ({ field, code, message, accepted })),
    },
  );

/** 413 or 422: a file that cannot be taken; says why and what would be. */
export const fileRefused = (status: 413 | 422, errors: readonly FieldError[]): ProblemError =>
  problem(
    status,
    'file-refused',
    'This file cannot be used',
    errors.map(({ message }) => message).join(' '),
    { errors: [...errors] },
  );

/** 503: not now; the same may be asked again in a moment. */
export const notNow = (code: ProblemCode, detail: string): ProblemError =>
  problem(503, code, 'Not now', detail);

/** 409: the request is fine, but not in the present state of things. */
export const conflict = (
  code: ProblemCode,
  title: string,
  detail: string,
  more: Partial<Pick<Problem, 'errors' | 'conflictsWith'>> = {},
): ProblemError => problem(409, code, title, detail, more);

/** 410: it was here and has ended. */
export const gone = (code: ProblemCode, title: string, detail: string): ProblemError =>
  problem(410, code, title, detail);

/** 429: too often; says when again. */
export const tooOften = (code: ProblemCode, detail: string, retryAt: Date): ProblemError =>
  problem(429, code, 'Too often', detail, { retryAt: retryAt.toISOString() });

/** 412: changed by somebody else since it was read; says what. */
export const stale = (detail: string, editedSince: NonNullable<Problem['editedSince']>): ProblemError =>
  problem(412, 'stale', 'Changed in the meantime', detail, { editedSince });

/** 428: a change that does not say which version it is meant for. */
export const preconditionRequired = (): ProblemError =>
  problem(
    428,
    'if-match-required',
    'Which version is meant?',
    'Send the ETag of what you have read as "If-Match", so that nobody overwrites what somebody else has changed.',
  );
