import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUpEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from '../src/index.ts';

let parent: string;
let started: EmbeddedPostgres[];

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'local postgres backup '));
  await chmod(parent, 0o711);
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop();
  await rm(parent, { recursive: true, force: true });
});

const start = async (name: string): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir: path.join(parent, name), forTests: true });
  started.push(server);
  return server;
};

const connect = async (server: EmbeddedPostgres): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return client;
};

/** Two rows at a time that belong together: a copy that holds one without the other is torn. */
const writePair = async (client: pg.Client, n: number): Promise<void> => {
  await client.query('begin');
  await client.query('insert into booked values ($1::int, repeat(md5($1::int::text), 20))', [n]);
  await client.query('insert into counted values ($1)', [n]);
  await client.query('commit');
};

const numbersIn = async (client: pg.Client, table: string): Promise<number[]> =>
  (await client.query<{ n: number }>(`select n from ${table} order by n`)).rows.map(({ n }) => n);

describe('a backup', () => {
  test('of a server that is written to: whole, started from, and apart from what comes later', async () => {
    const writer = await connect(await start('data'));
    await writer.query(
      'create table booked (n int primary key, body text); create table counted (n int primary key)',
    );
    await writePair(writer, 0);
    const enough = new AbortController();
    let written = 0;
    const writing = (async (): Promise<void> => {
      while (!enough.signal.aborted) await writePair(writer, ++written);
    })();
    const before = written;
    await backUpEmbeddedPostgres(path.join(parent, 'data'), path.join(parent, 'copy'));
    const after = written;
    enough.abort();
    await writing;
    await writePair(writer, 1_000_000);

    const copy = await connect(await start('copy'));
    const booked = await numbersIn(copy, 'booked');
    expect(booked).toEqual(await numbersIn(copy, 'counted'));
    // Without a gap from the first to some moment of the copying, and nothing that came after.
    expect(booked).toEqual(booked.map((_, index) => index));
    expect(booked.length).toBeGreaterThan(before);
    expect(booked.length).toBeLessThanOrEqual(after + 2);
    // Both go on, each for itself.
    await writePair(copy, 2_000_000);
    expect(await numbersIn(writer, 'booked')).not.toContain(2_000_000);
    await writer.end();
    await copy.end();
  });

  test('of a server that does not run leaves it so', async () => {
    const client = await connect(await start('data'));
    await client.query('create table kept as select 7 as n');
    await client.end();
    await started.pop()!.stop();
    await backUpEmbeddedPostgres(path.join(parent, 'data'), path.join(parent, 'copy'));
    const cluster = path.join((await start('data')).folder, 'cluster');
    expect(await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).not.toBe('');
    const copy = await connect(await start('copy'));
    expect(await numbersIn(copy, 'kept')).toEqual([7]);
    await copy.end();
  });

  test('is not made over something else', async () => {
    await start('data');
    await writeFile(path.join(parent, 'note'), 'mine');
    await expect(backUpEmbeddedPostgres(path.join(parent, 'data'), parent)).rejects.toThrow('is not empty');
    expect(await readFile(path.join(parent, 'note'), 'utf8')).toBe('mine');
  });
});
