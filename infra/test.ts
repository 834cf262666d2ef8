import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { inRepository, REPOSITORY } from './repository.ts';
import { buildIfStale, compile, portalBuild, welcomeBuild } from './start/builds.ts';
import { countTests, summaryLine, type VitestReport } from './test/count-tests.ts';
import { countsByKind } from './test/kinds-of-tests.ts';

/**
 * Builds what tests run that is not run from its sources: the compiled programs, the pages' renderer, the portal's
 * files. What can't be built is said, and fails the run; the tests that don't need it run all the same.
 */
async function buildAll(): Promise<boolean> {
  const builds = [welcomeBuild, portalBuild].map(async (build) => buildIfStale(build, () => undefined));
  const results = await Promise.allSettled([compile(), ...builds]);
  const failures = results
    .filter((result) => result.status === 'rejected')
    .map(({ reason }) => reason as unknown);
  for (const reason of failures) console.error(reason instanceof Error ? reason.message : reason);
  return failures.length === 0;
}

async function runVitest(args: readonly string[]): Promise<{ passed: boolean; report: VitestReport }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-test-report-'));
  try {
    const report = path.join(folder, 'report.json');
    const vitest = spawn(
      process.execPath,
      [
        inRepository('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        // Said here, for a setting of the root reaches no project that has a file of its own. Two at least: of two cores
        // Vitest would use one.
        `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      { cwd: REPOSITORY, stdio: 'inherit' },
    );
    const [code] = (await once(vitest, 'close')) as [number | null];
    const text = await readFile(report, 'utf8').catch(() => undefined);
    return {
      passed: code === 0,
      report: text === undefined ? { testResults: [] } : (JSON.parse(text) as VitestReport),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Vitest gets Ctrl-C itself; this process stays to say how many had run.
process.on('SIGINT', () => undefined);

const built = await buildAll();
const { passed, report } = await runVitest(process.argv.slice(2).filter((argument) => argument !== '--'));
const count = countTests(report);
if (!built) console.error('Not everything could be built: the errors are at the beginning.');
if (!passed && count.failed === 0) console.error('No test failed, but the run did: its error is above.');
if (count.passed + count.failed === 0) console.error('No test has run.');
for (const [kind, ofKind] of countsByKind(report)) {
  console.log(`${kind}: ${ofKind.passed} passed, ${ofKind.failed} failed`);
}
console.log(summaryLine(count));
process.exit(built && passed && count.failed === 0 && count.passed > 0 ? 0 : 1);
