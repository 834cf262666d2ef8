import type { Schemas } from '@keyholder/api-client';
import { magicNumber } from '@keyholder/twilio-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { World } from '../support/world.ts';

type Both = Schemas['Contact'] & Schemas['Problem'];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('how often and to what a welcome text may go', () => {
  let world: World;
  let dealer: Dealer;
  const expected: string[] = [];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  const refusedAs = async (id: string, status: number, code: string, more = {}): Promise<Both> => {
    const answer = (await world.send(id, more)) as Awaited<ReturnType<typeof world.call<Both>>>;
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    return answer.body;
  };

  it('resends once a minute and three times a week, every link of them alive', async () => {
    const phone = '+16465550180';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    const tokens = [await dealer.welcomes(id)];
    const first = world.clock.now();
    const soon = await refusedAs(id, 429, 'too-soon');
    expect(Math.abs(Date.parse(soon.retryAt!) - first.getTime() - MINUTE)).toBeLessThan(5_000);
    await refusedAs(id, 429, 'too-soon', { sendAnyway: true });
    for (let resend = 1; resend <= 3; resend += 1) {
      world.clock.advance(61_000);
      tokens.push(await dealer.welcomes(id));
    }
    const resentFirst = first.getTime() + 61_000;
    world.clock.advance(61_000);
    const many = await refusedAs(id, 429, 'too-many');
    expect(Math.abs(Date.parse(many.retryAt!) - resentFirst - 7 * DAY)).toBeLessThan(10_000);
    expect(new Set(tokens).size).toBe(4);
    for (const token of tokens) expect((await world.asPage(token, 'GET')).status).toBe(200);
    world.clock.advance(7 * DAY - 3 * MINUTE);
    tokens.push(await dealer.welcomes(id));
    await world.asPage(tokens[0]!, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    await world.phoneGets(phone, 6);
    world.clock.advance(8 * DAY);
    await refusedAs(id, 409, 'already-confirmed');
    expected.push(phone, phone, phone, phone, phone, phone);
    await world.nothingElseWasSent(...expected);
  });

  it.each([
    ['textEnabledLandline', true],
    ['tollFree', true],
    ['premium', false],
    ['pager', false],
    ['sharedCost', false],
  ])('%s: spends no text; sending anyway: %s', async (name, mayInsist) => {
    const phone = magicNumber(name);
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    await world.call('POST', `/contacts/${id}/validation`);
    const sent = await world.send(id);
    expect(sent.status).toBe(202);
    expect(sent.body).toMatchObject({
      status: { kind: 'send_error' },
      welcome: { state: 'failed', reason: 'not_textable' },
    });
    const preview = await world.call<Schemas['WelcomePreview']>('GET', `/contacts/${id}/welcome/preview`);
    expect(preview.body.mayInsist).toBe(mayInsist);
    const anyway = await world.send(id, { sendAnyway: true });
    expect(anyway.status).toBe(202);
    if (mayInsist) {
      await world.phoneGets(phone, 1);
      await world.shows(id, 'pending_confirmation');
      expected.push(phone);
    } else {
      expect(anyway.body.status.kind).toBe('send_error');
      await dealer.nothingWaits(id);
    }
    await world.nothingElseWasSent(...expected);
  });

  it('cancels a text that waits: nothing arrives, and it may be sent again', async () => {
    const phone = '+16465550181';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    const none = await world.call<Both>('POST', `/contacts/${id}/welcome/cancel`);
    expect([none.status, none.body.code]).toEqual([409, 'nothing-waiting']);
    await dealer.keepsWaiting(phone);
    await world.send(id);
    await dealer.textWaits(id);
    const cancelled = await world.call<Both>('POST', `/contacts/${id}/welcome/cancel`);
    expect(cancelled.status).toBe(200);
    expect(cancelled.body).toMatchObject({ status: { kind: 'not_sent' }, welcome: { state: 'cancelled' } });
    expect(await dealer.timeline(id)).toContain('Welcome text cancelled.');
    const living = await world.database.query(
      'select id from link where contact_id = $1 and revoked_at is null',
      [id],
    );
    expect(living).toEqual([]);
    await dealer.letsThrough(phone);
    await world.nothingElseWasSent(...expected);
    await dealer.welcomes(id);
    expected.push(phone);
    const late = await world.call<Both>('POST', `/contacts/${id}/welcome/cancel`);
    expect([late.status, late.body.code]).toEqual([409, 'on-its-way']);
    await world.nothingElseWasSent(...expected);
  });

  it('cancels a text that is held', async () => {
    const phone = '+16465550182';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    await dealer.keepsWaiting(phone);
    await world.send(id);
    await dealer.textWaits(id);
    await world.database.query(
      `update text_message set state = 'held', hold_reason = 'queue_stopped' where contact_id = $1`,
      [id],
    );
    expect((await world.contactNow(id)).status.kind).toBe('held');
    const cancelled = await world.call<Both>('POST', `/contacts/${id}/welcome/cancel`);
    expect([cancelled.status, cancelled.body.status.kind]).toEqual([200, 'not_sent']);
    await world.nothingElseWasSent(...expected);
  });
});
