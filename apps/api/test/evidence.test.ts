import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEMO } from '../src/demo/demo-company.ts';
import { Dealer } from './support/dealer.ts';
import { addApiKey, addDealer, demoTenant } from './support/tenants.ts';
import { tokenIn, World } from './support/world.ts';

type Export = Schemas['EvidenceExport'];

const CHECKER = path.join(import.meta.dirname, '..', '..', '..', 'infra', 'check-evidence.ts');

describe('consent evidence', () => {
  let world: World;
  let dealer: Dealer;
  let folder: string;
  let contact: Schemas['Contact'];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
    folder = await mkdtemp(path.join(tmpdir(), 'keyholder-evidence-'));
    const site = await dealer.site();
    contact = await dealer.adds(site.id, '+12125550142', { name: 'Ana <b>Pérez</b>' });
    const token = await dealer.welcomes(contact.id);
    await world.asPage(token, 'POST', '/opened', { pageVersion: 1, language: 'en' });
    await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    const [text] = await world.phoneGets(contact.phone, 2);
    expect(tokenIn(text!)).toBe(token);
    for (const words of ['Thanks!', 'STOP', 'START'])
      await world.sandbox.reply(contact.phone, text!.from, words);
    await vi.waitFor(
      async () => expect((await exported()).pieces.map(({ kind }) => kind)).toContain('opted_in'),
      { timeout: 15_000, interval: 50 },
    );
  });
  afterAll(async () => {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (format: string, key?: string) =>
    world.call<Export & Schemas['Problem']>(
      'POST',
      `/contacts/${contact.id}/evidence-exports`,
      { format },
      key,
    );
  const exported = async (): Promise<Export> => {
    const answer = await ask('json');
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };

  /** The program that whoever doubts it runs: what it says, and its exit code. */
  const check = async (file: unknown, head?: string): Promise<{ code: number; said: string }> => {
    const name = path.join(folder, 'evidence.json');
    await writeFile(name, JSON.stringify(file));
    const run = promisify(execFile)(process.execPath, [CHECKER, name, ...(head === undefined ? [] : [head])]);
    return run.then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: unknown) => {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, said: stdout + stderr };
      },
    );
  };

  it('holds what was stated, sent, shown, confirmed and said, in order, with the exact words', async () => {
    const { pieces, head, ...about } = await exported();
    const kinds = pieces.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['permission_stated', 'text_sent']);
    for (const kind of ['page_opened', 'confirmed', 'reply', 'opted_out', 'opted_in'])
      expect(kinds).toContain(kind);
    const [stated, sent] = pieces.map(({ detail }) => JSON.parse(detail) as Record<string, unknown>);
    expect(stated).toMatchObject({ permission: 'spoken' });
    expect(sent).toMatchObject({ kind: 'welcome', to: contact.phone });
    expect(sent!['words']).toContain('{link}');
    const confirmed = pieces.find(({ kind }) => kind === 'confirmed');
    expect(Object.keys(JSON.parse(confirmed!.detail) as object)).toEqual(
      expect.arrayContaining(['address', 'browser', 'pageVersion']),
    );
    expect(about).toMatchObject({
      contact: { id: contact.id, removedAt: null },
      format: 'keyholder-evidence/2',
      deletions: [],
    });
    expect(head).toBe(pieces.at(-1)!.hash);
  });

  it('is whole for the checker, offline; and every tampering shows', async () => {
    const file = await exported();
    const whole = await check(file);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.said).toContain(`Whole: ${file.pieces.length} pieces.`);
    const { pieces } = file;
    const [first, second] = pieces;
    const with0 = (change: object) => ({ ...file, pieces: [{ ...first!, ...change }, ...pieces.slice(1)] });
    const tampered: Record<string, unknown> = {
      'another number of the piece': with0({ seq: 2 }),
      'other words': with0({ detail: first!.detail.replace('spoken', 'written') }),
      'another kind': with0({ kind: 'confirmed' }),
      'another time, shown': with0({ at: '2026-01-01T00:00:00.000Z' }),
      'another time, hashed': with0({ epoch: '1767225600.000000' }),
      'another hash': with0({ hash: second!.hash }),
      'another contact': {
        ...file,
        contact: { ...file.contact, id: '00000000-0000-7000-8000-000000000000' },
      },
      'one left out': { ...file, pieces: pieces.filter((_, index) => index !== 2) },
      'two changed places': { ...file, pieces: [second, first, ...pieces.slice(2)] },
      'one cut off at the end': { ...file, pieces: pieces.slice(0, -1) },
    };
    for (const [what, changed] of Object.entries(tampered)) {
      const verdict = await check(changed);
      expect(verdict.code, what).toBe(1);
      expect(verdict.said, what).toContain('BROKEN');
    }
    // Cut off at the end and made to fit: only who kept the last hash can tell.
    const short = { ...file, pieces: pieces.slice(0, -1), head: pieces.at(-2)!.hash };
    expect((await check(short)).code).toBe(0);
    expect((await check(short, file.head!)).code).toBe(1);
    expect((await check({ ...file, format: 'something' })).code).toBe(1);
  }, 60_000);

  it('can be read by people: one page that runs nothing, and what people wrote is no markup', async () => {
    const page = (await ask('html')) as unknown as { status: number; headers: Headers; body: string };
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-disposition')).toContain('attachment');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).toContain('The person confirmed');
    expect(page.body).toContain('Ana &#60;b&#62;P');
    expect(page.body).not.toContain('<b>');
    expect(page.body).not.toContain('<script');
    expect((await ask('pdf')).status).toBe(422);
  });

  it('is for those who may, and who took it is written down', async () => {
    const tenant = demoTenant(world);
    const keyWithout = await addApiKey(world, tenant, { scopes: ['contacts:read'] });
    expect((await ask('json', keyWithout)).status).toBe(403);
    const other = await addDealer(world);
    expect((await ask('json', other.key)).status).toBe(404);
    const before = await world.database.query(`select 1 from audit_entry where action = 'evidence.exported'`);
    await exported();
    const after = await world.database.query<{ detail: unknown }>(
      `select detail from audit_entry where action = 'evidence.exported' order by at, id`,
    );
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)!.detail).toMatchObject({ format: 'json' });
  });

  it('stays when the contact is removed', async () => {
    const before = await exported();
    await dealer.removes(contact.id);
    const after = await exported();
    expect(after.contact.removedAt).not.toBeNull();
    expect(after.pieces.slice(0, before.pieces.length)).toEqual(before.pieces);
    expect((await check(after, before.head!)).code).toBe(0);
  });

  it('is kept as long after that as the company says, in whole years', async () => {
    const { casey, robin } = DEMO.people;
    const read = await world.as<Schemas['Company']>(casey, 'GET', '/company');
    expect(read.body.evidenceYears).toBe(5);
    const etag = { 'if-match': read.headers.get('etag')! };
    const change = (evidenceYears: number) =>
      world.as<Schemas['Company'] & Schemas['Problem']>(casey, 'PATCH', '/company', { evidenceYears }, etag);
    for (const years of [0, 21, 2.5]) {
      const refused = await change(years);
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toMatchObject([{ field: 'evidenceYears', code: 'out_of_range' }]);
    }
    expect((await change(2)).body).toMatchObject({ evidenceYears: 2 });
    expect((await world.as(robin, 'PATCH', '/company', { evidenceYears: 1 }, etag)).status).toBe(403);
  });

  it('is whole a day before, gone a day after, and that it was deleted stays', async () => {
    const others = { removedLater: '+12125550143', onTheList: '+12125550144' };
    const site = await dealer.site();
    const about = async (id: string): Promise<Export> =>
      (await world.call<Export>('POST', `/contacts/${id}/evidence-exports`, { format: 'json' })).body;
    const ids: string[] = [];
    for (const phone of Object.values(others)) {
      const { id } = await dealer.adds(site.id, phone);
      await dealer.welcomes(id);
      ids.push(id);
    }
    const [removedLater, onTheList] = ids as [string, string];
    await world.isCalm();
    const before = await exported();
    const days = 24 * 60 * 60 * 1000;
    const until = new Date(before.contact.removedAt!);
    until.setUTCFullYear(until.getUTCFullYear() + 2);
    const goTo = (moment: number): void => {
      world.clock.advance(moment - world.clock.now().getTime());
    };
    goTo(Date.parse(before.contact.removedAt!) + 3 * days);
    await dealer.removes(removedLater);
    const chainsOfOthers = [await about(removedLater), await about(onTheList)].map(({ pieces }) => pieces);

    goTo(until.getTime() - days);
    await world.application.sweep();
    expect((await exported()).pieces).toEqual(before.pieces);

    goTo(until.getTime() + days);
    await world.application.sweep();
    const after = await exported();
    expect(after.pieces).toEqual([]);
    expect(after.head).toBe(before.head);
    const { deletions } = after;
    expect(deletions).toEqual([
      {
        firstSeq: 1,
        lastSeq: before.pieces.length,
        lastHash: before.head,
        pieces: before.pieces.length,
        removedAt: before.contact.removedAt,
        keptYears: 2,
        deletedAt: expect.any(String) as string,
      },
    ]);
    for (const known of [undefined, before.head!]) {
      const verdict = await check(after, known);
      expect(verdict.code).toBe(0);
      expect(verdict.said).toContain(`deleted, up to ${before.pieces.length}`);
    }
    // Nobody makes their own evidence vanish by saying that it was deleted.
    const [deletion] = deletions;
    const forged = {
      'of a contact on the list': { ...after, contact: { ...after.contact, removedAt: null } },
      'too early': { ...after, deletions: [{ ...deletion!, deletedAt: before.contact.removedAt }] },
      'another number': { ...after, deletions: [{ ...deletion!, pieces: 1 }] },
      'another end': { ...after, deletions: [{ ...deletion!, lastHash: '00' }] },
    };
    for (const [what, file] of Object.entries(forged)) expect((await check(file)).code, what).toBe(1);
    const page = (await ask('html')) as unknown as { body: string };
    expect(page.body).toContain(`Deleted: ${before.pieces.length}`);

    const [entry] = await world.database.query<{ detail: unknown; actor_kind: string }>(
      `select actor_kind, detail from audit_entry where action = 'evidence.deleted' and contact_id = $1`,
      [contact.id],
    );
    expect(entry).toMatchObject({
      actor_kind: 'system',
      detail: { pieces: before.pieces.length, lastHash: before.head, keptYears: 2 },
    });
    const chainsNow = [await about(removedLater), await about(onTheList)].map(({ pieces }) => pieces);
    expect(chainsNow[0]).toEqual(chainsOfOthers[0]);
    expect(chainsNow[1]!.slice(0, chainsOfOthers[1]!.length)).toEqual(chainsOfOthers[1]);
    // What nobody can prove any more is not brought back.
    const back = await world.call<Schemas['Problem']>('POST', `/contacts/${contact.id}/restore`);
    expect(back.body).toMatchObject({ status: 409, code: 'evidence-deleted' });
  });
});
