import { mkdir } from 'node:fs/promises';
import path from 'node:path';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../packages/local-postgres/src/index.ts';
import { abortBuilds, buildIfStale, compile, portalBuild, welcomeBuild, type Build } from './start/builds.ts';
import type { Child } from './start/child.ts';
import { lockDataFolder, type DataLock } from './start/data-lock.ts';
import { requireFreePort } from './start/ports.ts';
import { makeEnvironments, startApiProgram, startMailCatcher, startSandbox } from './start/programs.ts';
import { say, step } from './start/progress.ts';
import { readStartSettings, StartError, type StartSettings } from './start/settings.ts';
import { readDemo, summary } from './start/summary.ts';
import { watchSources } from './start/watch.ts';

const READY_LIMIT_MS = 60_000;

let lock: DataLock | undefined;
let postgres: Promise<EmbeddedPostgres> | undefined;
/** In the order in which they are stopped. */
const running: Child[] = [];
let stopping = false;

/** Stops what runs, the API first and the database last, and ends this process. */
async function shutDown(exitCode: number): Promise<never> {
  stopping = true;
  abortBuilds();
  try {
    for (const child of running) await child.stop();
    // It may be starting still: what starts now must not be left behind.
    await (await postgres?.catch(() => undefined))?.stop();
    await lock?.release();
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
  process.exit(exitCode);
}

function onSignal(): void {
  if (stopping) {
    // Asked twice: at once. The next start takes over or repairs what is left.
    for (const child of running) child.kill();
    process.exit(130);
  }
  console.log('\nStopping …');
  void shutDown(0);
}

function fail(error: unknown): void {
  if (stopping) return;
  const expected = error instanceof StartError;
  console.error(
    `\n${expected || !(error instanceof Error) ? String(error).replace(/^Error: /u, '') : error.message}\n`,
  );
  void shutDown(1);
}

/** From now on its end is everybody's end. */
function guard(child: Child, settings: StartSettings): void {
  void child.ended.then((how) => {
    if (!running.includes(child)) return;
    fail(
      new StartError(
        `${child.name} ${how}, so everything stops. Its last words:\n${child.tail}\nLogs: ${path.join(settings.dataDir, 'logs')}`,
      ),
    );
  });
}

async function startDatabase(settings: StartSettings): Promise<{ url: string; ownerUrl: string }> {
  const { databaseUrl, databaseOwnerUrl } = settings;
  if (databaseUrl !== undefined) return { url: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl };
  postgres = startEmbeddedPostgres({
    dataDir: path.join(settings.dataDir, 'postgres'),
    database: 'keyholder',
    onProgress: say,
  });
  const starting = postgres;
  const started = await step('Postgres runs', async () => starting);
  void started.exited.then(() => {
    fail(new StartError(`Postgres has ended, so everything stops. Its log is in ${started.folder}`));
  });
  return { url: started.url, ownerUrl: started.url };
}

async function build(what: Build): Promise<void> {
  const from = performance.now();
  const built = await buildIfStale(what, () => say(`Building the ${what.name} …`));
  if (built) say(`The ${what.name} is built (${((performance.now() - from) / 1000).toFixed(1)} s)`);
}

/** Runs a program that does one thing and ends. */
async function runOnce(
  program: 'migrate' | 'seed-demo',
  name: string,
  settings: StartSettings,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const child = startApiProgram(program, name, settings, env);
  running.unshift(child);
  try {
    return await child.result();
  } finally {
    forget(child);
  }
}

function forget(child: Child): void {
  const index = running.indexOf(child);
  if (index >= 0) running.splice(index, 1);
}

async function startApi(settings: StartSettings, env: NodeJS.ProcessEnv): Promise<Child> {
  const api = startApiProgram('main', 'The API', settings, env, (text, stream) => {
    if (settings.watch || stream === 'stderr') process[stream].write(text);
  });
  running.unshift(api);
  const url = `http://127.0.0.1:${settings.port}/health/ready`;
  try {
    await api.untilAnswering(url, (status) => status === 200, READY_LIMIT_MS);
  } catch (error) {
    forget(api);
    await api.stop();
    throw error;
  }
  guard(api, settings);
  return api;
}

/** Starts a stand-in for something outside; none where it has no port. */
async function startBeside(
  settings: StartSettings,
  port: number | undefined,
  start: () => Child,
): Promise<void> {
  if (port === undefined) return;
  const child = start();
  running.push(child);
  await child.untilAnswering(`http://127.0.0.1:${port}/`, (status) => status > 0, READY_LIMIT_MS);
  guard(child, settings);
}

/** Replaces the API, one replacement at a time. */
function makeRestart(settings: StartSettings, env: NodeJS.ProcessEnv, first: Child): () => void {
  let current = first;
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    last = last
      .then(async () => {
        if (stopping) return;
        forget(current);
        await current.stop();
        current = await step('API restarted', () => startApi(settings, env));
      })
      // A compile that passes may still make an API that does not start: say so and wait for the next edit.
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };
}

async function main(): Promise<void> {
  const settings = readStartSettings(process.env, process.argv.slice(2));
  lock = await lockDataFolder(settings.dataDir);
  await mkdir(path.join(settings.dataDir, 'logs'), { recursive: true });
  const patienceMs = lock.lastRunWasKilled ? 15_000 : 0;
  await requireFreePort(settings.port, 'the portal and the API', patienceMs);
  if (settings.phonesPort !== undefined)
    await requireFreePort(settings.phonesPort, "the sandbox's phones", patienceMs);
  if (settings.mailPort !== undefined)
    await requireFreePort(settings.mailPort, 'the local mail page', patienceMs);

  const compiled = step('API compiled', compile);
  const pages = build(welcomeBuild);
  const portal = build(portalBuild);
  const environments = startDatabase(settings).then((database) => makeEnvironments(settings, database));

  const beside = Promise.all([compiled, environments]).then(async ([, { sandbox, mailCatcher }]) => {
    await Promise.all([
      startBeside(settings, settings.phonesPort, () => startSandbox(settings, sandbox)),
      startBeside(settings, settings.mailPort, () => startMailCatcher(settings, mailCatcher)),
    ]);
  });
  const migrated = Promise.all([compiled, environments]).then(async ([, { api: env }]) => {
    await step('Database is up to date', () => runOnce('migrate', 'The migration', settings, env));
  });

  const [{ api: env }] = await Promise.all([environments, pages, portal, beside, migrated]);
  const demo = settings.demo
    ? readDemo(await step('Demo data is there', () => runOnce('seed-demo', 'The demo data', settings, env)))
    : undefined;
  const api = await step('API is ready', () => startApi(settings, env));
  if (stopping) return;
  if (settings.watch) {
    const watchers = watchSources(settings, makeRestart(settings, env, api));
    for (const watcher of watchers) {
      running.push(watcher);
      guard(watcher, settings);
    }
  }
  console.log(summary(settings, demo));
}

// A terminal that has gone, or `| head`: no reason to end without stopping the others.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
process.on('SIGHUP', onSignal);
// Under pnpm this process is nobody's once pnpm is killed: then it has no terminal to be stopped from.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stopping) onSignal();
  }, 500).unref();
}

main().catch(fail);
