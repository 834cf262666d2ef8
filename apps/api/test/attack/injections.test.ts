import type { Schemas } from '@keyholder/api-client';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO } from '../../src/demo/demo-company.ts';
import { everything } from '../support/tenants.ts';
import { cookieOf, World } from '../support/world.ts';
import { bodyTexts, exampleWith, ROUTES, type ApiRoute } from './api-routes.ts';

const { robin, casey, sam } = DEMO.people;

/** What would do harm where it were run instead of kept. */
const PAYLOADS = [
  `'; drop table contact; -- ' or '1'='1 {{constructor.constructor('return process')().exit()}} {{#each this}}{{/each}}`,
  '=HYPERLINK("https://evil.example") ${7*7}#{7*7}<%= 7*7 %> <script>alert(1)</script> ../../../../etc/passwd',
  'A\r\nBcc: everybody@evil.example\r\n\r\nforged',
  '\u0000\u202Eevil',
] as const;

describe('hostile words and requests', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ mails: true });
  });
  afterAll(() => world.stop());

  /** Who may use a route. */
  const userOf = ({ access }: ApiRoute) =>
    access?.kind === 'platform' ? sam : access?.kind === 'company' ? casey : robin;

  const ids = async (phone: string): Promise<Record<string, string>> => {
    const contact = await world.contact(phone);
    const asked = await world.as<Schemas['SupportCase']>(
      robin,
      'POST',
      `/contacts/${contact.id}/support-cases`,
      {},
    );
    const { body } = await world.as<Schemas['People']>(robin, 'GET', '/people');
    const jamie = body.members.find(({ name }) => name !== robin.name);
    return { siteId: world.site, contactId: contact.id, caseId: asked.body.id, userId: jamie?.userId ?? '' };
  };

  const texts = ROUTES.filter(
    ({ access }) => access?.kind === 'dealer' || access?.kind === 'company' || access?.kind === 'platform',
  ).flatMap((route) => bodyTexts(route).map((path) => ({ route, path })));

  it('SQL, templates, markup, formulas and headers in every text field are refused or kept as words', async () => {
    expect(texts.length).toBeGreaterThan(20);
    const known = await ids('+12125550170');
    const tables = Object.keys(await everything(world));
    const problems: string[] = [];
    for (const { route, path } of texts) {
      const at = route.address
        .replace(/^\/api\/v1/u, '')
        .replaceAll(
          /\{(\w+)\}/gu,
          (_, name: string) => known[name] ?? '00000000-0000-7000-8000-000000000000',
        );
      for (const payload of PAYLOADS) {
        const body = exampleWith(route, [[path, payload]]);
        const { status } = await world.as(userOf(route), route.method, at, body, {
          'if-match': '*',
          'content-type': route.bodyType ?? 'application/json',
        });
        if (status >= 500) problems.push(`${route.name} ${path.join('.')}: ${status} for ${payload}`);
      }
    }
    expect(problems).toEqual([]);
    expect(Object.keys(await everything(world))).toEqual(tables);
    expect((await world.call('GET', `/sites/${world.site}/contacts`)).status).toBe(200);
  }, 240_000);

  it('a query parameter is words too', async () => {
    for (const payload of PAYLOADS) {
      const query = encodeURIComponent(payload);
      const found = await world.call<Schemas['SitePage']>('GET', `/sites?query=${query}`);
      expect([200, 400, 422], payload).toContain(found.status);
      const audit = await world.as(robin, 'GET', `/audit?query=${query}`);
      expect([200, 400, 422], payload).toContain(audit.status);
    }
  });

  it('names reach no mail’s header', async () => {
    await world.database.query(`update dealer set name = $1 where id = $2`, [
      'North\r\nBcc: everybody@evil.example',
      DEMO.dealerId,
    ]);
    await world.as(robin, 'POST', '/invitations', { email: 'head@riverside.example', role: 'dealer_user' });
    const mail = await world.mailTo('head@riverside.example', 'invited');
    expect(mail.to).toEqual(['head@riverside.example']);
    expect(await world.mailsTo('everybody@evil.example')).toBe(0);
    await world.database.query('update dealer set name = $1 where id = $2', [DEMO.dealer, DEMO.dealerId]);
  });

  it('fields that only the server sets are refused, whoever sends them', async () => {
    const forged = {
      id: '00000000-0000-7000-8000-000000000000',
      companyId: DEMO.companyId,
      company_id: DEMO.companyId,
      dealerId: DEMO.otherDealer.id,
      version: 99,
      createdAt: '2020-01-01T00:00:00Z',
      role: 'company_admin',
      status: 'confirmed',
      __proto__: { isAdmin: true },
    };
    const known = await ids('+12125550171');
    let tried = 0;
    for (const route of ROUTES.filter(({ bodyType }) => bodyType === 'application/json')) {
      const kind = route.access?.kind;
      if (kind !== 'dealer' && kind !== 'company' && kind !== 'platform') continue;
      const at = route.address
        .replace(/^\/api\/v1/u, '')
        .replaceAll(
          /\{(\w+)\}/gu,
          (_, name: string) => known[name] ?? '00000000-0000-7000-8000-000000000000',
        );
      for (const [field, value] of Object.entries(forged)) {
        if (field in (route.body?.properties ?? {})) continue;
        const body = { ...(exampleWith(route, []) as object), [field]: value };
        const answer = await world.as<Schemas['Problem']>(userOf(route), route.method, at, body, {
          'if-match': '*',
        });
        tried += 1;
        expect([422, 404], `${route.name} took ${field}`).toContain(answer.status);
      }
    }
    expect(tried).toBeGreaterThan(80);
  }, 120_000);

  it('a session that was given before signing in is worth nothing after it', async () => {
    const planted = 'better-auth.session_token=planted.token';
    const answer = await world.auth(
      '/sign-in/email',
      { email: robin.email, password: world.access.signIn.password },
      { cookie: planted },
    );
    expect(answer.status).toBe(200);
    const given = cookieOf(answer);
    expect(given).not.toContain('planted');
    expect((await world.request('GET', '/api/v1/me', { cookie: planted })).status).toBe(401);
    expect((await world.request('GET', '/api/v1/me', { cookie: given })).status).toBe(200);
    const second = cookieOf(
      await world.auth(
        '/sign-in/email',
        { email: robin.email, password: world.access.signIn.password },
        { cookie: given },
      ),
    );
    expect(second).not.toBe(given);
  });

  it('no request with a cookie changes anything from another origin', async () => {
    const cookie = await world.sessionOf(robin.email);
    const before = await everything(world);
    for (const route of ROUTES.filter(
      ({ method, access }) => method !== 'GET' && access?.kind === 'dealer',
    )) {
      for (const origin of ['https://evil.example', 'null', `${world.url}.evil.example`]) {
        const answer = await world.request(
          route.method,
          route.address.replaceAll(/\{\w+\}/gu, world.site),
          { cookie, origin, 'if-match': '*' },
          exampleWith(route, []),
        );
        expect(answer.status, `${route.name} from ${origin}`).toBe(403);
      }
    }
    expect(await everything(world)).toEqual(before);
  });

  it('no address sends a browser elsewhere', async () => {
    for (const at of [
      '//evil.example',
      '/portal//evil.example',
      '/\\evil.example',
      '/portal/sign-in?next=https://evil.example',
      '/api/auth/verify-email?token=x&callbackURL=https://evil.example',
      '/api/auth/reset-password/x?callbackURL=https://evil.example',
      '/api/auth/sign-out?redirectTo=https://evil.example',
    ]) {
      const response = await fetch(world.url + at, { redirect: 'manual' });
      const to = response.headers.get('location') ?? '';
      if (to !== '') expect(new URL(to, world.url).origin, at).toBe(world.url);
    }
    const asked = await world.auth('/request-password-reset', {
      email: robin.email,
      redirectTo: 'https://evil.example',
    });
    expect(asked.status).toBe(200);
    const mail = await world.mailTo(robin.email, 'new Keyholder password');
    expect(mail.text).toContain(`${world.url}/portal/new-password#`);
    expect(mail.text).not.toContain('evil.example');
  });

  it('every answer carries its policy, and none opens itself to other origins', async () => {
    const cookie = await world.sessionOf(robin.email);
    for (const [at, headers] of [
      ['/api/v1/me', { cookie }],
      ['/api/v1/sites', {}],
      ['/api/docs', {}],
      ['/api/openapi.json', {}],
      ['/api/auth/get-session', {}],
      ['/health/live', {}],
      ['/nothing-here', {}],
    ] as const) {
      const response = await fetch(world.url + at, {
        headers: { ...headers, origin: 'https://evil.example' },
      });
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy, at).toContain("default-src 'none'");
      expect(policy, at).not.toMatch(/script-src[^;]*unsafe/u);
      expect(policy, at).toContain("frame-ancestors 'none'");
      expect(response.headers.get('x-content-type-options'), at).toBe('nosniff');
      expect(response.headers.get('x-frame-options'), at).toBe('DENY');
      expect(response.headers.get('referrer-policy'), at).toBe('no-referrer');
      if (at.startsWith('/api/v1/')) expect(response.headers.get('cache-control'), at).toBe('no-store');
      expect(response.headers.get('access-control-allow-origin'), at).toBeNull();
      await response.body?.cancel();
    }
  });

  it('a body that is too large, and a header that never ends, are cut off', async () => {
    const cookie = await world.sessionOf(robin.email);
    const large = await world.request(
      'POST',
      '/api/v1/sites',
      { cookie, origin: world.url },
      { name: 'x'.repeat(200_000) },
    );
    expect(large.status).toBe(413);
    const { port } = new URL(world.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(port), '127.0.0.1', () => {
        socket.write(`GET /health/live HTTP/1.1\r\nHost: x\r\nX-Large: ${'a'.repeat(40_000)}`);
      });
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 431/u);
    const server = world.application.app.getHttpServer() as {
      requestTimeout: number;
      headersTimeout: number;
    };
    // Slow clients: the whole request, which may be a film, and its headers alone. Other bodies: see below.
    expect([server.requestTimeout, server.headersTimeout]).toEqual([300_000, 10_000]);
  });

  it('tokens and keys are looked up by their hash: no comparison tells how much of one was right', async () => {
    const functions = await world.database.query<{ name: string; body: string }>(
      `select proname as name, prosrc as body from pg_proc
       where proname in ('find_api_key', 'find_link', 'find_invitation') order by 1`,
    );
    expect(functions).toHaveLength(3);
    for (const { name, body } of functions) expect(body, name).toMatch(/where (?:key|token)_hash = hash/u);
    const [row] = await world.database.query<{ hash: Buffer }>(
      `select key_hash as hash from api_key where name = 'Demo key'`,
    );
    expect(row!.hash.equals(createHash('sha256').update(world.access.apiKey).digest())).toBe(true);
    const signature = readFileSync(
      new URL('../../src/adapters/twilio/twilio-signature.ts', import.meta.url),
      'utf8',
    );
    expect(signature).toMatch(/validateRequest|timingSafeEqual/u);
  });
});
