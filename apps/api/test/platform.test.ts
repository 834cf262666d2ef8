import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../src/compose.ts';
import { DEMO } from '../src/demo/demo-company.ts';
import { Settings } from '../src/settings.ts';
import { SECOND_SENDER, SENDER, tokenInMail, World } from './support/world.ts';

type Problem = Schemas['Problem'];
const { sam, casey } = DEMO.people;

describe('running the platform', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ mails: true });
  });
  afterAll(() => world.stop());

  const wanted = {
    name: 'Hillside Alarm',
    brandKey: 'hillside',
    adminEmail: 'Owner@Hillside.example',
    sender: SECOND_SENDER,
  };
  const make = (body: unknown) =>
    world.as<Schemas['MadeCompany'] & Problem>(sam, 'POST', '/platform/companies', body);

  it('support makes a stand-alone dealer in one step, and its admin takes over', async () => {
    const made = await make(wanted);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const mail = await world.mailTo('owner@hillside.example', 'invited to Hillside Alarm');
    await world.request(
      'POST',
      '/api/v1/invitation/acceptance',
      { authorization: `Bearer ${tokenInMail(mail)}` },
      { name: 'Olga Owner', password: 'a long password' },
    );
    const cookie = await world.signIn('owner@hillside.example', 'a long password');
    const me = await world.request<Schemas['Me']>('GET', '/api/v1/me', { cookie });
    // The only dealer of the company needs no naming.
    expect(me.body).toMatchObject({
      role: 'company_admin',
      dealer: { id: made.body.dealerId, name: 'Hillside Alarm' },
      brand: { brandKey: 'hillside' },
    });
    const headers = { cookie, origin: world.url };
    const site = await world.request<Schemas['Site']>('POST', '/api/v1/sites', headers, {
      name: 'First site',
      accountNumber: 'H-1',
      timeZone: 'America/Chicago',
    });
    expect(site.status).toBe(201);
    const contact = await world.request<Schemas['Contact']>(
      'POST',
      `/api/v1/sites/${site.body.id}/contacts`,
      headers,
      { name: 'Ana Pérez', phone: '+12125550180' },
    );
    const sent = await world.request<Problem>(
      'POST',
      `/api/v1/contacts/${contact.body.id}/welcome`,
      headers,
      { permission: 'spoken' },
    );
    expect(sent.body.code).toBe('brand-unpublished');
    const audit = await world.request<Schemas['AuditPage']>('GET', '/api/v1/company/audit', { cookie });
    expect(audit.body.items.find(({ action }) => action === 'company.made')).toMatchObject({
      actorKind: 'support',
      actorName: sam.name,
    });
  });

  it('what is taken is refused, and nothing of the company stays behind', async () => {
    const before = await world.database.query('select id from company');
    const key = await make({ ...wanted, sender: null });
    expect(key.body.code).toBe('brand-key-taken');
    const sender = await make({ ...wanted, brandKey: 'other-hill', sender: SENDER });
    expect(sender.body.code).toBe('sender-taken');
    const bad = await make({ name: ' ', brandKey: 'api', adminEmail: 'x', sender: 'call me' });
    expect(bad.body.errors?.map(({ field }) => field)).toEqual(['name', 'brandKey', 'sender', 'adminEmail']);
    expect(await world.database.query('select id from company')).toEqual(before);
    expect((await world.as(casey, 'POST', '/platform/companies', wanted)).status).toBe(403);
  });

  it('support sees every company, and sets a sender up for one', async () => {
    const colina = {
      name: 'Colina Alarmas',
      brandKey: 'colina',
      adminEmail: 'duena@colina.example',
      language: 'es',
    };
    const { companyId } = (await make(colina)).body;
    const mail = await world.mailTo('duena@colina.example', 'Invitación a Colina Alarmas');
    expect(mail.text).toContain('como administrador de la empresa');
    const list = async (query: string) =>
      (await world.as<Schemas['PlatformCompanyPage']>(sam, 'GET', `/platform/companies?${query}`)).body;
    expect((await list('query=colina')).items).toMatchObject([
      {
        id: companyId,
        name: 'Colina Alarmas',
        dealers: 1,
        sites: 0,
        contacts: 0,
        admins: 0,
        invited: 'duena@colina.example',
        brands: [{ brandKey: 'colina', published: false }],
        senders: [],
      },
    ]);
    expect((await list('query=%25%25')).items).toEqual([]);
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Schemas['PlatformCompanyPage'] = await list(`limit=1${cursor && `&cursor=${cursor}`}`);
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(names[0]).toBe('Colina Alarmas');
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(DEMO.company);

    const setUp = (body: unknown, id = companyId, language = 'en') =>
      world.as<Schemas['PlatformCompany'] & Problem>(sam, 'POST', `/platform/companies/${id}/senders`, body, {
        'accept-language': language,
      });
    const number = await setUp({ sender: '(415) 555-0177' });
    expect(number.status, JSON.stringify(number.body)).toBe(201);
    expect(number.body.senders).toEqual([
      { kind: 'number', value: '+14155550177', numbers: ['+14155550177'], usedBy: null },
    ]);
    const service = `MG${'0123456789abcdef'.repeat(2)}`;
    const pool = await setUp({ sender: service, numbers: ['+14155550178', '+14155550178'] });
    expect(pool.body.senders[1]).toMatchObject({ kind: 'messaging_service', numbers: ['+14155550178'] });
    const demo = (await list(`query=${encodeURIComponent(DEMO.company)}`)).items[0]!;
    expect(demo.senders.map(({ usedBy }) => usedBy)).toContain(demo.brands[0]!.name);

    const taken = await setUp({ sender: '+14155550177' }, demo.id, 'fr');
    expect(taken.body).toMatchObject({ code: 'sender-taken', title: 'Cet expéditeur est pris' });
    const bad = await setUp({ sender: 'call me', numbers: ['me too'] }, companyId, 'es');
    expect(bad.body.errors).toMatchObject([
      { field: 'sender', message: 'Desde esto no se puede enviar ningún mensaje.' },
      { field: 'numbers', accepted: 'como máximo 100 números como +14155550123' },
    ]);
    expect((await setUp({ sender: '+14155550179' }, randomUUID())).status).toBe(404);
    expect((await world.as(casey, 'GET', '/platform/companies')).status).toBe(403);
    expect((await world.as(casey, 'POST', `/platform/companies/${companyId}/senders`, {})).status).toBe(403);
    const audit = await world.database.query(
      `select actor_name, detail from audit_entry where action = 'sender.set_up' order by at`,
    );
    expect(audit).toMatchObject([
      { actor_name: sam.name, detail: { sender: '+14155550177' } },
      { actor_name: sam.name, detail: { sender: service, numbers: ['+14155550178'] } },
    ]);
  });

  const run = promisify(execFile);
  const manage = (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
    run(process.execPath, [path.join(import.meta.dirname, '../dist/manage.js'), ...args], {
      env: { ...process.env, ...world.environment },
    });

  it('the first supporter and the first company are made from a shell', async () => {
    const supporter = await manage('supporter', '--email', 'Sol@Platform.example', '--name', 'Sol');
    expect(supporter.stdout).toContain('is a supporter now');
    const token = tokenInMail(await world.mailTo('sol@platform.example', 'new Keyholder password'));
    await world.auth('/reset-password', { newPassword: 'a long password', token });
    const cookie = await world.signIn('sol@platform.example', 'a long password');
    expect((await world.request('GET', '/api/v1/support/cases', { cookie })).status).toBe(200);

    const company = ['--name', 'Shell Alarm', '--brand-key', 'shell', '--admin', 'owner@shell.example'];
    await manage('company', ...company);
    await world.mailTo('owner@shell.example', 'invited to Shell Alarm');
    await expect(manage('company', ...company)).rejects.toMatchObject({
      stderr: expect.stringContaining('has the address "shell"') as unknown,
    });
    await expect(manage('company')).rejects.toMatchObject({
      stderr: expect.stringContaining('--name is needed') as unknown,
    });
  }, 60_000);

  describe('traces', () => {
    const read = (more: NodeJS.ProcessEnv) => Settings.read({ ...world.environment, ...more }).tracing;
    const BASE = 'http://collector.example:4318';

    it.each([
      ['nowhere', {}, null],
      ['to a collector', { OTEL_EXPORTER_OTLP_ENDPOINT: BASE }, `${BASE}/v1/traces`],
      [
        'to a collector below a path',
        { OTEL_EXPORTER_OTLP_ENDPOINT: `${BASE}/otlp/` },
        `${BASE}/otlp/v1/traces`,
      ],
      [
        'to an address of their own',
        { OTEL_EXPORTER_OTLP_ENDPOINT: BASE, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://t.example/in' },
        'https://t.example/in',
      ],
      ['nowhere, switched off', { OTEL_EXPORTER_OTLP_ENDPOINT: BASE, OTEL_SDK_DISABLED: 'true' }, null],
    ])('go %s', (_, more, url) => {
      expect(read(more)?.url ?? null).toBe(url);
    });

    it.each([
      ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
      ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
      ['OTEL_TRACES_SAMPLER_ARG', '2'],
      ['OTEL_BSP_SCHEDULE_DELAY', '0'],
    ])('are refused by the name of %s: %s', (variable, wrong) => {
      expect(() => read({ [variable]: wrong })).toThrow(variable);
    });
  });

  describe('production', () => {
    const fit = (): NodeJS.ProcessEnv => ({
      ...world.environment,
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://keyholder.example.com',
      SMTP_URL: 'smtp://mail.example.com',
      TWILIO_BASE_URL: undefined,
      WEBHOOKS_TO_LOOPBACK: undefined,
    });

    it.each([
      ['KEYHOLDER_SECRET', { KEYHOLDER_SECRET: `local-${'0123456789abcdef'.repeat(3)}` }],
      ['KEYHOLDER_SECRET', { KEYHOLDER_SECRET: 'x'.repeat(40) }],
      ['PUBLIC_URL', { PUBLIC_URL: 'http://keyholder.example.com' }],
      ['SMTP_URL', { SMTP_URL: undefined }],
      ['TWILIO_BASE_URL', { TWILIO_BASE_URL: 'http://127.0.0.1:3001' }],
      ['WEBHOOKS_TO_LOOPBACK', { WEBHOOKS_TO_LOOPBACK: 'yes' }],
    ])('is refused by the name of %s: %o', (variable, wrong) => {
      expect(() => Settings.read({ ...fit(), ...wrong })).toThrow(variable);
      try {
        Settings.read({ ...fit(), ...wrong });
      } catch (error) {
        expect((error as Error).message).not.toContain('xxxx');
      }
      expect(Settings.read(fit()).production).toBe(true);
    });

    it('is refused on a database with demo accounts, or with two brands on one sender', async () => {
      const settings = Settings.read(fit());
      await expect(compose(settings)).rejects.toThrow(/demo accounts .*robin@riverside\.example/u);
      await world.database.query(`update auth."user" set email = 'x-' || email`);
      await world.database.query(
        `update brand set published_version = 1, sender_kind = 'number', sender_value = $1 where brand_key = 'hillside'`,
        [SENDER],
      );
      await expect(compose(settings)).rejects.toThrow(/Two brands text from one sender/u);
      await world.database.query(`update brand set published_version = 0 where brand_key = 'hillside'`);
      const fine = await compose(settings);
      await fine.close();
    });
  });
});
