import { request } from 'node:http';
import type { Schemas } from '@keyholder/api-client';
import type { LinkHostFault } from '@keyholder/domain/branding/preflight';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpLinkHosts, type Asking } from '../../src/adapters/welcome-site/http-link-hosts.ts';
import { SignedDrafts } from '../../src/adapters/welcome-site/signed-drafts.ts';
import { DEMO } from '../../src/demo/demo-company.ts';
import { World, type Answer } from '../support/world.ts';
import { Studio } from './studio.ts';

/** Asks whichever host the address names, at the machine that it stands for. */
const get = (address: string, headers: Record<string, string> = {}): Promise<Answer<string>> =>
  new Promise((resolve, reject) => {
    const { host, port, pathname, search } = new URL(address);
    request(
      { host: '127.0.0.1', port, path: pathname + search, headers: { host, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: new Headers(response.headers as Record<string, string>),
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    )
      .on('error', reject)
      .end();
  });

describe('a draft on show', () => {
  let world: World;
  let studio: Studio;
  let address: string;
  beforeAll(async () => {
    world = await World.start();
    studio = new Studio(world);
    const answer = await studio.ask<Schemas['DraftAddress']>('POST', `/brands/${DEMO.brandId}/preview`);
    expect(answer.status).toBe(200);
    address = answer.body.address;
  });
  afterAll(() => world.stop());

  it('is of another origin, may be framed by the portal only, and is kept by nobody', async () => {
    expect(new URL(address).origin).not.toBe(world.url);
    const page = await get(`${address}/en/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(`frame-ancestors ${world.url}`);
    expect(page.headers.get('x-frame-options')).toBeNull();
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.body).toContain('Preview. Nothing is sent or saved.');
  });

  it('shows the draft as it is now, in every language and scheme, with its files', async () => {
    const logo = await studio.logo();
    await studio.edit({ languages: { fr: { heading: 'Un brouillon' } }, logoLight: logo });
    const page = await get(`${address}/fr/?scheme=dark&state=expired`);
    expect(page.body).toContain('Un brouillon');
    expect(page.body).toContain('<meta name="color-scheme" content="dark">');
    expect(page.body).toContain(`${new URL(address).pathname}/es/`);
    const file = /src="(\/assets\/c\/[^"]+)"/u.exec(page.body)![1]!;
    expect((await get(new URL(file, address).href)).status).toBe(200);
    expect((await get(`${address}/ar/privacy/`)).body).toContain('dir="rtl"');
    expect((await studio.page('/riverside/fr/')).body).not.toContain('Un brouillon');
  });

  it('is not shown by an altered or ended address, nor by another host', async () => {
    const { origin, pathname } = new URL(address);
    const [company, brand, seconds, signature] = pathname.split('/').at(-1)!.split('.');
    const later = Number(seconds) + 3600;
    for (const wrong of [
      `${company}.${brand}.${later}.${signature}`,
      `${company}.${company}.${seconds}.${signature}`,
      `${company}.${brand}.${seconds}.`,
      'x',
    ]) {
      expect((await get(`${origin}/preview/${wrong}/en/`)).status, wrong).toBe(404);
    }
    expect((await get(`${world.url}${pathname}/en/`)).status).toBe(404);
    expect((await get(`${address}/de/`)).status).toBe(404);
    const drafts = new SignedDrafts('s'.repeat(32), origin);
    const ticket = { companyId: DEMO.companyId, brandId: DEMO.brandId, expiresAt: new Date(60_000) };
    const token = drafts.address(ticket)!.split('/').at(-1)!;
    expect(drafts.read(token, new Date(59_999))).toEqual(ticket);
    expect(drafts.read(token, new Date(60_000))).toBeNull();
  });

  it('its host serves neither the portal nor sign-in, so that it acts in nobody’s name', async () => {
    const { origin } = new URL(address);
    for (const path of ['/portal/', '/portal', '/api/auth/get-session'])
      expect((await get(origin + path)).status, path).toBe(404);
  });
});

describe('the host of a brand’s links', () => {
  const hosts = (asking: Partial<Asking>) =>
    new HttpLinkHosts('s'.repeat(32), {
      resolve: async () => ['93.184.215.14'],
      fetch: () => Promise.reject(new Error('no answer')),
      ...asking,
    });
  const now = new Date('2026-11-25T12:00:00Z');
  const ours = new HttpLinkHosts('s'.repeat(32));
  const answering =
    (answer: (challenge: string) => string, status = 200): Asking['fetch'] =>
    async (input) => {
      const challenge = new URL(input).searchParams.get('challenge')!;
      return new Response(answer(challenge), { status });
    };

  it('leads here where it gives the answer that only we can give', async () => {
    const fetch = answering((challenge) => JSON.stringify({ answer: ours.answer(challenge) }));
    expect(await hosts({ fetch }).check('https://v.acme.example', now)).toEqual({
      kind: 'points_here',
      at: now,
    });
  });

  it.each<[string, string, Partial<Asking>, LinkHostFault]>([
    ['not https', 'http://v.acme.example', {}, 'not_https'],
    ['no such name', 'https://v.acme.example', { resolve: async () => [] }, 'no_address'],
    [
      'a private network',
      'https://v.acme.example',
      { resolve: async () => ['93.184.215.14', '10.0.0.1'] },
      'inside_a_network',
    ],
    ['this machine', 'https://v.acme.example', { resolve: async () => ['::1'] }, 'inside_a_network'],
    [
      'a cloud’s secrets',
      'https://v.acme.example',
      { resolve: async () => ['169.254.169.254'] },
      'inside_a_network',
    ],
    ['nobody', 'https://v.acme.example', {}, 'no_answer'],
    ['another server', 'https://v.acme.example', { fetch: answering(() => '<html>') }, 'other_answer'],
    [
      'one that repeats',
      'https://v.acme.example',
      { fetch: answering((challenge) => challenge) },
      'other_answer',
    ],
    ['a redirect', 'https://v.acme.example', { fetch: answering(() => '', 302) }, 'other_answer'],
  ])('does not: %s', async (_, origin, asking, reason) => {
    const check = await hosts(asking).check(origin, now);
    expect(check).toMatchObject({ kind: 'fails', reason });
  });
});
