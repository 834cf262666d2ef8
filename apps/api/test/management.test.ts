import { DAILY_PER_SITE_MAX } from '@keyholder/domain/account/company-details';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO } from '../src/demo/demo-company.ts';
import { RATE_LIMITS } from '../src/ports/rate-limits.ts';
import { startApplication } from '../src/application.ts';
import { Settings } from '../src/settings.ts';
import { everything } from './support/tenants.ts';
import { World, type Answer } from './support/world.ts';

type Problem = Schemas['Problem'];
type Created = Schemas['CreatedApiKey'] & Problem;
type AuditPage = Schemas['AuditPage'];

const { robin, jamie, casey, sam } = DEMO.people;

describe('managing a dealer and a company', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ mails: true });
  });
  afterAll(() => world.stop());

  describe('API keys', () => {
    const make = (body: unknown) => world.as<Created>(robin, 'POST', '/api-keys', body);
    const listed = async (): Promise<Schemas['ApiKeys']['items']> =>
      (await world.as<Schemas['ApiKeys']>(robin, 'GET', '/api-keys')).body.items;

    it('are shown once, do what their scopes say, show their last use, and end at once', async () => {
      const { status, body } = await make({
        name: ' Automation  bridge ',
        scopes: ['contacts:read', 'account:read'],
      });
      expect(status, JSON.stringify(body)).toBe(201);
      expect(body.key).toMatch(/^khk_[A-Za-z0-9_-]{43}$/u);
      expect(body.apiKey).toMatchObject({
        name: 'Automation bridge',
        prefix: body.key.slice(0, 8),
        scopes: ['account:read', 'contacts:read'],
        createdBy: robin.name,
        lastUsedAt: null,
        expiresAt: null,
      });
      const kept = JSON.stringify(await everything(world));
      expect(kept).not.toContain(body.key.slice(8));

      const byKey = (method: string, address: string, sent?: unknown): Promise<Answer> =>
        world.call(method, address, sent, body.key);
      expect((await byKey('GET', `/sites/${world.site}/contacts`)).status).toBe(200);
      const site = { name: 'S', accountNumber: 'S-1', timeZone: 'America/Chicago' };
      expect((await byKey('POST', '/sites', site)).status).toBe(403);
      await world.waitUntil(async () => (await listed())[0]?.lastUsedAt !== null);

      expect((await world.as(robin, 'DELETE', `/api-keys/${body.apiKey.id}`)).status).toBe(204);
      expect((await byKey('GET', `/sites/${world.site}/contacts`)).status).toBe(401);
      expect((await listed())[0]?.revokedAt).not.toBeNull();
      expect((await world.as(robin, 'DELETE', `/api-keys/${body.apiKey.id}`)).status).toBe(404);
    });

    it('expire', async () => {
      const expiresAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
      const { body } = await make({ name: 'Short', scopes: ['account:read'], expiresAt });
      expect((await world.call('GET', '/me', undefined, body.key)).status).toBe(200);
      world.clock.advance(3_700_000);
      expect((await world.call('GET', '/me', undefined, body.key)).status).toBe(401);
    });

    it.each([
      ['no name', { name: ' ', scopes: ['sites:read'] }, 'name'],
      ['no scope', { name: 'K', scopes: [] }, 'scopes'],
      ['a scope that no key can carry', { name: 'K', scopes: ['people:manage'] }, 'scopes'],
      [
        'an end in the past',
        { name: 'K', scopes: ['sites:read'], expiresAt: '2020-01-01T00:00:00Z' },
        'expiresAt',
      ],
      [
        'an end in ten years',
        { name: 'K', scopes: ['sites:read'], expiresAt: '2046-01-01T00:00:00Z' },
        'expiresAt',
      ],
      ['a hash of its own', { name: 'K', scopes: ['sites:read'], keyHash: 'x' }, 'keyHash'],
    ])('with %s are refused by name', async (_, body, field) => {
      const answer = await make(body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ field }]);
    });

    it('never leave their answer behind for a repeated request', async () => {
      const cookie = await world.sessionOf(robin.email);
      const answer = await world.request<Created>(
        'POST',
        '/api/v1/api-keys',
        { cookie, origin: world.url, 'idempotency-key': 'one' },
        { name: 'Kept nowhere', scopes: ['account:read'] },
      );
      expect(answer.status).toBe(201);
      expect(await world.database.query(`select 1 from idempotency_key where key = 'one'`)).toEqual([]);
    });

    it('are made by no key, and by no dealer user', async () => {
      const body = { name: 'K', scopes: ['sites:read'] };
      expect((await world.call('POST', '/api-keys', body)).status).toBe(403);
      expect((await world.as(jamie, 'POST', '/api-keys', body)).status).toBe(403);
    });
  });

  describe('the audit', () => {
    it('says who did what, when, from where; is searched and exported', async () => {
      const contact = await world.contact('+12125550140', { name: '=cmd|"/c calc"!A1 Ana' });
      const edit = await world.request(
        'PATCH',
        `/api/v1/contacts/${contact.id}`,
        {
          cookie: await world.sessionOf(jamie.email),
          origin: world.url,
          'if-match': '*',
          'x-forwarded-for': '203.0.113.9',
          'user-agent': 'Lynx/2.9',
        },
        { title: 'Owner' },
      );
      expect(edit.status, JSON.stringify(edit.body)).toBe(200);
      const of = async (query: string): Promise<Schemas['AuditEntry'][]> =>
        (await world.as<AuditPage>(robin, 'GET', `/audit?${query}`)).body.items;
      expect((await of('limit=1'))[0]).toMatchObject({
        actorKind: 'person',
        actorName: jamie.name,
        action: 'contact.changed',
        contactId: contact.id,
        siteName: 'Ortiz Market',
        fromAddress: '203.0.113.9',
        userAgent: 'Lynx/2.9',
      });
      expect((await of(`contactId=${contact.id}`)).map(({ action }) => action)).toEqual([
        'contact.changed',
        'contact.created',
      ]);
      expect(await of('query=203.0.113&action=contact.changed')).toHaveLength(1);
      expect(await of('query=100%25')).toEqual([]);
      for (const words of ['contact changed', 'contacto cambiado', 'CONTACT MODIFIÉ']) {
        const found = await of(`contactId=${contact.id}&query=${encodeURIComponent(words)}`);
        expect(
          found.map(({ action }) => action),
          words,
        ).toEqual(['contact.changed']);
      }
      expect(await of(`until=2020-01-01T00:00:00Z`)).toEqual([]);

      const pages: string[] = [];
      let cursor: string | null = null;
      do {
        const { body }: Answer<AuditPage> = await world.as<AuditPage>(
          robin,
          'GET',
          `/audit?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`,
        );
        pages.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
      } while (cursor !== null);
      expect(new Set(pages).size).toBe(pages.length);
      const [{ count }] = (await world.database.query<{ count: string }>(
        'select count(*) from audit_entry where dealer_id = $1',
        [DEMO.dealerId],
      )) as [{ count: string }];
      expect(pages.length).toBe(Number(count));

      const csv = await world.as<string>(robin, 'GET', '/audit.csv?action=contact.created');
      expect(csv.headers.get('content-type')).toContain('text/csv');
      expect(csv.headers.get('content-disposition')).toContain('attachment');
      const lines = csv.body.trim().split('\r\n');
      expect(lines[0]).toContain('actorName');
      // What a spreadsheet would run is escaped.
      expect(csv.body).toContain(`"'=cmd|""/c calc""!A1 Ana"`);
      expect(csv.body).not.toMatch(/(?:^|,)"?=cmd/mu);
    });

    it('of the company holds its dealers’ and its own; a dealer sees its own only', async () => {
      await world.as(casey, 'POST', '/company/dealers', { name: 'Riverside Alarm – West' });
      const company = await world.as<AuditPage>(casey, 'GET', '/company/audit?limit=100');
      const actions = company.body.items.map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(['dealer.added', 'contact.created']));
      const dealer = await world.as<AuditPage>(robin, 'GET', '/audit?limit=100');
      expect(dealer.body.items.map(({ action }) => action)).not.toContain('dealer.added');
      const all = await world.as<string>(casey, 'GET', '/company/audit.csv');
      expect(all.body).toContain('dealer.added');
    });

    it('holds the sign-ins of the dealer’s people', async () => {
      await world.signIn(jamie.email);
      const { body } = await world.as<AuditPage>(robin, 'GET', '/audit?action=account.signed_in');
      expect(body.items[0]).toMatchObject({ actorName: jamie.name, fromAddress: '127.0.0.1' });
    });
  });

  describe('a company', () => {
    it('sets its daily ceiling, in the version that was read', async () => {
      const read = await world.as<Schemas['Company']>(casey, 'GET', '/company');
      const etag = read.headers.get('etag')!;
      const change = (body: unknown, tag: string) =>
        world.as<Schemas['Company'] & Problem>(casey, 'PATCH', '/company', body, { 'if-match': tag });
      const bad = await change({ dailyWelcomeCeiling: -1 }, etag);
      expect(bad.body.errors).toMatchObject([{ field: 'dailyWelcomeCeiling' }]);
      const changed = await change({ dailyWelcomeCeiling: 2 }, etag);
      expect(changed.body).toMatchObject({ dailyWelcomeCeiling: 2, version: read.body.version + 1 });
      expect((await change({ dailyWelcomeCeiling: 9 }, etag)).status).toBe(412);
      expect((await world.as(robin, 'GET', '/company')).status).toBe(403);
    });

    it('with a ceiling of 2, no third welcome text goes out that day, whoever asks at once', async () => {
      await world.database.query('delete from welcome_count');
      const contacts = [];
      for (const end of ['41', '42', '43', '44']) contacts.push(await world.contact(`+121255501${end}`));
      const answers = await Promise.all(contacts.map(({ id }) => world.send(id)));
      const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other);
      expect(statuses).toEqual([202, 202, 429, 429]);
      const refused = answers.find(({ status }) => status === 429) as Answer as Answer<Problem>;
      expect(refused.body.code).toBe('daily-ceiling');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      const dealers = await world.as<Schemas['Dealers']>(casey, 'GET', '/company/dealers');
      expect(dealers.body.items.find(({ id }) => id === DEMO.dealerId)).toMatchObject({ welcomesToday: 2 });
      await world.database.query('update company set daily_welcome_ceiling = 1000');
      world.clock.advance(24 * 3_600_000);
      const late = contacts[answers.indexOf(refused as never)]!;
      expect((await world.send(late.id)).status).toBe(202);
    });

    it('a site gets at most 200 welcome texts a day; what is refused for that is not counted for the dealer', async () => {
      const today = async (siteId: string | null): Promise<number> => {
        const rows = await world.database.query<{ count: number }>(
          'select count from welcome_count where dealer_id = $1 and site_id is not distinct from $2 order by day desc limit 1',
          [DEMO.dealerId, siteId],
        );
        return rows[0]?.count ?? 0;
      };
      await world.send((await world.contact('+12125550151')).id);
      await world.database.query('update welcome_count set count = $1 where site_id = $2', [
        DAILY_PER_SITE_MAX - 1,
        world.site,
      ]);
      expect((await world.send((await world.contact('+12125550152')).id)).status).toBe(202);
      const ofDealer = await today(null);
      const refused = await world.send((await world.contact('+12125550153')).id);
      expect((refused as Answer as Answer<Problem>).body).toMatchObject({
        code: 'daily-ceiling',
        detail: expect.stringContaining('this site') as string,
      });
      expect([await today(world.site), await today(null)]).toEqual([DAILY_PER_SITE_MAX, ofDealer]);
      await world.database.query('delete from welcome_count');
    });
  });

  describe('support', () => {
    it('sees what an open case shows, answers as the case’s tenant, and the dealer is told', async () => {
      const contact = await world.contact('+12125550145', { name: 'Case Contact' });
      const asked = await world.as<Schemas['SupportCase']>(
        jamie,
        'POST',
        `/contacts/${contact.id}/support-cases`,
        { message: 'Why?', disputedCheck: true },
      );
      expect(asked.status).toBe(201);
      const list = await world.as<Schemas['DeskCasePage']>(sam, 'GET', '/support/cases');
      expect(list.body.items).toMatchObject([
        {
          id: asked.body.id,
          companyName: DEMO.company,
          dealerName: DEMO.dealer,
          siteName: 'Ortiz Market',
          contactName: 'Case Contact',
          openedBy: jamie.name,
        },
      ]);
      const shown = await world.as<Schemas['DeskCase']>(sam, 'GET', `/support/cases/${asked.body.id}`);
      expect(shown.body.case.bundle?.contact.id).toBe(contact.id);

      await world.as(jamie, 'PATCH', '/me', { language: 'es' });
      const answered = await world.as<Schemas['DeskCase'] & Problem>(
        sam,
        'POST',
        `/support/cases/${asked.body.id}/answers`,
        { message: 'Try it again now.', close: true },
      );
      expect(answered.status, JSON.stringify(answered.body)).toBe(200);
      expect(answered.body).toMatchObject({ closedBy: sam.name, case: { state: 'closed', bundle: null } });
      const mail = await world.mailTo(jamie.email, 'El soporte de Keyholder ha respondido');
      expect(mail.text).toContain(`/portal/sites/${world.site}/contacts/${contact.id}`);
      expect(mail.text).not.toContain('Case Contact');
      expect(mail.text).not.toContain('Try it again');
      expect(await world.mailsTo(robin.email)).toBe(0);

      const seen = await world.as<Schemas['SupportCases']>(
        jamie,
        'GET',
        `/contacts/${contact.id}/support-cases`,
      );
      expect(seen.body.items[0]).toMatchObject({
        state: 'closed',
        notes: [
          { body: 'Why?', fromSupport: false },
          { body: 'Try it again now.', by: sam.name, fromSupport: true },
        ],
      });
      const audit = await world.as<AuditPage>(robin, 'GET', `/audit?contactId=${contact.id}&limit=2`);
      expect(audit.body.items).toMatchObject([
        { action: 'support.case_closed', actorKind: 'support', actorName: sam.name },
        { action: 'support.answered', actorKind: 'support' },
      ]);
      const again = await world.as<Problem>(sam, 'POST', `/support/cases/${asked.body.id}/close`);
      expect(again.body.code).toBe('case-closed');
      expect((await world.as<Schemas['DeskCasePage']>(sam, 'GET', '/support/cases')).body.items).toEqual([]);
      const closed = await world.as<Schemas['DeskCasePage']>(sam, 'GET', '/support/cases?state=closed');
      expect(closed.body.items).toHaveLength(1);
      const after = await world.as<Schemas['DeskCase']>(sam, 'GET', `/support/cases/${asked.body.id}`);
      expect(after.body).toMatchObject({
        contactName: null,
        siteName: null,
        case: { notes: [], bundle: null },
      });
      const seenClosed = JSON.stringify([closed.body, after.body, answered.body]);
      for (const secret of ['Case Contact', 'Ortiz Market', 'Why?', 'Try it again', contact.phone]) {
        expect(seenClosed).not.toContain(secret);
      }
    });

    it('is nobody else', async () => {
      for (const who of [robin, jamie, casey]) {
        expect((await world.as(who, 'GET', '/support/cases')).status).toBe(403);
      }
      expect((await world.call('GET', '/support/cases')).status).toBe(403);
    });
  });

  describe('limits', () => {
    const wrong = (url: string, email: string, address: string): Promise<Response> =>
      fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: world.url, 'x-forwarded-for': address },
        body: JSON.stringify({ email, password: 'not the password' }),
      });

    it('of sign-ins hold over two processes, per account; a right password forgives', async () => {
      const port = new URL(world.url).port;
      const second = await startApplication(
        Settings.read({ ...world.environment, PORT: String(await world.freePort()) }),
        { logLevels: ['fatal'] },
      );
      try {
        expect(port).not.toBe('');
        const other = await second.app.getUrl();
        const most = RATE_LIMITS['sign-in of an account'].points;
        for (let tries = 0; tries < most - 1; tries += 1) {
          expect((await wrong(world.url, jamie.email, `198.51.100.${tries}`)).status).toBe(401);
        }
        await world.signIn(jamie.email);
        for (let tries = 0; tries < most; tries += 1) {
          const at = tries % 2 === 0 ? world.url : other;
          expect((await wrong(at, jamie.email, `198.51.100.${tries}`)).status).toBe(401);
        }
        for (const at of [world.url, other]) {
          const refused = await wrong(at, jamie.email, '198.51.100.99');
          expect(refused.status).toBe(429);
          expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
          expect(((await refused.json()) as Problem).code).toBe('too-many-attempts');
        }
        // Somebody else is not kept out by that.
        await world.signIn(robin.email);
      } finally {
        await second.close();
      }
    });

    it('of sign-ins hold per address, whichever accounts are tried', async () => {
      const most = RATE_LIMITS['sign-in from an address'].points;
      const statuses = [];
      for (let tries = 0; tries <= most; tries += 1) {
        statuses.push((await wrong(world.url, `nobody${tries}@x.example`, '203.0.113.50')).status);
      }
      expect(statuses.slice(0, most).every((status) => status === 401)).toBe(true);
      expect(statuses[most]).toBe(429);
    });

    it('of guessed tokens and keys hold per address', async () => {
      const most = RATE_LIMITS['unknown token from an address'].points;
      const guess = (address: string, token: string, path: string) =>
        world.request(path === '/me' ? 'GET' : 'GET', `/api/v1${path}`, {
          authorization: `Bearer ${token}`,
          'x-forwarded-for': address,
        });
      const from = '203.0.113.60';
      for (let tries = 0; tries < most; tries += 1) {
        const path = tries % 2 === 0 ? '/me' : '/invitation';
        expect([401, 404]).toContain((await guess(from, `khk_${tries}`, path)).status);
      }
      expect((await guess(from, 'khk_x', '/me')).status).toBe(429);
      const key = world.access.apiKey;
      expect((await guess(from, key, '/me')).status).toBe(429);
      expect((await guess('203.0.113.61', key, '/me')).status).toBe(200);
      const [row] = await world.database.query<{ kept: string }>(
        `select string_agg(key, ' ') as kept from limits.rate_limit`,
      );
      expect(row!.kept).not.toContain('203.0.113');
      expect(row!.kept).not.toContain(jamie.email);
    });

    it('of look-ups hold per dealer', async () => {
      const { points } = RATE_LIMITS['look-up of a dealer, in a minute'];
      await world.database.query(
        `update limits.rate_limit set points = $1 where key like 'look-up%minute%'`,
        [points],
      );
      const check = () =>
        world.call<Problem>('POST', '/phone-checks', { phone: '+12125550149', country: 'US' });
      await check();
      await world.database.query(
        `update limits.rate_limit set points = $1, expire = (extract(epoch from now()) * 1000 + 60000)::bigint
         where key like 'look-up%minute%'`,
        [points],
      );
      await world.database.query(`delete from line_check where phone = '+12125550149'`);
      const refused = await check();
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).not.toBeNull();
    });
  });
});
