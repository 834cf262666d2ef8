import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDependencies, RULE_NAMES } from '../dependency-rules/cruise.ts';

const FIXTURES = path.resolve(import.meta.dirname, '..', 'dependency-rules', 'fixtures');

describe('dependency rules', () => {
  test('every rule has its fixture, and every fixture its rule', () => {
    expect(readdirSync(FIXTURES).toSorted()).toEqual([...RULE_NAMES, 'allowed'].toSorted());
  });

  test.each(RULE_NAMES)('%s rejects its fixture', async (rule) => {
    const { violations } = await checkDependencies(path.join(FIXTURES, rule));
    expect([...new Set(violations.map((violation) => violation.rule))]).toEqual([rule]);
  });

  test('what is allowed passes', async () => {
    const { violations, read } = await checkDependencies(path.join(FIXTURES, 'allowed'));
    expect(violations).toEqual([]);
    expect(read.size).toBe(7);
  });

  test('a tree without a readable file is an error, not a pass', async () => {
    await expect(checkDependencies(import.meta.dirname)).rejects.toThrow('none of the source folders');
  });
});
