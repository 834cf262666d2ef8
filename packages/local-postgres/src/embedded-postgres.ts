import { spawn, type ChildProcess } from 'node:child_process';
import { appendFile, chown, mkdir, open, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { exists, openDataFolder, readOrMakePassword, type DataFolder } from './data-folder.ts';
import { choosePort } from './port.ts';
import { isServerOf, postmasterFile, readPostmasterFile } from './postmaster-file.ts';
import { isAlive } from './processes.ts';
import { run } from './run-program.ts';
import { findServerBinaries, type ServerBinaries } from './server-binaries.ts';
import { serverSettings, SETTINGS_FILE } from './server-settings.ts';

export interface EmbeddedPostgresOptions {
  /** Made where it does not exist; holds the cluster, its password, its port and its log. */
  readonly dataDir: string;
  /** Default: the port of the last start where that is free, else any free one. */
  readonly port?: number;
  /** Made where it does not exist; default `postgres`. */
  readonly database?: string;
  /** Called with one line of plain words for each step that takes time. */
  readonly onProgress?: (line: string) => void;
  /** Trades durability for speed. Never for data that anyone wants to keep. */
  readonly forTests?: boolean;
}

export interface EmbeddedPostgres {
  /** Connection address of the superuser, in the database asked for. */
  readonly url: string;
  /** Where the data really is: another folder than asked for where root's server can't enter that one. */
  readonly folder: string;
  /** Settles when the server ends, by `stop()` or on its own. */
  readonly exited: Promise<void>;
  /** Rolls back what is open, ends the server and waits until it has ended. */
  stop(): Promise<void>;
}

const USER = 'postgres';
const START_LIMIT_MS = 60_000;
const POLL_MS = 20;

/**
 * Starts Postgres with its data in `dataDir`, or takes over the server that a killed process has left running there.
 * It listens on 127.0.0.1 only and outlives this process unless stopped.
 * @throws with the end of the server's log where it doesn't start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = await openDataFolder(options.dataDir);
  const binaries = await findServerBinaries(folder.account);
  const password = await readOrMakePassword(folder.passwordFile);
  const forTests = options.forTests ?? false;

  if (!(await exists(folder.cluster))) {
    options.onProgress?.('Creating the database cluster');
    await createCluster(folder, binaries, forTests);
  }
  await checkCluster(folder, binaries);

  const left = await findRunningServer(folder, password);
  if (left !== undefined) options.onProgress?.('Taking over the Postgres that a killed run has left');
  const server = left ?? (await startServer(folder, binaries, options, forTests));
  const database = options.database ?? USER;
  if (database !== USER) await ensureDatabase(connectionUrl(server.port, password), database);
  return {
    url: connectionUrl(server.port, password, database),
    folder: folder.root,
    exited: server.exited,
    stop: async () => {
      if (await isServerOf(server.pid, folder.cluster)) {
        await run(
          binaries.pgCtl,
          ['stop', '-D', folder.cluster, '-m', 'fast', '-w', '-t', '30'],
          folder.account,
        );
      }
      while (isAlive(server.pid)) await delay(POLL_MS);
    },
  };
}

interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly exited: Promise<void>;
}

/** Under a temporary name until it is whole: an interrupted initdb leaves a folder that no server starts from. */
async function createCluster(folder: DataFolder, binaries: ServerBinaries, forTests: boolean): Promise<void> {
  const partial = `${folder.cluster}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  // In the new folder, so that the server's account can read it and nobody else.
  const passwordCopy = path.join(folder.root, 'initdb-password');
  await writeFile(passwordCopy, await readFile(folder.passwordFile), { mode: 0o600 });
  try {
    if (folder.account !== undefined) {
      await chown(partial, folder.account.uid, folder.account.gid);
      await chown(passwordCopy, folder.account.uid, folder.account.gid);
    }
    const flags = [
      `--pgdata=${partial}`,
      `--username=${USER}`,
      `--pwfile=${passwordCopy}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Postgres's own C.UTF-8: the same order everywhere, whatever locales the system has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(forTests ? ['--no-sync'] : []),
    ];
    await run(binaries.initdb, flags, folder.account);
    await appendFile(path.join(partial, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);
    await rename(partial, folder.cluster);
  } finally {
    await rm(passwordCopy, { force: true });
  }
}

