import type { Schemas } from '@keyholder/api-client';
import type { FieldError } from '@keyholder/domain/shared/result';

export type Problem = Schemas['Problem'];

/** Codes of problems that the server itself could not word. */
export const OFFLINE = 'offline';
export const UNREADABLE = 'unreadable';

/** An answer of the API other than success, or none at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

const wordless = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  detail: '',
  code,
});

/** True for the shape of `application/problem+json` as the API writes it; proxies answer otherwise. */
const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body;

type Answer<T> =
  { data: T; error?: never; response: Response } | { data?: never; error: unknown; response: Response };

/**
 * The body of a successful answer.
 * @throws ApiProblem for every other answer; code `offline` where there was none, `unreadable` where it was not the
 *   API that answered.
 */
export const answerOf = async <T>(call: Promise<Answer<T>>): Promise<T> => {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch {
    throw new ApiProblem(wordless(0, OFFLINE));
  }
  if (answer.error === undefined && answer.response.ok) return answer.data as T;
  throw new ApiProblem(isProblem(answer.error) ? answer.error : wordless(answer.response.status, UNREADABLE));
};

/** The fields that an answer refused, for the form that sent them. */
export const fieldErrorsOf = (error: unknown): readonly FieldError[] =>
  error instanceof ApiProblem ? (error.problem.errors ?? []) : [];

/** True where the session has ended, or there never was one. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.status === 401;

/** True where asking again may help: nobody answered, or the server was not itself. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status >= 500);
