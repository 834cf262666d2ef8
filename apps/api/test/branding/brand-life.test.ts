import { request } from 'node:http';
import type { Schemas } from '@keyholder/api-client';
import { SandboxControl } from '@keyholder/twilio-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpSender } from '../../src/adapters/postgres/company-senders.ts';
import { openAsApp } from '../../src/adapters/postgres/connection.ts';
import { DEMO } from '../../src/demo/demo-company.ts';
import { addCompany, addContact, addSite, everything } from '../support/tenants.ts';
import { SECOND_SENDER, tokenIn, World } from '../support/world.ts';
import { Studio } from './studio.ts';

type Brand = Schemas['Brand'];
type Problem = Schemas['Problem'];

describe('a brand, from nothing to published and back', () => {
  let world: World;
  let studio: Studio;
  beforeAll(async () => {
    world = await World.start();
    studio = new Studio(world);
  });
  afterAll(() => world.stop());

  it('the demo brand is published, with nothing red', async () => {
    const brand = await studio.brand();
    expect(brand).toMatchObject({ brandKey: 'riverside', publishedVersion: 1, unpublished: [] });
    expect(brand.findings.filter(({ level }) => level === 'red')).toEqual([]);
    const list = await studio.ask<Schemas['BrandList']>('GET', '/brands');
    expect(list.body.items).toMatchObject([
      { name: 'Riverside Alarm', dealers: [{ name: DEMO.dealer }, { name: DEMO.otherDealer.name }] },
    ]);
  });

  it('a new brand is seen by nobody, says what it lacks, and is live within a moment of being published', async () => {
    const fresh = await studio.create('Sécurité Éclair');
    expect(fresh).toMatchObject({ brandKey: 'securite-eclair', publishedVersion: 0, unpublished: null });
    const early = await studio.publishAnswer<Problem>(fresh.id);
    expect(early.status).toBe(409);
    expect(early.body.code).toBe('preflight-failed');
    expect(early.body.errors!.map(({ field }) => field)).toEqual(['logoLight', 'phone', 'sender']);
    expect((await studio.page('/securite-eclair/')).status).toBe(404);
    const inFrench = { 'accept-language': 'fr-CA', 'if-match': `"${fresh.version}"` };
    const read = await studio.ask<Schemas['Brand']>('GET', `/brands/${fresh.id}`, undefined, inFrench);
    expect(read.body.findings.find(({ code }) => code === 'logo_missing')).toMatchObject({
      message: 'Il n’y a pas encore de logo.',
      action: 'Envoyez votre logo.',
    });
    const refused = await studio.ask<Problem>('POST', `/brands/${fresh.id}/publish`, undefined, inFrench);
    expect(refused.body).toMatchObject({
      code: 'preflight-failed',
      title: 'Quelque chose empêche de publier',
    });
    expect(refused.body.errors![0]).toMatchObject({ message: 'Il n’y a pas encore de logo.' });

    await studio.ready(fresh.id);
    const published = await studio.publish(fresh.id);
    expect(published).toMatchObject({ publishedVersion: 1, liveVersion: 1, unpublished: [] });
    for (const address of ['/', '/en/', '/es/', '/fr/', '/ar/', '/ar/privacy/']) {
      const page = await studio.page(`/securite-eclair${address}`);
      expect(page.status, address).toBe(200);
      expect(page.body, address).toContain('Sécurité Éclair');
    }
    const card = await studio.page('/securite-eclair/contact.vcf');
    expect(card.headers.get('content-type')).toMatch(/^text\/vcard/u);
    expect(card.body).toContain(`TEL;TYPE=CELL:${DEMO.brand.spareSender}`);
    const logo = /src="(\/assets\/c\/[^"]+)"/u.exec((await studio.page('/securite-eclair/')).body)![1]!;
    const picture = await fetch(world.url + logo);
    expect(picture.headers.get('content-type')).toBe('image/webp');
    expect(picture.headers.get('cache-control')).toContain('immutable');
  });

  it('publishing what is published changes nothing', async () => {
    const { publishedVersion } = await studio.brand();
    expect((await studio.publishAnswer()).body.publishedVersion).toBe(publishedVersion);
  });

  it('two people editing: the second is told who changed what, and neither edit is lost', async () => {
    const { version, draft } = await studio.brand();
    expect((await studio.editAt(version, { website: 'https://first.example' })).status).toBe(200);
    const second = await studio.editAt<Problem>(version, { colour: '#112233' });
    expect(second.status).toBe(412);
    expect(second.body.editedSince).toMatchObject([{ by: 'Casey Morgan', fields: ['website'] }]);
    const again = await studio.editAt(version + 1, { colour: '#112233' });
    expect(again.body.draft).toMatchObject({ website: 'https://first.example', colour: '#112233' });
    expect(again.body.unpublished).toEqual(['colour', 'website']);
    expect((await studio.editAt(version, {})).status).toBe(412);
    expect((await studio.ask('PATCH', `/brands/${DEMO.brandId}/draft`, {})).status).toBe(428);
    await studio.edit({ website: draft.website, colour: draft.colour });
  });

  it('bad input is refused by field and keeps the draft', async () => {
    const before = await studio.brand();
    const answer = await studio.editAt<Problem>(before.version, {
      colour: 'red',
      logoLight: 'a'.repeat(32),
      languages: { en: { texts: { welcome: '{{secret}}' } } },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors!.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'languages.en.texts.welcome unknown_variable',
      'colour not_a_colour',
    ]);
    const gone = await studio.editAt<Problem>(before.version, { logoLight: 'a'.repeat(32) });
    expect(gone.body.errors).toMatchObject([{ field: 'logoLight', code: 'no_such_file' }]);
    expect(await studio.brand()).toEqual(before);
  });

  it('a welcome text without STOP is kept in the draft, and cannot be published', async () => {
    const edited = await studio.edit({ languages: { en: { texts: { welcome: '{{brand}} {{link}}' } } } });
    expect(edited.findings).toContainEqual(
      expect.objectContaining({ level: 'red', code: 'part_missing', field: 'languages.en.texts.welcome' }),
    );
    expect((await studio.publishAnswer()).status).toBe(409);
    await studio.edit({ languages: { en: { texts: { welcome: null } } } });
  });

  it('a new version is what the next text says and the page shows; an old link goes on working', async () => {
    const contact = await world.contact('+12125550161');
    await world.send(contact.id);
    const [first] = await world.phoneGets(contact.phone, 1);
    const before = await studio.brand();
    await studio.edit({
      languages: {
        en: { heading: '{{brand}} says hello' },
        es: null,
      },
    });
    const { publishedVersion } = await studio.publish();
    expect(publishedVersion).toBe(before.publishedVersion + 1);
    expect((await studio.page('/riverside/en/')).body).toContain('Riverside Alarm says hello');
    // Somebody kept the address of the language that is gone.
    expect((await studio.page('/riverside/es/')).body).toContain('lang="en"');
    expect((await world.asPage(tokenIn(first!), 'GET')).status).toBe(200);

    const versions = await studio.ask<Schemas['BrandVersionList']>('GET', `/brands/${DEMO.brandId}/versions`);
    expect(versions.body.items[0]).toMatchObject({ version: publishedVersion, publishedBy: 'Casey Morgan' });
    const back = await studio.ask<Brand>(
      'POST',
      `/brands/${DEMO.brandId}/versions/${before.publishedVersion}/publish`,
    );
    expect(back.status, JSON.stringify(back.body)).toBe(200);
    await studio.live(DEMO.brandId, publishedVersion + 1);
    expect((await studio.page('/riverside/en/')).body).not.toContain('says hello');
    expect((await studio.page('/riverside/es/')).body).toContain('lang="es"');
    // What was edited is still there to be mended.
    const after = await studio.brand();
    expect(after.unpublished).toEqual(expect.arrayContaining(['languages.en.heading', 'languages.es']));
    const history = await studio.ask<Schemas['BrandVersionList']>('GET', `/brands/${DEMO.brandId}/versions`);
    expect(history.body.items[0]).toMatchObject({ rolledBackTo: before.publishedVersion });
    expect((await world.asPage(tokenIn(first!), 'GET')).status).toBe(200);
    const never = await studio.ask<Problem>('POST', `/brands/${DEMO.brandId}/versions/99/publish`);
    expect(never.status).toBe(404);
  });

  it('a changed address: new links have the new one, old links work, nobody else can take the old one', async () => {
    const contact = await world.contact('+12125550162');
    await world.send(contact.id);
    const [old] = await world.phoneGets(contact.phone, 1);
    const { id } = await studio.brand();
    const changed = await studio.ask<Brand>('PUT', `/brands/${id}/key`, { brandKey: 'river' });
    expect(changed.body.brandKey).toBe('river');
    await expect.poll(async () => (await studio.page('/river/en/')).status, { timeout: 20_000 }).toBe(200);
    const linked = new URL(/https?:\/\/\S+/u.exec(old!.body)![0]);
    expect(linked.pathname).toBe('/riverside/');
    expect((await studio.page(linked.pathname)).body).toContain('Riverside Alarm');
    const other = await world.contact('+12125550163');
    await world.send(other.id);
    const [fresh] = await world.phoneGets(other.phone, 1);
    expect(fresh!.body).toContain('/river/#');
    const taken = await studio.ask<Problem>('POST', '/brands', { name: 'Other', brandKey: 'riverside' });
    expect(taken.status).toBe(409);
    expect(taken.body.code).toBe('brand-key-taken');
    const bad = await studio.ask<Problem>('PUT', `/brands/${id}/key`, { brandKey: 'API' });
    expect(bad.body.errors).toMatchObject([{ field: 'brandKey', code: 'not_a_key' }]);
    expect((await studio.ask('PUT', `/brands/${id}/key`, { brandKey: 'riverside' })).status).toBe(200);
  });

  it('a dealer gets another brand: its texts carry it, and who stopped the old one is not texted', async () => {
    const list = await studio.ask<Schemas['BrandList']>('GET', '/brands');
    const other = list.body.items.find(({ brandKey }) => brandKey === 'securite-eclair')!;
    const stopped = await world.contact('+12125550164');
    await world.send(stopped.id);
    const [text] = await world.phoneGets(stopped.phone, 1);
    await world.delivered(stopped.id);
    await world.sandbox.reply(stopped.phone, text!.from, 'STOP');
    await world.shows(stopped.id, 'opted_out');
    const assign = (brandId: string) => studio.ask('PUT', `/dealers/${DEMO.dealerId}/brand`, { brandId });
    expect((await assign(other.id)).status).toBe(204);
    await world.shows(stopped.id, 'opted_out');
    const fresh = await world.contact('+12125550165');
    const preview = await world.call<Schemas['WelcomePreview']>(
      'GET',
      `/contacts/${fresh.id}/welcome/preview`,
    );
    expect(preview.body.text).toContain('Sécurité Éclair');
    const draft = await studio.create('Not yet');
    const early = await assign(draft.id);
    expect(early.status).toBe(409);
    expect((early.body as Problem).code).toBe('never-published');
    expect((await assign(DEMO.brandId)).status).toBe(204);
  });

  it('another reminder is that of its dealers, but for one that has set its own', async () => {
    const { query } = world.database;
    await query('update dealer set reminder_after_days = 7 where id = $1', [DEMO.otherDealer.id]);
    await studio.edit({ reminderDays: 5 });
    await studio.publish();
    const days = async () =>
      query<{ days: number }>(
        'select reminder_after_days as days from dealer where id = any ($1) order by reminder_after_days',
        [[DEMO.dealerId, DEMO.otherDealer.id]],
      );
    expect(await days()).toEqual([{ days: 5 }, { days: 7 }]);
    await studio.edit({ reminderDays: 3, languages: { es: {} } });
    await studio.publish();
    expect(await days()).toEqual([{ days: 3 }, { days: 7 }]);
  });

  it('a film of two gigabytes is refused at its announcement; a hostile or foreign file by name', async () => {
    const cookie = await world.sessionOf(studio.email);
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const headers = {
        cookie,
        origin: world.url,
        'content-type': 'application/octet-stream',
        'content-length': 2_000_000_000,
      };
      const sending = request(
        `${world.url}/api/v1/brand-files?kind=video`,
        { method: 'POST', headers },
        (got) => {
          let body = '';
          got.on('data', (chunk: Buffer) => (body += chunk.toString()));
          got.on('end', () => {
            sending.destroy();
            resolve({ status: got.statusCode ?? 0, body });
          });
        },
      );
      sending.on('error', reject);
      sending.write(Buffer.alloc(65_536));
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({
      code: 'file-refused',
      errors: [{ field: 'file', code: 'too_large' }],
    });
    const html = await studio.upload<Problem>('logo', Buffer.from('<html>'));
    expect([html.status, html.body.errors![0]!.code]).toEqual([422, 'not_usable']);
    const unknown = await studio.upload<Problem>('font', Buffer.from('x'));
    expect(unknown.body.errors).toMatchObject([{ field: 'kind' }]);
    const multipart = await studio.ask<Problem>('POST', '/brand-files?kind=logo', { file: 'x' });
    expect(multipart.status).toBe(422);
  });

  it('two brands never share a sender', async () => {
    const brand = await studio.create('Freeloader');
    const { senders } = await studio.brand(brand.id);
    const used = senders.find(({ usedBy }) => usedBy?.brandId === DEMO.brandId)!;
    await studio.edit(
      { phone: '+12125550188', logoLight: await studio.logo(), sender: used.sender },
      brand.id,
    );
    const answer = await studio.publishAnswer<Problem>(brand.id);
    expect(answer.body.errors).toMatchObject([{ field: 'sender', code: 'sender_taken' }]);
    const stolen = { kind: 'number', e164: SECOND_SENDER } as const;
    await studio.edit({ sender: stolen }, brand.id);
    const theirs = await studio.publishAnswer<Problem>(brand.id);
    expect(theirs.body.errors).toMatchObject([{ field: 'sender', code: 'sender_unknown' }]);
  });

  describe('somebody else', () => {
    it('a dealer’s people and keys reach none of it', async () => {
      const robin = new Studio(world, DEMO.people.robin.email);
      expect((await robin.ask('GET', '/brands')).status).toBe(403);
      expect((await robin.upload('logo', Buffer.from('x'))).status).toBe(403);
      expect((await world.call('GET', `/brands/${DEMO.brandId}`)).status).toBe(403);
    });

    it('another company’s brands, versions, files and dealers are not there', async () => {
      const stranger = await addCompany(world, SECOND_SENDER);
      await addContact(world, stranger, await addSite(world, stranger), '+12125550166');
      await world.listsHaveCaughtUp();
      const before = await everything(world);
      const { version } = await studio.brand();
      const match = { 'if-match': `"${version}"` };
      const answers = await Promise.all([
        studio.ask('GET', `/brands/${stranger.brandId}`),
        studio.ask('GET', `/brands/${stranger.brandId}/versions`),
        studio.ask('PATCH', `/brands/${stranger.brandId}/draft`, { name: 'Mine' }, match),
        studio.ask('POST', `/brands/${stranger.brandId}/publish`, undefined, match),
        studio.ask('POST', `/brands/${stranger.brandId}/preview`),
        studio.ask('POST', `/brands/${stranger.brandId}/link-host-check`),
        studio.ask('PUT', `/brands/${stranger.brandId}/key`, { brandKey: 'mine' }),
        studio.ask('PUT', `/dealers/${stranger.dealerId}/brand`, { brandId: DEMO.brandId }),
        studio.ask('PUT', `/dealers/${DEMO.dealerId}/brand`, { brandId: stranger.brandId }),
        studio.ask('GET', `/brand-files/${'0'.repeat(32)}.webp`),
        studio.ask('GET', `/brand-files/..%2f..%2fpages%2findex.html`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      const after = await everything(world);
      expect({ ...after, 'auth.session': [] }).toEqual({ ...before, 'auth.session': [] });
    });
  });

  it('a reply to a sender that the brand no longer uses still finds it', async () => {
    const brand = await studio.brand();
    const contact = await world.contact('+12125550167');
    await world.send(contact.id);
    const [text] = await world.phoneGets(contact.phone, 1);
    await world.delivered(contact.id);
    const sender = { kind: 'number', e164: '+12125550195' } as const;
    const orm = await openAsApp(world.settings.databaseUrl);
    const setUp = (companyId: string) => setUpSender(orm, companyId, sender, [sender.e164], new Date());
    expect([await setUp(DEMO.companyId), await setUp(DEMO.companyId)]).toEqual([true, false]);
    await orm.close(true);
    await studio.edit({ sender, languages: { es: {} } });
    await studio.publish(brand.id);
    await new SandboxControl(world.settings.twilio.baseUrl!).reply(contact.phone, text!.from, 'STOP');
    await world.shows(contact.id, 'opted_out');
  });
});
