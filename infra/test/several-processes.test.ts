import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DEMO } from '../../apps/api/src/demo/demo-company.ts';
import { Surroundings, type Running } from '../bench/surroundings.ts';

const ROLES = ['api', 'worker', 'publisher'] as const;
type Role = (typeof ROLES)[number];

/** Three of each role share a database that gives a hundred connections. */
const CONNECTIONS_EACH = '10';
const OF_EACH = 3;

/** Collects what a portal's live stream tells. */
const watch = (url: string, apiKey: string) => {
  const stop = new AbortController();
  const heard = new Set<string>();
  const open = fetch(`${url}/api/v1/events`, {
    headers: { authorization: `Bearer ${apiKey}`, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  const read = async (): Promise<void> => {
    const { body } = await open;
    for await (const chunk of body!.pipeThrough(new TextDecoderStream()).values()) {
      for (const [, id] of chunk.matchAll(/"contactId":"([^"]+)"/gu)) heard.add(id!);
    }
  };
  const reading = read().catch(() => undefined);
  const end = async (): Promise<void> => {
    stop.abort();
    await reading;
  };
  return { ready: open, heard, ended: reading, end };
};

describe('three of each role on one database', () => {
  let surroundings: Surroundings;
  let apiKey: string;
  const running: Record<Role, Running[]> = { api: [], worker: [], publisher: [] };

  const start = async (role: Role): Promise<void> => {
    const env = { ROLES: role, DATABASE_CONNECTIONS: CONNECTIONS_EACH };
    running[role].push(await surroundings.startApi('several', env));
  };

  beforeAll(async () => {
    surroundings = await Surroundings.start({ forTests: true });
    await surroundings.query('postgres', 'create database several');
    // Whoever is started first migrates; the others wait and find it done.
    await Promise.all([1, 2, 3].map(() => surroundings.migrate('several')));
    ({ apiKey } = await surroundings.seedDemo('several'));
    await Promise.all(ROLES.flatMap((role) => Array.from({ length: OF_EACH }, () => start(role))));
  }, 180_000);
  afterAll(() => surroundings?.end(), 60_000);

  /** As a load balancer does it: what nobody takes a connection for goes to another process. */
  const ask = async <T>(api: Running, method: string, address: string, body?: unknown): Promise<T> => {
    const request = {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const answer = await fetch(`${api.url}/api/v1${address}`, request).catch((error: unknown) => {
      const { cause } = error as { readonly cause?: { readonly code?: string } };
      if (cause?.code !== 'ECONNREFUSED') throw error;
      return fetch(`${running.api.find((other) => other !== api)!.url}/api/v1${address}`, request);
    });
    const text = await answer.text();
    expect(answer.status, text).toBeLessThan(300);
    return JSON.parse(text) as T;
  };

  const query = <Row extends pg.QueryResultRow>(sql: string) => surroundings.query<Row>('several', sql);

  test('migrations ran once', async () => {
    const names = await query<{ name: string; n: number }>(
      'select name, count(*)::int as n from mikro_orm_migrations group by name',
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(({ n }) => n !== 1)).toEqual([]);
  });

  test('texts flow, once each, while any process is stopped, killed or added, and every portal hears of them', async () => {
    const portals = running.api.map(({ url }) => watch(url, apiKey));
    for (const { ready } of portals) expect((await ready).status).toBe(200);
    const sites = DEMO.sites.map(({ id }) => id);
    const contacts = new Map<string, string>();
    const enough = new AbortController();
    /** One text after the other, each by way of the next API process. */
    const send = async (): Promise<void> => {
      for (let n = 0; !enough.signal.aborted; n++) {
        const { api } = running;
        const phone = `+1415555${String(1000 + n)}`;
        const { id } = await ask<{ id: string }>(
          api[n % api.length]!,
          'POST',
          `/sites/${sites[n % sites.length]}/contacts`,
          {
            name: 'Ana Pérez',
            phone,
          },
        );
        await ask(api[(n + 1) % api.length]!, 'POST', `/contacts/${id}/welcome`, { permission: 'spoken' });
        contacts.set(id, phone);
        await delay(5);
      }
    };
    const sending = send();
    const sent = (count: number) =>
      vi.waitFor(() => expect(surroundings.provider.requests.length).toBeGreaterThanOrEqual(count), {
        timeout: 60_000,
        interval: 50,
      });
    await sent(10);
    await surroundings.stop(running.worker.shift()!);
    await sent(20);
    await surroundings.kill(running.worker.shift()!);
    await surroundings.stop(running.publisher.shift()!);
    await sent(30);
    // Requests that it is busy with are answered, its portals let go.
    const [leaving] = running.api.splice(0, 1);
    await surroundings.stop(leaving!);
    await portals[0]!.ended;
    await Promise.all([start('worker'), start('worker'), start('publisher'), start('api')]);
    await sent(40);
    const connected = await query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    enough.abort();
    await sending;

    // A killed worker's texts: those that it had not begun go out when it is noticed, those that it had are uncertain.
    await vi.waitFor(
      async () => {
        const open = await query(`select 1 from text_message where kind = 'welcome' and state = 'queued'`);
        expect(open).toEqual([]);
      },
      { timeout: 60_000, interval: 250 },
    );
    const texted = surroundings.provider.requests.map(({ to }) => to);
    expect(texted.length).toBe(new Set(texted).size);
    const wanted = new Set(contacts.values());
    expect(texted.filter((to) => !wanted.has(to))).toEqual([]);
    const lost = [...wanted].filter((phone) => !texted.includes(phone));
    const uncertain = await query<{ phone: string }>(
      `select phone from text_message where state in ('sending', 'uncertain')`,
    );
    expect(lost.filter((phone) => !uncertain.some((text) => text.phone === phone))).toEqual([]);
    expect(connected[0]!.n).toBeLessThan(100);
    await vi.waitFor(
      () => {
        for (const { heard } of portals.slice(1))
          expect([...contacts.keys()].filter((id) => !heard.has(id))).toEqual([]);
      },
      { timeout: 20_000, interval: 50 },
    );
    await Promise.all(portals.map(({ end }) => end()));
  }, 180_000);

  test('a process that is no API says how it is and serves nothing else', async () => {
    const [worker] = running.worker;
    expect((await fetch(`${worker!.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${worker!.url}/api/v1/sites`)).status).toBe(404);
    expect((await fetch(`${worker!.url}/portal/`)).status).toBe(404);
  });
});
