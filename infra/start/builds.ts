import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRepository, REPOSITORY, scriptCommand } from '../repository.ts';

/** One thing that is built, and what it is built from. */
export interface Build {
  readonly name: string;
  /** Files and folders, from the repository's root. */
  readonly sources: readonly string[];
  /** Exists when it was built. */
  readonly output: string;
  readonly folder: string;
  readonly command: readonly [string, ...string[]];
}

const SHARED_SOURCES = [
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'packages/domain/src',
  'packages/domain/package.json',
];

/** The static pages' renderer. */
export const welcomeBuild: Build = {
  name: 'welcome page',
  sources: [...SHARED_SOURCES, 'apps/welcome'],
  output: 'apps/welcome/dist/bundle/entry.mjs',
  folder: 'apps/welcome',
  command: scriptCommand('build:assets'),
};

/** The portal's files. */
export const portalBuild: Build = {
  name: 'portal',
  sources: [...SHARED_SOURCES, 'apps/portal', 'packages/api-client/src', 'packages/api-client/package.json'],
  output: 'apps/portal/dist/index.html',
  folder: 'apps/portal',
  command: scriptCommand('build:assets'),
};

/** The API in few files, from the compiled ones. */
export const apiBundle: Build = {
  name: 'API bundle',
  sources: [...SHARED_SOURCES, 'apps/api/src', 'apps/api/package.json', 'infra/bundle-api.ts'],
  output: 'apps/api/dist/bundle/main.js',
  folder: 'apps/api',
  command: scriptCommand('build:assets'),
};

/** Compiles the API, the sandbox and what they import; the compiler itself knows what is stale. */
export async function compile(): Promise<void> {
  await runBuild(
    'compiler',
    [process.execPath, TSC, '-b', 'apps/api', 'packages/twilio-sandbox', 'packages/mail-catcher'],
    REPOSITORY,
  );
}

/** The compiler's program, run by Node. */
export const TSC = inRepository('node_modules', 'typescript', 'bin', 'tsc');

/**
 * Builds unless the last build was from the same sources.
 * @param onBegin called where there is something to build.
 * @returns whether there was.
 * @throws with the tool's output, where it fails.
 */
export async function buildIfStale(build: Build, onBegin: () => void): Promise<boolean> {
  const stamp = inRepository(
    'node_modules',
    '.cache',
    'keyholder',
    `${build.name.replaceAll(' ', '-')}.sha256`,
  );
  const hash = await hashSources(build.sources);
  const last = await readFile(stamp, 'utf8').catch(() => '');
  if (last === hash && existsSync(inRepository(build.output))) return false;
  onBegin();
  await runBuild(`build of the ${build.name}`, build.command, inRepository(build.folder));
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
  return true;
}

const GENERATED = new Set(['node_modules', 'dist', '.astro', 'test', 'coverage']);

/** Contents, not times: a fresh clone and a switched branch have new times and old contents. */
async function hashSources(sources: readonly string[]): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesOf(source)))).flat().toSorted();
  const contents = await Promise.all(files.map((file) => readFile(inRepository(file))));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    hash.update(`${file}\0${contents[index]?.length}\0`).update(contents[index] ?? '');
  }
  return hash.digest('hex');
}

async function filesOf(source: string): Promise<string[]> {
  const entries = await readdir(inRepository(source), { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return existsSync(inRepository(source)) ? [source] : [];
  const below = entries
    .filter((entry) => !GENERATED.has(entry.name))
    .map(async (entry) => {
      const name = `${source}/${entry.name}`;
      return entry.isDirectory() ? filesOf(name) : [name];
    });
  return (await Promise.all(below)).flat();
}

const aborted = new AbortController();

/** Ends every build that runs. */
export function abortBuilds(): void {
  aborted.abort();
}

async function runBuild(name: string, command: readonly [string, ...string[]], cwd: string): Promise<void> {
  const [program, ...args] = command;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, { cwd, signal: aborted.signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The ${name} failed (code ${code}).\n${output.trim()}`));
    });
  });
}
