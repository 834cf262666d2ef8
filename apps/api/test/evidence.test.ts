import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
      format: 'keyholder-evidence/1',
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
});