async function checkCluster(folder: DataFolder, binaries: ServerBinaries): Promise<void> {
  const version = await readFile(path.join(folder.cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (error: unknown) => {
      throw (error as NodeJS.ErrnoException).code === 'EACCES'
        ? new Error(
            `${folder.cluster} belongs to another account. Start as that one, or choose another data folder.`,
          )
        : error;
    },
  );
  if (version !== binaries.majorVersion) {
    throw new Error(
      `${folder.cluster} was made by Postgres ${version}, here is Postgres ${binaries.majorVersion}. ` +
        'Move the data with pg_dump, or choose another data folder.',
    );
  }
}

/**
 * The server that runs on this data already, once it answers. One that is shutting down is waited for. A
 * postmaster.pid that names no server of this folder is removed: Postgres itself would refuse to start where that
 * process id lives and belongs to the same account.
 */
async function findRunningServer(folder: DataFolder, password: string): Promise<RunningServer | undefined> {
  const giveUpAt = performance.now() + START_LIMIT_MS;
  for (;;) {
    const file = await readPostmasterFile(folder.cluster);
    if (file === undefined) return undefined;
    if (!(await isServerOf(file.pid, folder.cluster))) {
      await rm(postmasterFile(folder.cluster), { force: true });
      return undefined;
    }
    if (file.status === 'ready' && (await answersFor(folder.cluster, file.port, password))) {
      return { pid: file.pid, port: file.port, exited: untilGone(file.pid) };
    }
    if (performance.now() > giveUpAt) {
      throw new Error(`Postgres runs on ${folder.cluster} as process ${file.pid}, but does not answer.`);
    }
    await delay(POLL_MS);
  }
}

async function answersFor(cluster: string, port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: connectionUrl(port, password),
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ path: string }>("select current_setting('data_directory') as path");
    return rows[0] !== undefined && (await realpath(rows[0].path)) === (await realpath(cluster));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startServer(
  folder: DataFolder,
  binaries: ServerBinaries,
  options: EmbeddedPostgresOptions,
  forTests: boolean,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(folder.portFile, options.port);
    await writeFile(path.join(folder.cluster, SETTINGS_FILE), serverSettings(port, forTests), {
      mode: 0o644,
    });
    const log = await open(folder.logFile, 'w', 0o600);
    const child = spawn(binaries.postgres, ['-D', folder.cluster], {
      ...folder.account,
      cwd: folder.cluster,
      // Its own session: Ctrl-C in the terminal must reach the API first and Postgres last.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { LC_ALL: 'C', PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
    });
    await log.close();
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    if (await untilReady(folder.cluster, child)) {
      child.unref();
      await writeFile(folder.portFile, `${port}\n`);
      return { pid: child.pid ?? 0, port, exited };
    }
    const said = await readFile(folder.logFile, 'utf8').catch(() => '');
    const portWasTaken = said.includes('could not bind');
    if (!portWasTaken || options.port !== undefined || attempt === 3) {
      throw new Error(
        `Postgres did not start. Its log (${folder.logFile}) ends with:\n${said.trim().slice(-2000)}`,
      );
    }
  }
}

/** True once the server takes connections, false where it has ended before. */
async function untilReady(cluster: string, child: ChildProcess): Promise<boolean> {
  const giveUpAt = performance.now() + START_LIMIT_MS;
  for (;;) {
    // Without a process id it could not be started at all.
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const file = await readPostmasterFile(cluster);
    if (file?.pid === child.pid && file.status === 'ready') return true;
    if (performance.now() > giveUpAt) {
      child.kill('SIGKILL');
      return false;
    }
    await delay(POLL_MS);
  }
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** A server that another process has started is nobody's child here, so it is watched. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(200, undefined, { ref: false });
}

function connectionUrl(port: number, password: string, database = USER): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
