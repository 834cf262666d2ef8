import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/index.ts';
import { postmasterFile, readPostmasterFile } from '../src/postmaster-file.ts';
import { isAlive } from '../src/processes.ts';

let parent: string;
let started: EmbeddedPostgres[];

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'local postgres '));
  await chmod(parent, 0o711);
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  for (const server of started) await rm(server.folder, { recursive: true, force: true });
  await rm(parent, { recursive: true, force: true });
});

async function start(
  dataDir = path.join(parent, 'data'),
  forTests = true,
  database = 'postgres',
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, forTests, database });
  started.push(server);
  return server;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = async (server: EmbeddedPostgres): Promise<number> => {
  const file = await readPostmasterFile(path.join(server.folder, 'cluster'));
  if (file === undefined) throw new Error('no server');
  return file.pid;
};

/** A process that starts the server, says so, and then does nothing until it is killed. */
async function startInOtherProcess(dataDir: string): Promise<{ kill(): Promise<void> }> {
  const index = new URL('../src/index.ts', import.meta.url).href;
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(index)});
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, forTests: true });
    process.stdout.write('started');
    setInterval(() => undefined, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const first = await Promise.race([once(child.stdout, 'data'), exited]);
  if (String(first[0]) !== 'started') throw new Error('the other process has ended');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

describe('embedded Postgres', () => {
  test('keeps data and address between a stop and the next start, in a path with a space', async () => {
    const first = await start(undefined, true, 'a "house"');
    expect(await ask(first.url, 'select current_database() as name')).toEqual([{ name: 'a "house"' }]);
    await ask(first.url, 'create table kept (word text)');
    await ask(first.url, `insert into kept values ('still here')`);
    await first.stop();
    await first.exited;
    await expect(ask(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');

    const second = await start(undefined, true, 'a "house"');
    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'still here' }]);
    expect(second.url).toBe(first.url);
  });

  test('takes over the server that a process killed with -9 has left, with its data', async () => {
    const dataDir = path.join(parent, 'data');
    const other = await startInOtherProcess(dataDir);
    const left = await readPostmasterFile(path.join(dataDir, 'cluster'));
    await other.kill();

    const server = await startEmbeddedPostgres({ dataDir, forTests: true });
    started.push(server);
    const pid = await pidOf(server);
    expect(pid).toBe(left?.pid);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('starts again after the server itself was killed with -9, with all that was committed', async () => {
    const first = await start(undefined, false);
    await ask(first.url, 'create table kept as select 7 as number');
    process.kill(await pidOf(first), 'SIGKILL');
    await first.exited;

    const second = await start();
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  test('is not fooled by a postmaster.pid that names a living process of another program', async () => {
    const first = await start();
    const cluster = path.join(first.folder, 'cluster');
    await first.stop();
    // Of the account that runs the server: that is the case in which Postgres itself would refuse to start.
    const account = await stat(cluster);
    const bystander = spawn('sleep', ['600'], { uid: account.uid, gid: account.gid, stdio: 'ignore' });
    try {
      await once(bystander, 'spawn');
      const lines = [bystander.pid, cluster, 1, 5432, '', '127.0.0.1', '', 'ready', ''];
      await writeFile(postmasterFile(cluster), lines.join('\n'));

      const second = await start();
      expect(await pidOf(second)).not.toBe(bystander.pid);
      expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(isAlive(bystander.pid ?? 0)).toBe(true);
    } finally {
      bystander.kill('SIGKILL');
    }
  });

  test('keeps names and phone numbers out of the log when a row is refused', async () => {
    const server = await start();
    await ask(server.url, 'create table contact (phone text primary key)');
    await ask(server.url, `insert into contact values ('+14155550123')`);
    await expect(ask(server.url, `insert into contact values ('+14155550123')`)).rejects.toThrow(
      'duplicate key',
    );
    const log = await readFile(path.join(server.folder, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key value violates unique constraint');
    expect(log).not.toContain('+14155550123');
  });

  test('listens on this machine only, needs its password, sorts the same everywhere', async () => {
    const server = await start();
    expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const passwordFile = await stat(path.join(server.folder, 'password'));
    expect((passwordFile.mode & 0o777).toString(8)).toBe('600');
    const withoutPassword = new URL(server.url);
    withoutPassword.password = 'wrong';
    await expect(ask(withoutPassword.href, 'select 1')).rejects.toThrow('password authentication failed');
    const locale = `select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding
                    from pg_database where datname = 'template1'`;
    expect(await ask(server.url, locale)).toEqual([
      { datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' },
    ]);
  });

  test('makes the cluster anew when its making was interrupted', async () => {
    const dataDir = path.join(parent, 'data');
    await mkdir(path.join(dataDir, 'cluster.partial'), { recursive: true });
    await writeFile(path.join(dataDir, 'cluster.partial', 'PG_VERSION'), '18\n');
    const server = await start(dataDir);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('says which version made a cluster that this one cannot read', async () => {
    const first = await start();
    await first.stop();
    await writeFile(path.join(first.folder, 'cluster', 'PG_VERSION'), '12\n');
    await expect(startEmbeddedPostgres({ dataDir: path.join(parent, 'data') })).rejects.toThrow(
      'Postgres 12',
    );
  });

  test.runIf(process.getuid?.() === 0)(
    'as root below a folder that others cannot enter, keeps its data where the server can, for good',
    async () => {
      await chmod(parent, 0o700);
      const dataDir = path.join(parent, 'data');
      const first = await start(dataDir);
      expect(first.folder).not.toBe(dataDir);
      await ask(first.url, 'create table kept as select 7 as number');
      await first.stop();

      await chmod(parent, 0o711);
      const second = await start(dataDir);
      expect(second.folder).toBe(first.folder);
      expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 7 }]);
    },
  );
});
