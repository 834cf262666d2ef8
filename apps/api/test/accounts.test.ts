import type { Schemas } from '@keyholder/api-client';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEMO } from '../src/demo/demo-company.ts';
import { addCompany } from './support/tenants.ts';
import { cookieOf, tokenInMail, World, type Answer } from './support/world.ts';

type Problem = Schemas['Problem'];
type People = Schemas['People'];

const { robin, jamie, casey } = DEMO.people;

describe('people and their accounts', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ mails: true });
  });
  afterAll(() => world.stop());

  const invite = (email: string, role = 'dealer_user') =>
    world.as<People & Problem>(robin, 'POST', '/invitations', { email, role });
  const invited = (token: string, method = 'GET', address = '', body?: unknown) =>
    world.request<Schemas['Invited'] & Problem>(
      method,
      `/api/v1/invitation${address}`,
      { authorization: `Bearer ${token}` },
      body,
    );
  const auditOf = async (action: string): Promise<Schemas['AuditEntry'] | undefined> => {
    const { body } = await world.as<Schemas['AuditPage']>(robin, 'GET', `/audit?action=${action}`);
    return body.items[0];
  };

  describe('an invitation', () => {
    it('leads from the mail to an account with that role, and is used up then', async () => {
      const answer = await invite(' Kim@Riverside.example ');
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(answer.body.invitations).toMatchObject([
        { email: 'kim@riverside.example', role: 'dealer_user', invitedBy: robin.name, expired: false },
      ]);
      const mail = await world.mailTo('kim@riverside.example', 'invited to Riverside Alarm – North');
      expect(mail.text).toContain(`${robin.name} invites you`);
      const token = tokenInMail(mail);
      expect((await invited(token)).body).toMatchObject({
        email: 'kim@riverside.example',
        place: DEMO.dealer,
        accepted: false,
        hasAccount: false,
      });

      const short = await invited(token, 'POST', '/acceptance', { name: 'Kim Larsen', password: 'short' });
      expect(short.body.errors).toMatchObject([{ field: 'password', code: 'too_short' }]);
      const nameless = await invited(token, 'POST', '/acceptance', { password: 'a long password' });
      expect(nameless.body.errors).toMatchObject([{ field: 'name' }]);

      const account = { name: 'Kim Larsen', password: 'a long password' };
      expect((await invited(token, 'POST', '/acceptance', account)).status).toBe(204);
      const again = await invited(token, 'POST', '/acceptance', account);
      expect(again.body.code).toBe('accepted-already');
      expect((await invited(token)).body.accepted).toBe(true);

      const cookie = await world.signIn('kim@riverside.example', account.password);
      const me = await world.request<Schemas['Me']>('GET', '/api/v1/me', { cookie });
      expect(me.body).toMatchObject({
        name: 'Kim Larsen',
        role: 'dealer_user',
        dealer: { name: DEMO.dealer },
      });
      expect((await world.request('GET', '/api/v1/people', { cookie })).status).toBe(403);
      expect(await auditOf('invitation.accepted')).toMatchObject({ actorName: 'Kim Larsen' });
    });

    it('adds a role to an account that there is', async () => {
      await world.as(casey, 'POST', '/company/invitations', {
        email: jamie.email,
        role: 'company_admin',
      });
      const token = tokenInMail(await world.mailTo(jamie.email, 'invited to Riverside Security Group'));
      expect((await invited(token)).body).toMatchObject({ hasAccount: true, role: 'company_admin' });
      expect((await invited(token, 'POST', '/acceptance', {})).status).toBe(204);
      const me = await world.as<Schemas['Me']>(jamie, 'GET', '/me');
      expect(me.body.companies).toEqual([{ id: DEMO.companyId, name: DEMO.company }]);
      const { body } = await world.as<People>(casey, 'GET', '/company/people');
      const added = body.members.find(({ email }) => email === jamie.email);
      expect((await world.as(casey, 'DELETE', `/company/people/${added?.userId}`)).status).toBe(204);
    });

    it('is one per address, can be sent again and taken back', async () => {
      const first = await invite('lee@riverside.example');
      const id = first.body.invitations.find(({ email }) => email === 'lee@riverside.example')!.id;
      expect((await invite('LEE@riverside.example')).body.code).toBe('invited-already');
      expect((await invite(jamie.email)).body.code).toBe('member-already');
      const token = tokenInMail(await world.mailTo('lee@riverside.example', 'invited'));
      expect((await world.as(robin, 'POST', `/invitations/${id}/mail`)).status).toBe(204);
      await world.waitUntil(async () => (await world.mailsTo('lee@riverside.example')) === 2);
      expect((await world.as(robin, 'DELETE', `/invitations/${id}`)).status).toBe(204);
      expect((await invited(token)).status).toBe(404);
      expect((await world.as(robin, 'DELETE', `/invitations/${id}`)).status).toBe(404);
      expect((await invite('lee@riverside.example')).status).toBe(200);
    });

    it('expires, and an unknown token learns nothing', async () => {
      await invite('max@riverside.example');
      const token = tokenInMail(await world.mailTo('max@riverside.example', 'invited'));
      await world.database.query(
        `update invitation set expires_at = now() - interval '1 minute' where email = 'max@riverside.example'`,
      );
      expect((await invited(token)).body).toMatchObject({ status: 410, code: 'invitation-expired' });
      const account = { name: 'Max', password: 'a long password' };
      expect((await invited(token, 'POST', '/acceptance', account)).status).toBe(410);
      expect((await invited(token.replace(/.$/u, 'x'))).body.status).toBe(404);
    });

    it.each([
      ['no address', { email: 'kim', role: 'dealer_user' }, 'email'],
      ['a role of the company', { email: 'a@b.example', role: 'company_admin' }, 'role'],
      ['a role of the platform', { email: 'a@b.example', role: 'support' }, 'role'],
      [
        'a dealer of another',
        { email: 'a@b.example', role: 'dealer_user', dealerId: DEMO.dealerId },
        'dealerId',
      ],
    ])('with %s is refused by name', async (_, body, field) => {
      const answer = await world.as<Problem>(robin, 'POST', '/invitations', body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ field }]);
    });
  });

  describe('a role', () => {
    it('changes and ends from the next request on; the last admin stays', async () => {
      await invite('noa@riverside.example');
      const token = tokenInMail(await world.mailTo('noa@riverside.example', 'invited'));
      await invited(token, 'POST', '/acceptance', { name: 'Noa', password: 'a long password' });
      const cookie = await world.signIn('noa@riverside.example', 'a long password');
      const { members } = (await world.as<People>(robin, 'GET', '/people')).body;
      const noa = members.find(({ name }) => name === 'Noa')!.userId;
      const self = members.find(({ name }) => name === robin.name)!.userId;

      const last = await world.as<Problem>(robin, 'DELETE', `/people/${self}`);
      expect(last.body.code).toBe('last-admin');
      const demoted = await world.as<Problem>(robin, 'PATCH', `/people/${self}`, { role: 'dealer_user' });
      expect(demoted.body.code).toBe('last-admin');

      expect((await world.as(robin, 'PATCH', `/people/${noa}`, { role: 'dealer_admin' })).status).toBe(204);
      expect((await world.request('GET', '/api/v1/people', { cookie })).status).toBe(200);
      expect(await auditOf('person.role_changed')).toMatchObject({
        detail: { name: 'Noa', from: 'dealer_user', to: 'dealer_admin' },
      });
      expect((await world.as(robin, 'DELETE', `/people/${noa}`)).status).toBe(204);
      expect((await world.request('GET', '/api/v1/sites', { cookie })).status).toBe(403);
      expect((await world.as(robin, 'DELETE', `/people/${noa}`)).status).toBe(404);
    });
  });

  describe('an account', () => {
    const password = 'the first password';
    const makeAccount = async (name: string): Promise<string> => {
      const email = `${name}@riverside.example`;
      await invite(email);
      const token = tokenInMail(await world.mailTo(email, 'invited'));
      const answer = await invited(token, 'POST', '/acceptance', { name, password });
      expect(answer.status).toBe(204);
      return email;
    };
    const isIn = async (cookie: string): Promise<boolean> =>
      (await world.request('GET', '/api/v1/me', { cookie })).status === 200;

    it('gets a new password by mail, once, and every session ends', async () => {
      const email = await makeAccount('pia');
      const cookie = await world.signIn(email, password);
      expect((await world.auth('/request-password-reset', { email })).status).toBe(200);
      const token = tokenInMail(await world.mailTo(email, 'new Keyholder password'));
      const weak = await world.auth('/reset-password', { newPassword: 'short', token });
      expect(weak.status).toBe(400);
      const chosen = await world.auth('/reset-password', { newPassword: 'the second password', token });
      expect(chosen.status).toBe(200);
      expect(await isIn(cookie)).toBe(false);
      const again = await world.auth('/reset-password', { newPassword: 'the third password', token });
      expect(again.status).toBe(400);
      expect((await world.auth('/sign-in/email', { email, password })).status).toBe(401);
      const failed = await vi.waitFor(
        async () => {
          const entry = await auditOf('account.sign_in_failed');
          expect(entry).toMatchObject({ actorName: 'pia', fromAddress: '127.0.0.1' });
          return entry;
        },
        { timeout: 10_000 },
      );
      expect(JSON.stringify(failed)).not.toContain(password);
      expect(await isIn(await world.signIn(email, 'the second password'))).toBe(true);
      expect(await auditOf('account.password_reset')).toMatchObject({ actorName: 'pia' });
      expect((await world.mailTo(email, 'account has changed')).text).toContain('Your password was changed');
    });

    it('gets its mails in the language that its holder reads', async () => {
      const email = 'sol@riverside.example';
      const wanted = { email, role: 'dealer_user', language: 'fr' };
      expect((await world.as(robin, 'POST', '/invitations', wanted)).status).toBe(200);
      const invitation = await world.mailTo(email, `Invitation à rejoindre ${DEMO.dealer}`);
      expect(invitation.text).toContain(`${robin.name} vous invite`);
      expect(invitation.text).toContain('comme utilisateur');

      // Whoever accepts in Spanish reads Spanish.
      const accepted = await world.request(
        'POST',
        '/api/v1/invitation/acceptance',
        { authorization: `Bearer ${tokenInMail(invitation)}`, 'accept-language': 'es-MX' },
        { name: 'Sol', password },
      );
      expect(accepted.status).toBe(204);
      await world.auth('/request-password-reset', { email });
      const reset = await world.mailTo(email, 'Elija una nueva contraseña');
      expect(reset.text).toContain('/portal/new-password#');

      // What is chosen holds from then on, whatever the browser asks for.
      const cookie = await world.signIn(email, password);
      const change = (language: string, headers: Record<string, string> = { cookie, origin: world.url }) =>
        world.request<Problem>('PATCH', '/api/v1/me', headers, { language });
      expect((await change('fr')).status).toBe(204);
      expect((await change('de')).body.errors).toMatchObject([{ field: 'language' }]);
      expect((await change('es', { authorization: `Bearer ${world.access.apiKey}` })).status).toBe(403);
      const passwords = { currentPassword: password, newPassword: 'the second password' };
      expect((await world.auth('/change-password', passwords, { cookie })).status).toBe(200);
      const notice = await world.mailTo(email, 'Votre compte Keyholder a changé');
      expect(notice.text).toContain('Votre mot de passe a été changé.');

      // Where nothing is known, the browser of the first sign-in says it.
      await world.database.query(`update auth."user" set language = null where email = $1`, [jamie.email]);
      for (const language of ['es', 'fr']) {
        const { status } = await world.auth(
          '/sign-in/email',
          { email: jamie.email, password: world.access.signIn.password },
          { 'accept-language': language },
        );
        expect(status).toBe(200);
      }
      await world.auth('/request-password-reset', { email: jamie.email });
      await world.mailTo(jamie.email, 'Elija una nueva contraseña');
    });

    it('that there is not gets no mail, and the answer is the same', async () => {
      const known = await world.auth('/request-password-reset', { email: robin.email });
      const unknown = await world.auth('/request-password-reset', { email: 'nobody@riverside.example' });
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
      await world.mailTo(robin.email, 'new Keyholder password');
      expect(await world.mailsTo('nobody@riverside.example')).toBe(0);
    });

    it('changes its address when both addresses agree, and by no GET', async () => {
      const email = await makeAccount('quinn');
      const next = 'quinn.new@riverside.example';
      const cookie = await world.signIn(email, password);
      expect((await world.auth('/change-email', { newEmail: next }, { cookie })).status).toBe(200);
      const first = tokenInMail(await world.mailTo(email, 'Is this your new'));
      expect((await world.auth(`/verify-email?token=${encodeURIComponent(first)}`)).status).toBe(404);
      expect((await world.auth('/verify-email', { token: first })).status).toBe(200);
      const second = tokenInMail(await world.mailTo(next, 'Confirm your new'));
      const me = async () => (await world.request<Schemas['Me']>('GET', '/api/v1/me', { cookie })).body.email;
      expect(await me()).toBe(email);
      expect((await world.auth('/verify-email', { token: second })).status).toBe(200);
      expect(await me()).toBe(next);
      await world.signIn(next, password);
      expect((await world.auth('/sign-in/email', { email, password })).status).toBe(401);
    });

    it('lists its sessions, ends one, and all', async () => {
      const email = await makeAccount('rae');
      const here = await world.signIn(email, password);
      const there = await world.signIn(email, password);
      const sessions = await world.auth<{ token: string; ipAddress: string }[]>('/list-sessions', undefined, {
        cookie: here,
      });
      expect(sessions.body).toHaveLength(2);
      expect(sessions.body[0]!.ipAddress).toBe('127.0.0.1');
      const other = sessions.body.find(({ token }) => !decodeURIComponent(here).includes(token))!;
      await world.auth('/revoke-session', { token: other.token }, { cookie: here });
      expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
      const third = await world.signIn(email, password);
      await world.auth('/revoke-sessions', {}, { cookie: here });
      expect([await isIn(here), await isIn(third)]).toEqual([false, false]);
    });

    it('takes a second factor: asked for at sign-in, with backup codes that work once', async () => {
      const email = await makeAccount('sky');
      const cookie = await world.signIn(email, password);
      const wrong = await world.auth('/two-factor/enable', { password: 'not the password' }, { cookie });
      expect(wrong.status).toBe(400);
      const begun = await world.auth<{ totpURI: string; backupCodes: string[] }>(
        '/two-factor/enable',
        { password },
        { cookie },
      );
      expect(begun.status).toBe(200);
      const secret = new URL(begun.body.totpURI).searchParams.get('secret')!;
      const code = () => new TOTP({ secret }).generate();
      // Until the app has proven itself, signing in stays as it was.
      expect((await world.signIn(email, password)).length).toBeGreaterThan(0);
      const proven = await world.auth('/two-factor/verify-totp', { code: code() }, { cookie });
      expect(proven.status, JSON.stringify(proven.body)).toBe(200);

      const half = await world.auth<{ twoFactorRedirect: boolean }>('/sign-in/email', { email, password });
      expect(half.body.twoFactorRedirect).toBe(true);
      const pending = cookieOf(half);
      expect(await isIn(pending)).toBe(false);
      const guessed = await world.auth('/two-factor/verify-totp', { code: '000000' }, { cookie: pending });
      expect(guessed.status).toBe(401);
      const entry = await vi.waitFor(
        async () => {
          const found = await auditOf('account.second_factor_failed');
          expect(found).toMatchObject({ actorName: 'sky', fromAddress: '127.0.0.1', detail: {} });
          return found;
        },
        { timeout: 10_000 },
      );
      expect(JSON.stringify(entry)).not.toContain('000000');
      const full = await world.auth('/two-factor/verify-totp', { code: code() }, { cookie: pending });
      expect(full.status, JSON.stringify(full.body)).toBe(200);
      expect(await isIn(cookieOf(full))).toBe(true);

      const [backup] = begun.body.backupCodes;
      const byBackup = async (): Promise<Answer> => {
        const started = cookieOf(await world.auth('/sign-in/email', { email, password }));
        return world.auth('/two-factor/verify-backup-code', { code: backup }, { cookie: started });
      };
      expect((await byBackup()).status).toBe(200);
      expect((await byBackup()).status).toBe(401);
      const people = (await world.as<People>(robin, 'GET', '/people')).body.members;
      expect(people.find((one) => one.email === email)).toMatchObject({ secondFactor: true });
      const [stored] = await world.database.query<{ secret: string; backupCodes: string }>(
        `select t.secret, t."backupCodes" from auth."twoFactor" t join auth."user" u on u.id = t."userId" where u.email = $1`,
        [email],
      );
      expect(stored!.secret).not.toContain(secret);
      expect(stored!.backupCodes).not.toContain(backup);
    });

    it('that nobody has: the company whose people are meant learns how often and from where, never which', async () => {
      const tried = 'former.colleague@riverside.example';
      const from = (address: string) => ({ 'x-forwarded-for': address, 'user-agent': 'Prober/1.0' });
      const attempt = async (email: string, address: string): Promise<void> => {
        const answer = await world.auth('/sign-in/email', { email, password }, from(address));
        expect(answer.status).toBe(401);
      };
      const told = async (): Promise<readonly Schemas['AuditEntry'][]> =>
        (
          await world.as<Schemas['AuditPage']>(
            casey,
            'GET',
            '/company/audit?action=account.sign_in_unknown&query=192.0.2.',
          )
        ).body.items;
      const toldOf = (...addresses: string[]): Promise<readonly Schemas['AuditEntry'][]> =>
        vi.waitFor(
          async () => {
            const entries = await told();
            expect(entries.map(({ fromAddress }) => fromAddress)).toEqual(addresses);
            return entries;
          },
          { timeout: 10_000 },
        );
      // There is one company only: whoever tries to get in, tries it there.
      await attempt('somebody@elsewhere.example', '192.0.2.6');
      await toldOf('192.0.2.6');
      const other = await addCompany(world, '+12125550196');
      await world.database.query('delete from membership where company_id = $1', [other.companyId]);
      await attempt('somebody@elsewhere.example', '192.0.2.7');
      await attempt(tried, '192.0.2.8');
      const [entry] = await toldOf('192.0.2.8', '192.0.2.6');
      expect(entry).toMatchObject({
        actorKind: 'person',
        actorName: null,
        userAgent: 'Prober/1.0',
        detail: {},
      });
      expect(await auditOf('account.sign_in_unknown')).toBeUndefined();

      // Whoever tries again and again does not fill the audit.
      await world.database.query(
        `update limits.rate_limit set points = 1000 where key like 'unknown sign-in noted at a company%'`,
      );
      await attempt(tried, '192.0.2.9');
      const [last] = await toldOf('192.0.2.9', '192.0.2.8', '192.0.2.6');
      expect(Date.parse(String(last!.detail['notNotedUntil']))).toBeGreaterThan(Date.now());
      await attempt(tried, '192.0.2.10');
      // It is decided beside the answer.
      await world.waitUntil(async () => {
        const [counted] = await world.database.query<{ points: number }>(
          `select points from limits.rate_limit where key like 'unknown sign-in noted at a company%'`,
        );
        return counted?.points === 1002;
      });
      await world.database.query(
        `delete from limits.rate_limit where key like 'unknown sign-in noted at a company%'`,
      );
      await attempt(tried, '192.0.2.11');
      await toldOf('192.0.2.11', '192.0.2.9', '192.0.2.8', '192.0.2.6');
      const named = await world.database.query(
        `select 1 from audit_entry a where a::text ilike '%former%' or a::text ilike '%elsewhere%'`,
      );
      expect(named).toEqual([]);
    });

    it('is guarded: what is not opened does not answer', async () => {
      const cookie = await world.sessionOf(robin.email);
      for (const [address, body] of [
        ['/sign-up/email', { email: 'e@e.example', password, name: 'E' }],
        ['/delete-user', { password }],
        ['/sign-in/social', { provider: 'google' }],
        ['/two-factor/send-otp', {}],
        ['/update-session', { user: 1 }],
      ] as const) {
        expect((await world.auth(address, body, { cookie })).status, address).toBe(404);
      }
      const forged = await world.request(
        'POST',
        '/api/auth/change-password',
        { cookie, origin: 'https://evil.example' },
        { currentPassword: world.access.signIn.password, newPassword: 'the stolen password' },
      );
      expect(forged.status).toBe(403);
      await world.signIn(robin.email);
    });
  });
});
