import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { World, type Answer } from '../support/world.ts';

const NUMBERS = Array.from({ length: 12 }, (_, n) => `+12125550${160 + n}`);

describe('a database whose connections are cut', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  /** Every connection of the application, whatever it is doing: what a server does that is restarted. */
  const cutAll = async (): Promise<void> => {
    await world.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
         and backend_type = 'client backend'`,
    );
  };

  /** Asks until it is answered, as a dealer's software does: looks whether it was done before it asks again. */
  const insist = async (done: () => Promise<boolean>, ask: () => Promise<Answer>): Promise<void> => {
    await vi.waitFor(
      async () => {
        const { status } = await ask();
        // Answered, or refused because an earlier one was carried out; never left without an answer.
        expect([201, 202, 409, 429, 503]).toContain(status);
        expect(await done()).toBe(true);
      },
      { timeout: 20_000, interval: 50 },
    );
  };

  const contactAt = async (phone: string): Promise<{ id: string; texts: number } | undefined> => {
    const rows = await world.database.query<{ id: string; texts: number }>(
      `select id, (select count(*)::int from text_message t where t.contact_id = c.id) as texts
       from contact c where phone = $1`,
      [phone],
    );
    expect(rows.length).toBeLessThan(2);
    return rows[0];
  };

  it('answers again by itself, keeps what it accepted, and texts everybody once', async () => {
    for (const phone of NUMBERS) {
      const adding = insist(
        async () => (await contactAt(phone)) !== undefined,
        () => world.call('POST', `/sites/${world.site}/contacts`, { name: 'Ana Pérez', phone }),
      );
      await cutAll();
      await adding;
      const { id } = (await contactAt(phone))!;
      const sending = insist(
        async () => (await contactAt(phone))!.texts === 1,
        () => world.call<Schemas['Contact']>('POST', `/contacts/${id}/welcome`, { permission: 'spoken' }),
      );
      await cutAll();
      await sending;
    }
    // More cuts than a pool has places: none was lost with its connection.
    const ready = await Promise.all(NUMBERS.map(() => world.call('GET', '/sites')));
    expect(ready.map(({ status }) => status)).toEqual(NUMBERS.map(() => 200));
    // A worker that was cut off between its request and the answer leaves "sending" behind; callbacks say the rest.
    await vi.waitFor(
      async () => {
        const texts = await world.database.query<{ state: string }>('select state from text_message');
        expect(texts.map(({ state }) => state)).toEqual(NUMBERS.map(() => 'delivered'));
      },
      { timeout: 30_000, interval: 50 },
    );
    await world.nothingElseWasSent(...NUMBERS);
    const evidence = await world.database.query(
      `select 1 from consent_evidence where kind = 'text_sent' group by contact_id having count(*) = 1`,
    );
    expect(evidence).toHaveLength(NUMBERS.length);
  }, 120_000);
});
