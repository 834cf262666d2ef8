import type { Schemas } from '@keyholder/api-client';
import { expect } from 'vitest';
import { everything } from './tenants.ts';
import type { Answer, World } from './world.ts';

/** The answer is a problem of this status that says in words what is wrong, and gives nothing of ours away. */
export const isProblem = (answer: Answer, status: number): Schemas['Problem'] => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = answer.body as Schemas['Problem'];
  expect(problem).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//u) as string });
  for (const words of [problem.title, problem.detail]) expect(words).not.toBe('');
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts\b|select |insert |stack/u);
  return problem;
};

/** The answer names the field, why it is refused and what would be accepted. */
export const namesField = (answer: Answer, field: string, status = 422): void => {
  const problem = isProblem(answer, status);
  const error = problem.errors?.find((one) => one.field === field);
  expect(error, JSON.stringify(problem)).toBeDefined();
  for (const words of [error?.code, error?.message, error?.accepted]) expect(words).toBeTruthy();
};

/** Whatever is asked leaves every row of every table as it was. */
export const changesNothing = async (world: World, ask: () => Promise<unknown>): Promise<void> => {
  await world.listsHaveCaughtUp();
  const before = await everything(world);
  await ask();
  expect(await everything(world)).toEqual(before);
};
