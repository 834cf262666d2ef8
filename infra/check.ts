import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gapsIn, type ApiDescription } from './api-description.ts';
import { checkDependencies } from './dependency-rules/cruise.ts';
import { inRepository, REPOSITORY, scriptCommand } from './repository.ts';
import { runTool } from './run-tool.ts';
import { TSC } from './start/builds.ts';

/** What went wrong, in full; empty where nothing did. */
type Findings = string;

interface Check {
  readonly name: string;
  readonly run: () => Promise<Findings>;
}

/** A program that exits with 0 where it has nothing to say. */
async function tool(program: string, args: readonly string[], cwd?: string): Promise<Findings> {
  const { passed, output } = await runTool(program, args, cwd === undefined ? {} : { cwd });
  return passed ? '' : output || 'It failed without a word.';
}

const rootTool = (name: string): string => inRepository('node_modules', '.bin', name);
const infraTool = (name: string): string => inRepository('infra', 'node_modules', '.bin', name);

/** Projects that are checked and not built: tests and the tools of this folder. */
function uncompiledProjects(): string[] {
  return [
    'infra',
    ...globSync('{packages,apps}/*/test/tsconfig.json', { cwd: REPOSITORY }).map(path.dirname),
  ];
}

async function dependencyDirections(): Promise<Findings> {
  const { violations } = await checkDependencies(REPOSITORY);
  return violations.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`).join('\n');
}

/** Every field, parameter and answer of the API is described, every body has an example. */
async function apiDescription(): Promise<Findings> {
  const text = await readFile(inRepository('packages', 'api-client', 'src', 'openapi.json'), 'utf8');
  const gaps = gapsIn(JSON.parse(text) as ApiDescription);
  return gaps.map((gap) => `There is no description of ${gap}`).join('\n');
}

const CHECKS: readonly Check[] = [
  { name: 'format', run: async () => tool(rootTool('prettier'), ['--check', '.', '--log-level', 'warn']) },
  { name: 'lint', run: async () => tool(rootTool('oxlint'), ['--type-aware', '--deny-warnings', '--quiet']) },
  { name: 'types', run: async () => tool(process.execPath, [TSC, '-b']) },
  ...uncompiledProjects().map((project) => ({
    name: `types of ${project}`,
    run: async () => tool(process.execPath, [TSC, '-p', project]),
  })),
  {
    name: 'types of the pages',
    run: async () => {
      const [program, ...args] = scriptCommand('check');
      return tool(program, args, inRepository('apps', 'welcome'));
    },
  },
  { name: 'dependency directions', run: dependencyDirections },
  { name: 'unused code and dependencies', run: async () => tool(infraTool('knip'), ['--no-progress']) },
  { name: 'API description', run: apiDescription },
  {
    name: 'generated files',
    run: async () => {
      // Compiled by the check of types; where that failed there is nothing to compare.
      if (!existsSync(inRepository('apps', 'api', 'dist', 'openapi.js'))) return 'The API is not compiled.';
      return tool(process.execPath, [inRepository('infra', 'generate-client.ts'), '--check']);
    },
  },
];

const failed: string[] = [];
for (const { name, run } of CHECKS) {
  const from = performance.now();
  const findings = await run().catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  );
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${findings === '' ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (findings === '') continue;
  failed.push(name);
  console.log(`${findings}\n`);
}
console.log(
  failed.length === 0 ? `\nAll ${CHECKS.length} checks passed.` : `\nFailed: ${failed.join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
