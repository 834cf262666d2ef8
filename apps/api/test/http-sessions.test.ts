import { readFile } from 'node:fs/promises';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { addDealer } from './support/tenants.ts';
import { World, type Answer } from './support/world.ts';

describe('sessions of people', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  const signIn = (password: string): Promise<Answer> =>
    world.request(
      'POST',
      '/api/auth/sign-in/email',
      { origin: world.url },
      { email: world.access.signIn.email, password },
    );
  const cookieOf = (answer: Answer): string =>
    answer.headers
      .getSetCookie()
      .map((cookie) => cookie.replace(/;.*/u, ''))
      .join('; ');
  const session = async (): Promise<string> => cookieOf(await signIn(world.access.signIn.password));

  it('signing in sets a cookie that scripts cannot read, and the API knows who asks', async () => {
    const answer = await signIn(world.access.signIn.password);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toMatch(/httponly/iu);
    expect(answer.headers.getSetCookie().join()).toMatch(/samesite=lax/iu);
    const me = await world.request<Schemas['Me']>('GET', '/api/v1/me', { cookie: cookieOf(answer) });
    expect(me.body).toMatchObject({ kind: 'person', role: 'dealer_admin', brand: { brandKey: 'riverside' } });
  });

  it('a wrong password and an unknown person look the same', async () => {
    const wrong = await signIn('not the password');
    const unknown = await world.request(
      'POST',
      '/api/auth/sign-in/email',
      { origin: world.url },
      { email: 'nobody@riverside.example', password: 'not the password' },
    );
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('nobody can make an account for themselves', async () => {
    const person = { email: 'eve@example.com', password: 'a long password', name: 'Eve' };
    const answer = await world.request('POST', '/api/auth/sign-up/email', { origin: world.url }, person);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await world.database.query(`select id from auth."user" where email = 'eve@example.com'`)).toEqual(
      [],
    );
  });

  it.each([['https://evil.example'], ['null'], [undefined]])(
    'a change with a cookie and Origin %s is refused',
    async (origin) => {
      const headers = { cookie: await session(), ...(origin === undefined ? {} : { origin }) };
      const site = { name: 'Forged', accountNumber: 'F-1', timeZone: 'America/Chicago' };
      const answer = await world.request<Schemas['Problem']>('POST', '/api/v1/sites', headers, site);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await world.database.query(`select id from site where account_number = 'F-1'`)).toEqual([]);
    },
  );

  it('the same change from the portal’s own origin is carried out', async () => {
    const headers = { cookie: await session(), origin: world.url };
    const site = { name: 'Own', accountNumber: 'O-1', timeZone: 'America/Chicago' };
    expect((await world.request('POST', '/api/v1/sites', headers, site)).status).toBe(201);
  });

  it('signing out ends the session', async () => {
    const cookie = await session();
    const out = await world.request('POST', '/api/auth/sign-out', { cookie, origin: world.url }, {});
    expect(out.status).toBe(200);
    expect((await world.request('GET', '/api/v1/me', { cookie })).status).toBe(401);
  });

  it('a change is told to the dealer whose it is, and to no other', async () => {
    const other = await addDealer(world);
    const ends = new AbortController();
    const heard = { own: '', other: '' };
    const listen = async (whose: keyof typeof heard, key: string): Promise<void> => {
      const response = await fetch(`${world.url}/api/v1/events`, {
        headers: { authorization: `Bearer ${key}` },
        signal: ends.signal,
      });
      expect(response.status).toBe(200);
      const decoder = new TextDecoder();
      void (async () => {
        for await (const chunk of response.body ?? []) heard[whose] += decoder.decode(chunk as Uint8Array);
      })().catch(() => undefined);
    };
    try {
      await listen('own', world.access.apiKey);
      await listen('other', other.key);
      const contact = await world.contact('+12125550100');
      await vi.waitFor(() => expect(heard.own).toContain(contact.id), { timeout: 20_000, interval: 25 });
      expect(heard.other).not.toContain(contact.id);
    } finally {
      ends.abort();
    }
  });
});

describe('what is written to the logs', () => {
  it('holds no number, name, token, words, password or key, in a run of the main job with refusals and a bug', async () => {
    const written: string[] = [];
    const spies = (['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
        written.push(String(chunk));
        return true;
      }),
    );
    let secrets: string[] = [];
    try {
      const world = await World.start({ logLevels: ['verbose', 'debug', 'log', 'warn', 'error', 'fatal'] });
      const contact = await world.contact('+12125550100', { name: 'Wilhelmina Quackenbush' });
      await world.contact('+13055550106', { name: 'Zebulon Featherstone' });
      await world.call('POST', `/sites/${world.site}/contacts`, {
        name: 'Wilhelmina Quackenbush',
        phone: '+12125550100',
      });
      await world.call('POST', `/sites/${world.site}/contacts`, {
        name: 'Wilhelmina Quackenbush',
        phone: 'call 2125550100',
      });
      await world.send(contact.id);
      const [text] = await world.phoneGets('+12125550100', 1);
      const token = /#(\S{22})/u.exec(text?.body ?? '')?.[1] ?? '';
      expect(token).not.toBe('');
      await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
      await world.sandbox.reply('+12125550100', text?.from, 'Quackenbush family here');
      await world.request('POST', '/webhooks/twilio/status', {}, { MessageSid: 'x', To: '+12125550100' });
      // A bug: a table is gone, so the database complains with the row in its message.
      await world.database.query('alter table contact add constraint broken check (false) not valid');
      const bug = await world.call('POST', `/sites/${world.site}/contacts`, {
        name: 'Wilhelmina Quackenbush',
        phone: '+12125550107',
      });
      expect(bug.status).toBe(500);
      secrets = [
        '2125550100',
        '2125550107',
        '3055550106',
        'Quackenbush',
        'Featherstone',
        'family here',
        'emergency contact for',
        token,
        world.access.apiKey,
        world.access.signIn.password,
        world.settings.secret,
        world.settings.twilio.authToken,
      ];
      await world.stop();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    const log = written.join('');
    expect(log).toContain('Incident');
    const serverLog = inject('postgresLog');
    if (serverLog !== null) {
      const told = await readFile(serverLog, 'utf8');
      // The same refusal, by the name of its rule and without the row.
      expect(told).toContain('violates check constraint "broken"');
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    }
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });
});
