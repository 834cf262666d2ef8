import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const files = globSync('**/*.ts', { cwd: SRC });

/** What a rule may rest on besides other rules. */
const LIBRARIES = new Set(['culori', 'handlebars', 'libphonenumber-js/max', 'sms-segments-calculator']);
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\b|\bprocess\b|\bfetch\(|\bsetTimeout\b|\bconsole\b/u;

describe('the domain has no clock, no chance and no world', () => {
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(20);
  });
  test.each(files)('%s', (file) => {
    const source = readFileSync(join(SRC, file), 'utf8');
    const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
    const imported = [...code.matchAll(/\b(?:from\s+|import\s+|import\s*\(\s*)'([^']+)'/gu)].map(
      ([, name]) => name!,
    );
    expect(imported.filter((name) => !name.startsWith('.') && !LIBRARIES.has(name))).toEqual([]);
    expect(IMPURE.exec(code)?.[0]).toBeUndefined();
  });
});
