import { afterEach, expect, it, vi } from 'vitest';
import { processLog } from '../src/logging.ts';

afterEach(() => vi.restoreAllMocks());

/** What is written while something is logged. */
const written = (log: () => void): string => {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  }
  log();
  vi.restoreAllMocks();
  return lines.join('');
};

it('in production one JSON object a line, also where the message has lines', () => {
  const log = processLog(true, ['warn', 'error']);
  const lines = written(() => {
    log.warn('first\nsecond', 'Queue');
    log.error('third', undefined, 'Rounds');
    log.log('of no interest', 'Queue');
  })
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'warn', context: 'Queue', message: 'first\nsecond' },
    { level: 'error', context: 'Rounds', message: 'third' },
  ]);
});

it('elsewhere words', () => {
  expect(written(() => processLog(false, ['log']).log('Ready', 'Keyholder'))).toMatch(/LOG.*Ready/u);
});
