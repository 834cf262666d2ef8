import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { World, type Answer } from './support/world.ts';

describe('Idempotency-Key', () => {
  let world: World;
  /** Of each test's own. */
  let mobile: string;
  let person: { readonly name: string; readonly phone: string };
  let people = 0;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    people += 1;
    mobile = `+121255530${String(people).padStart(2, '0')}`;
    person = { name: 'Ana Pérez', phone: mobile };
  });

  const post = <T>(key: string, address: string, body: unknown): Promise<Answer<T>> =>
    world.request<T>(
      'POST',
      `/api/v1${address}`,
      { authorization: `Bearer ${world.access.apiKey}`, 'idempotency-key': key },
      body,
    );

  it('the same key and body get the same answer, and one contact is made', async () => {
    const first = await post<Schemas['Contact']>('k-1', `/sites/${world.site}/contacts`, person);
    const second = await post<Schemas['Contact']>('k-1', `/sites/${world.site}/contacts`, person);
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await world.database.query(`select id from contact where phone = $1`, [mobile])).toHaveLength(1);
  });

  it('the same key with another body is refused and makes nothing', async () => {
    await post('k-2', `/sites/${world.site}/contacts`, person);
    const other = await post<Schemas['Problem']>('k-2', `/sites/${world.site}/contacts`, {
      ...person,
      phone: '+12125550199',
    });
    expect(other.status).toBe(409);
    expect(other.body.code).toBe('idempotency-key-reused');
    expect(await world.database.query(`select id from contact where phone = '+12125550199'`)).toHaveLength(0);
  });

  it('ten requests with one key at once send one text', async () => {
    const contact = await world.contact(mobile);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        post<Schemas['Problem']>('k-3', `/contacts/${contact.id}/welcome`, { permission: 'spoken' }),
      ),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses).toContain(202);
    const others = answers.filter((answer) => answer.status !== 202).map((answer) => answer.body.code);
    expect(new Set([...others, 'in-progress'])).toEqual(new Set(['in-progress']));
    await world.phoneGets(mobile, 1);
    await world.nothingElseWasSent(mobile);
  });

  it('a refusal is not kept: mended, the same key is carried out', async () => {
    const wrong = await post<Schemas['Problem']>('k-4', `/sites/${world.site}/contacts`, {
      ...person,
      name: '',
    });
    expect(wrong.status).toBe(422);
    expect((await post('k-4', `/sites/${world.site}/contacts`, person)).status).toBe(201);
  });

  it('what was carried out before the process died is not carried out again', async () => {
    const made = await post<Schemas['Contact']>('k-5', `/sites/${world.site}/contacts`, person);
    await world.database.query('update idempotency_key set status = null, answer = null');
    world.clock.advance(10 * 60_000);
    const again = await post<Schemas['Problem']>('k-5', `/sites/${world.site}/contacts`, person);
    expect(again.status).toBe(409);
    expect(again.body.code).toBe('answer-lost');
    expect(await world.database.query(`select id from contact where phone = $1`, [mobile])).toEqual([
      { id: made.body.id },
    ]);
  });

  it('what was begun and not carried out before the process died is carried out when asked again', async () => {
    await post('k-6', `/sites/${world.site}/contacts`, person);
    await world.database.query(
      'update idempotency_key set carried_out = false, status = null, answer = null',
    );
    await world.database.query('delete from audit_entry');
    await world.database.query('delete from contact where phone = $1', [mobile]);
    expect((await post<Schemas['Problem']>('k-6', `/sites/${world.site}/contacts`, person)).body.code).toBe(
      'in-progress',
    );
    world.clock.advance(2 * 60_000);
    expect((await post('k-6', `/sites/${world.site}/contacts`, person)).status).toBe(201);
  });

  it('a key that cannot be kept is refused by name', async () => {
    const answer = await post<Schemas['Problem']>(
      'not a key with spaces',
      `/sites/${world.site}/contacts`,
      person,
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.[0]?.field).toBe('Idempotency-Key');
  });
});

describe('the API describes itself', () => {
  it('as OpenAPI 3.1, and as a page', async () => {
    const world = await World.start();
    try {
      const document = await world.request<{ openapi: string; paths: object }>(
        'GET',
        '/api/openapi.json',
        {},
      );
      expect(document.body.openapi).toBe('3.1.0');
      expect(Object.keys(document.body.paths)).toContain('/api/v1/contacts/{contactId}');
      const page = await world.request<string>('GET', '/api/docs', {});
      expect(page.status).toBe(200);
      expect(page.body).toContain('Keyholder API');
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    } finally {
      await world.stop();
    }
  });
});
