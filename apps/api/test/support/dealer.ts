import { randomUUIDv7 } from 'node:crypto';
import type { Schemas } from '@keyholder/api-client';
import { expect, vi } from 'vitest';
import { tokenIn, type Answer, type World } from './world.ts';

type Contact = Schemas['Contact'];

/** What the demo dealer does with contacts and sites, in the dealer's words. */
export class Dealer {
  constructor(private readonly world: World) {}

  /** Asks with `If-Match`, or without where `version` is null. */
  asks<T>(
    method: string,
    address: string,
    version: number | string | null,
    body?: unknown,
  ): Promise<Answer<T>> {
    return this.world.request<T>(
      method,
      `/api/v1${address}`,
      {
        authorization: `Bearer ${this.world.access.apiKey}`,
        ...(version === null ? {} : { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
      },
      body,
    );
  }

  /** Edits the contact in the version that it has now. */
  async edits(id: string, body: Schemas['ContactChange']): Promise<Answer<Contact & Schemas['Problem']>> {
    const { version } = await this.world.contactNow(id);
    return this.asks('PATCH', `/contacts/${id}`, version, body);
  }

  async removes(id: string): Promise<void> {
    const { version } = await this.world.contactNow(id);
    expect((await this.asks('DELETE', `/contacts/${id}`, version)).status).toBe(204);
  }

  restores(id: string): Promise<Answer<Contact & Schemas['Problem']>> {
    return this.asks('POST', `/contacts/${id}/restore`, null);
  }

  /** A site of its own, so that tests do not meet. */
  async site(more: Partial<Schemas['NewSite']> = {}): Promise<Schemas['Site']> {
    const answer = await this.world.call<Schemas['Site']>('POST', '/sites', {
      name: 'Elm Street Bakery',
      accountNumber: `RA-${randomUUIDv7()}`,
      timeZone: 'America/Chicago',
      ...more,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body;
  }

  async adds(siteId: string, phone: string, more: Partial<Schemas['NewContact']> = {}): Promise<Contact> {
    const body = { name: 'Ana Pérez', phone, ...more };
    const answer = await this.world.call<Contact>('POST', `/sites/${siteId}/contacts`, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body;
  }

  /** Sends the welcome text and waits until it is on the phone: the token of its link. */
  async welcomes(id: string): Promise<string> {
    const { phone } = await this.world.contactNow(id);
    const before = (await this.world.sandbox.textsTo(phone)).length;
    expect((await this.world.send(id)).status).toBe(202);
    const texts = await this.world.phoneGets(phone, before + 1);
    await this.world.delivered(id);
    return tokenIn(texts.at(-1)!);
  }

  /** Adds, welcomes and has the person confirm, and waits for the text that thanks them. */
  async confirmed(
    siteId: string,
    phone: string,
    more: Partial<Schemas['NewContact']> = {},
  ): Promise<Contact> {
    const { id } = await this.adds(siteId, phone, more);
    const token = await this.welcomes(id);
    const before = (await this.world.sandbox.textsTo(phone)).length;
    await this.world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    await this.world.phoneGets(phone, before + 1);
    return this.world.shows(id, 'confirmed');
  }

  /** The person with the link says "Not for me". */
  async declines(token: string, reason: 'wrong_person' | 'not_wanted'): Promise<void> {
    const answer = await this.world.asPage(token, 'POST', '/decline', { reason });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  }

  /** The link opens nothing any more: it looks like one that never was. */
  async linkIsDead(token: string): Promise<void> {
    expect((await this.world.asPage(token, 'GET')).status).toBe(404);
  }

  /** What the timeline says, newest first. */
  async timeline(id: string): Promise<string[]> {
    const answer = await this.world.call<Schemas['Timeline']>('GET', `/contacts/${id}/timeline`);
    return answer.body.items.map(({ text }) => text);
  }

  /**
   * From now on the network takes no text to the number: it goes back to the queue. The clock goes ahead of the
   * machine's, so that the next try does not come while a test looks.
   */
  async keepsWaiting(phone: string): Promise<void> {
    this.world.clock.advance(60 * 60_000);
    await this.world.sandbox.play(phone, { send: { kind: 'refuse', code: 20429 } });
  }

  /** Waits until the contact's text is back in the queue. */
  async textWaits(id: string): Promise<void> {
    await vi.waitFor(
      async () => {
        const [row] = await this.world.database.query<{ state: string; postponed: number }>(
          `select state, postponed from text_message where contact_id = $1 order by queued_at desc limit 1`,
          [id],
        );
        expect(row).toMatchObject({ state: 'queued', postponed: 1 });
      },
      { timeout: 10_000, interval: 25 },
    );
  }

  /** The network takes texts to the number again, and whatever still waits for it is due. */
  async letsThrough(phone: string): Promise<void> {
    await this.world.sandbox.stopPlaying(phone);
    this.world.clock.advance(5 * 60_000);
    await this.world.application.sweep();
  }

  /** No text of the contact waits or is on its way. */
  async nothingWaits(id: string): Promise<void> {
    const rows = await this.world.database.query<{ state: string }>(
      `select state from text_message where contact_id = $1 and state in ('queued', 'held', 'sending')`,
      [id],
    );
    expect(rows).toEqual([]);
  }
}
