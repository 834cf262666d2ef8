import { expect, test } from 'vitest';
import { countTests, summaryLine } from './count-tests.ts';
import { countsByKind } from './kinds-of-tests.ts';

const file = (status: string, ...tests: string[]) => ({
  name: '/apps/api/test/some.test.ts',
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test.each([
  ['all pass', [file('passed', 'passed', 'passed'), file('passed', 'passed')], 'tests: 3 passed, 0 failed'],
  ['one fails', [file('failed', 'passed', 'failed')], 'tests: 1 passed, 1 failed'],
  [
    'skipped and todo are told',
    [file('passed', 'passed', 'skipped', 'todo')],
    'tests: 1 passed, 0 failed, 2 skipped',
  ],
  [
    'a file that does not load is a failure',
    [file('failed'), file('passed', 'passed')],
    'tests: 1 passed, 1 failed',
  ],
  ['a hook that fails after its tests is a failure', [file('failed', 'passed')], 'tests: 1 passed, 1 failed'],
  ['nothing ran', [], 'tests: 0 passed, 0 failed'],
])('%s', (_, testResults, line) => {
  expect(summaryLine(countTests({ testResults }))).toBe(line);
});

test('kinds of tests are told apart by their files', () => {
  const at = (name: string, ...tests: string[]) => ({ ...file('passed', ...tests), name });
  const report = [
    at('/apps/api/test/bad-input/fields.test.ts', 'passed', 'passed'),
    at('/apps/api/test/webhooks.test.ts', 'passed'),
    at('/apps/api/test/uncertain-outcomes.test.ts', 'passed', 'skipped'),
    at('/apps/api/test/isolation.test.ts', 'passed'),
  ];
  expect(countsByKind({ testResults: report })).toEqual([
    ['outcomes of the provider', { passed: 1, failed: 0, skipped: 1 }],
    ['bad input', { passed: 3, failed: 0, skipped: 0 }],
  ]);
});
