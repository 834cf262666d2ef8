import { expect, test } from 'vitest';
import { answerOf, ApiProblem, fieldErrorsOf, isPassing, isSignedOut } from '../src/api/problem.ts';
import { safeNext } from '../src/app/paths.ts';

test.each([
  ['/sites/1?q=a', '/sites/1?q=a'],
  [null, '/'],
  ['', '/'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/sign-in?next=/sites', '/'],
])('after signing in, %j leads to %s', (next, path) => {
  expect(safeNext(next)).toBe(path);
});

const refusal = async (call: Parameters<typeof answerOf>[0]): Promise<ApiProblem> => {
  const thrown: unknown = await answerOf(call).catch((error: unknown) => error);
  if (thrown instanceof ApiProblem) return thrown;
  throw new Error('This was answered.');
};
const answered = (status: number, error: unknown) =>
  Promise.resolve({ error, response: new Response(null, { status }) });

test('a successful answer is its body', async () => {
  await expect(answerOf(Promise.resolve({ data: 1, response: new Response() }))).resolves.toBe(1);
});

test('a problem keeps what the API said', async () => {
  const errors = [{ field: 'phone', code: 'taken', message: 'm', accepted: 'a' }];
  const body = {
    type: '/problems/x',
    title: 't',
    status: 409,
    detail: 'Dana has it.',
    code: 'phone-taken',
    errors,
  };
  const problem = await refusal(answered(409, body));
  expect(problem.problem).toEqual(body);
  expect(fieldErrorsOf(problem)).toEqual(errors);
  expect(isPassing(problem)).toBe(false);
});

test('no answer, and an answer of something between, may pass', async () => {
  const offline = await refusal(Promise.reject(new TypeError('fetch failed')));
  expect(offline.problem.code).toBe('offline');
  expect(isPassing(offline)).toBe(true);
  const proxy = await refusal(answered(502, '<html>'));
  expect(proxy.problem).toMatchObject({ code: 'unreadable', status: 502 });
  expect(isPassing(proxy)).toBe(true);
});

test('an ended session is told from other refusals', async () => {
  const body = { type: '', title: '', detail: '', code: 'unauthenticated' };
  expect(isSignedOut(await refusal(answered(401, { ...body, status: 401 })))).toBe(true);
  expect(isSignedOut(await refusal(answered(403, { ...body, status: 403 })))).toBe(false);
});
