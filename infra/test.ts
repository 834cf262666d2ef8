import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepository, REPOSITORY } from './repository.ts';
import { buildIfStale, compile, portalBuild, welcomeBuild } from './start/builds.ts';
import { countTests, summaryLine, type TestCount, type VitestReport } from './test/count-tests.ts';

const NO_TESTS: TestCount = { passed: 0, failed: 0, skipped: 0 };

/** What tests run that is not run from its sources: the compiled programs, the pages' renderer, the portal's files. */
async function buildAll(): Promise<void> {
  await Promise.all([
    compile(),
    ...[welcomeBuild, portalBuild].map((build) => buildIfStale(build, () => undefined)),
  ]);
}

async function runVitest(args: readonly string[]): Promise<{ passed: boolean; count: TestCount }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-test-report-'));
  try {
    const report = path.join(folder, 'report.json');
    const vitest = spawn(
      process.execPath,
      [
        inRepository('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      { cwd: REPOSITORY, stdio: 'inherit' },
    );
    const [code] = (await once(vitest, 'close')) as [number | null];
    const text = await readFile(report, 'utf8').catch(() => undefined);
    const count = text === undefined ? NO_TESTS : countTests(JSON.parse(text) as VitestReport);
    return { passed: code === 0, count };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Vitest gets Ctrl-C itself; this process stays to say how many had run.
process.on('SIGINT', () => undefined);

let count = NO_TESTS;
let passed = false;
try {
  await buildAll();
  const args = process.argv.slice(2).filter((argument) => argument !== '--');
  ({ passed, count } = await runVitest(args));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
if (!passed && count.failed === 0) console.error('No test failed, but the run did: its error is above.');
if (count.passed + count.failed === 0) console.error('No test has run.');
console.log(summaryLine(count));
process.exit(passed && count.failed === 0 && count.passed > 0 ? 0 : 1);
