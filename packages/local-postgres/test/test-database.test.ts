import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dockerAnswers } from '../src/docker-engine.ts';
import { startTestDatabase } from '../src/index.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the test database', () => {
  test('is an empty one of its own, of the kind that is asked for, and gone afterwards', async () => {
    const database = await startTestDatabase();
    const asked = process.env['KEYHOLDER_TEST_POSTGRES'];
    if (asked !== undefined && asked !== '') expect(database.kind).toBe(asked);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ tables: number; superuser: string }>(
      `select count(*)::int as tables, current_setting('is_superuser') as superuser
       from pg_tables where schemaname = 'public'`,
    );
    expect(rows).toEqual([{ tables: 0, superuser: 'on' }]);
    await client.end();
    await database.stop();
    await expect(new pg.Client({ connectionString: database.url }).connect()).rejects.toThrow();
  });

  test('where docker is insisted on, its absence is an error', async () => {
    vi.stubEnv('KEYHOLDER_TEST_POSTGRES', 'docker');
    vi.stubEnv('DOCKER_HOST', 'tcp://127.0.0.1:1');
    await expect(startTestDatabase()).rejects.toThrow('no Docker engine answers');
  });

  test('a mistyped kind is refused', async () => {
    vi.stubEnv('KEYHOLDER_TEST_POSTGRES', 'dokcer');
    await expect(startTestDatabase()).rejects.toThrow('dokcer');
  });

  test('an engine is one that answers a ping, on the socket that DOCKER_HOST names', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'engine-'));
    const socket = path.join(folder, 'docker.sock');
    vi.stubEnv('DOCKER_HOST', `unix://${socket}`);
    expect(await dockerAnswers()).toBe(false);
    let status = 200;
    const engine = createServer((request, response) => {
      response.writeHead(request.url === '/_ping' ? status : 404).end('OK');
    });
    await new Promise<void>((resolve) => void engine.listen(socket, resolve));
    try {
      expect(await dockerAnswers()).toBe(true);
      status = 500;
      expect(await dockerAnswers()).toBe(false);
    } finally {
      engine.closeAllConnections();
      engine.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
