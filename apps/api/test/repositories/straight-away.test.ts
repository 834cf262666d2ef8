import { randomUUIDv7 } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openAsApp } from '../../src/adapters/postgres/connection.ts';
import { Doorbell } from '../../src/adapters/postgres/doorbell.ts';
import { JobQueue } from '../../src/adapters/postgres/job-queue.ts';
import type { Tables } from '../../src/adapters/postgres/rows/index.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const tenant = { companyId: randomUUIDv7(), dealerId: randomUUIDv7() };

let database: TestDatabase;
let orm: MikroORM;
let doorbell: Doorbell;
let queue: JobQueue;
/** What the handler does with a text. */
let work: (textId: string) => Promise<void>;
let begun: string[];

beforeAll(async () => {
  database = await createDatabase();
  orm = await openAsApp(database.url);
  doorbell = new Doorbell(database.url);
  queue = new JobQueue(database.url, (name) => name === 'hand-over-text', doorbell, 4);
  queue.handle('hand-over-text', ({ textId }) => {
    begun.push(textId);
    return work(textId);
  });
  await Promise.all([queue.start(), doorbell.start()]);
});
afterAll(async () => {
  await Promise.all([queue.stop(), doorbell.stop()]);
  await orm.close(true);
  await database.drop();
});
beforeEach(() => {
  begun = [];
  work = () => Promise.resolve();
});

const commit = async (...textIds: readonly string[]): Promise<void> => {
  const wakeUps = queue.wakeUps();
  await orm.em.fork().transactional(async (em) => {
    const jobs = queue.outbox(em.getKysely<Tables>(), wakeUps);
    for (const textId of textIds) await jobs.add({ name: 'hand-over-text', tenant, textId });
  });
  wakeUps.ring();
};

/** States of a text's jobs. */
const inQueue = async (textId: string): Promise<string[]> =>
  (
    await database.query<{ state: string }>(`select state from pgboss.job where data->>'textId' = $1`, [
      textId,
    ])
  ).map(({ state }) => state);

it('a text is handed over by who has queued it, and its job stays in the queue until that is done', async () => {
  const text = randomUUIDv7();
  const done = Promise.withResolvers<undefined>();
  work = () => done.promise;
  await commit(text);
  expect(begun).toEqual([text]);
  expect(await inQueue(text)).toHaveLength(1);
  done.resolve(undefined);
  await vi.waitFor(async () => expect(await inQueue(text)).toEqual([]), { timeout: 10_000 });
});

it('where that fails a worker does it', async () => {
  const text = randomUUIDv7();
  work = () => (begun.length === 1 ? Promise.reject(new Error('on purpose')) : Promise.resolve());
  await commit(text);
  await vi.waitFor(async () => expect(await inQueue(text)).toEqual(['completed']), { timeout: 10_000 });
  expect(begun).toEqual([text, text]);
});

it('of a flood the rest is left to the workers, and all of it is done', async () => {
  const texts = Array.from({ length: 60 }, () => randomUUIDv7());
  const done = Promise.withResolvers<undefined>();
  work = () => done.promise;
  await commit(...texts);
  expect(begun).toEqual(texts.slice(0, 8));
  done.resolve(undefined);
  await vi.waitFor(() => expect(new Set(begun)).toEqual(new Set(texts)), { timeout: 10_000 });
});

it('whoever stops the queue waits for what was begun', async () => {
  // Workers that are busy get everything.
  await vi.waitFor(
    async () => expect(await database.query(`select from pgboss.job where state < 'completed'`)).toEqual([]),
    { timeout: 10_000 },
  );
  const events: string[] = [];
  work = async () => {
    // Longer than the queue's own connections.
    await vi.waitFor(
      async () =>
        expect(
          await database.query(`select from pg_stat_activity where datname = current_database()
            and application_name like 'pgboss%'`),
        ).toEqual([]),
      { timeout: 10_000 },
    );
    events.push('done');
  };
  const text = randomUUIDv7();
  await commit(text);
  expect(begun).toEqual([text]);
  await queue.stop();
  events.push('stopped');
  expect(events).toEqual(['done', 'stopped']);
});
