import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Passes 800 MB through a queue that holds 20 MB of them, as requests in flight do; prints the most it held, in MB. */
const PROGRAM = `
  const queue = [];
  let most = 0;
  for (let n = 0; n < 8_000; n++) {
    queue.push(new Array(12_500).fill(n));
    if (queue.length > 200) queue.shift();
    if (n % 50 === 0) most = Math.max(most, process.memoryUsage().heapTotal / 1e6);
  }
  console.log(most);`;

const mostMb = (before: string): number =>
  Number(
    execFileSync(
      process.execPath,
      ['--max-semi-space-size=8', '--input-type=module', '-e', before + PROGRAM],
      {
        encoding: 'utf8',
      },
    ),
  );

test('what is no longer needed is given back before it is several times what is', () => {
  const module = JSON.stringify(new URL('../src/collect-early.ts', import.meta.url).href);
  const early = mostMb(`import { collectEarly } from ${module}; collectEarly();`);
  expect(early).toBeLessThan(0.7 * mostMb(''));
});
