import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SENDER, tokenIn, World } from './support/world.ts';

const MOBILE = '+12125550100';

describe('the main job over HTTP, with the sandbox as the phone network', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  it('takes a contact from created to confirmed, and the phone gets two texts', async () => {
    const check = await world.call<Schemas['PhoneCheck']>('POST', '/phone-checks', {
      phone: '(212) 555-0100',
      country: 'US',
    });
    expect(check.body).toMatchObject({
      phone: MOBILE,
      chip: { kind: 'valid_number', colour: 'green' },
      lineCheck: { lineType: 'mobile' },
    });

    const contact = await world.contact('(212) 555-0100', {
      name: 'Ana Pérez',
      title: 'Manager',
      slotNumber: 3,
    });
    expect(contact).toMatchObject({
      phone: MOBILE,
      phoneDisplay: '(212) 555-0100',
      chip: { kind: 'valid_number' },
      status: { kind: 'not_sent', colour: 'grey' },
      slotNumber: 3,
      version: 1,
    });

    const preview = await world.call<Schemas['WelcomePreview']>(
      'GET',
      `/contacts/${contact.id}/welcome/preview`,
    );
    expect(preview.body).toMatchObject({
      decision: 'hand_over',
      segments: { encoding: 'GSM-7' },
      refusal: null,
    });
    expect(preview.body.text).toContain(`${world.url}/riverside/#••••••••••••••••••••••`);

    const sent = await world.send(contact.id);
    expect(sent.status).toBe(202);
    const [text] = await world.phoneGets(MOBILE, 1);
    expect(text?.from).toBe(SENDER);
    const token = tokenIn(text!);
    expect(text?.body).toBe(
      `Riverside Alarm: Dana Ortiz named you an emergency contact for Ortiz Market. See how alarm texts work & confirm: ${world.url}/riverside/#${token} Msg frequency varies. Msg&data rates may apply. Reply HELP for help, STOP to opt out.`,
    );
    expect(preview.body.text).toBe(text?.body.replace(token, '•'.repeat(22)));

    await world.delivered(contact.id);
    const pending = await world.shows(contact.id, 'pending_confirmation');
    expect(pending.status).toMatchObject({
      colour: 'yellow',
      advice: expect.stringContaining('The text was delivered.') as string,
    });
    expect(pending.welcome.state).toBe('delivered');

    const state = await world.asPage<Schemas['WelcomeState']>(token, 'GET');
    expect(state.body).toMatchObject({ state: 'ready', firstName: 'Ana', siteLabel: 'Ortiz Market' });
    expect((await world.asPage(token, 'POST', '/opened', { pageVersion: 1, language: 'en' })).status).toBe(
      204,
    );
    expect((await world.asPage(token, 'POST', '/progress', { percent: 100 })).status).toBe(204);
    const confirmed = await world.asPage<Schemas['WelcomeState']>(token, 'POST', '/confirm', {
      pageVersion: 1,
      language: 'en',
    });
    expect(confirmed.body.state).toBe('confirmed');

    const blue = await world.shows(contact.id, 'confirmed');
    expect(blue.status).toMatchObject({
      colour: 'blue',
      advice: 'Confirmed on the welcome page, video watched.',
    });
    expect(blue.version).toBe(1);

    const again = await world.asPage<Schemas['WelcomeState']>(token, 'POST', '/confirm', {
      pageVersion: 1,
      language: 'en',
    });
    expect(again.body).toEqual(confirmed.body);
    const texts = await world.phoneGets(MOBILE, 2);
    expect(texts.map((one) => one.body)).toContain(
      "Riverside Alarm: you're set for alarm texts about Ortiz Market. Msg frequency varies. Msg&data rates may apply. HELP for help, STOP to opt out.",
    );

    const site = await world.call<Schemas['Site']>('GET', `/sites/${world.site}`);
    expect(site.body.reachability).toEqual({ reachable: 1, contacts: 1, minimum: 2, meetsMinimum: false });

    const timeline = await world.call<Schemas['Timeline']>('GET', `/contacts/${contact.id}/timeline`);
    const kinds = timeline.body.items.map((entry) => entry.kind);
    for (const kind of [
      'created',
      'permission_stated',
      'text_queued',
      'text_delivered',
      'page_opened',
      'video_watched',
      'confirmed',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(JSON.stringify(timeline.body)).not.toContain(token);

    const read = async (address: string, language: string) => {
      const answer = await world.request<unknown>('GET', `/api/v1${address}`, {
        authorization: `Bearer ${world.access.apiKey}`,
        'accept-language': language,
      });
      expect(answer.headers.get('vary')).toContain('Accept-Language');
      return { body: answer.body, language: answer.headers.get('content-language') };
    };
    const french = await read(`/contacts/${contact.id}/timeline`, 'fr-CA, en;q=0.5');
    expect(french.language).toBe('fr');
    expect((french.body as Schemas['Timeline']).items.map((entry) => entry.text)).toEqual(
      expect.arrayContaining(['Contact ajouté.', 'SMS de bienvenue remis au téléphone.']),
    );
    const spanish = await read(`/sites/${world.site}/contacts`, 'es');
    expect(spanish.language).toBe('es');
    expect(
      (spanish.body as Schemas['ContactPage']).items.find(({ id }) => id === contact.id)?.status,
    ).toMatchObject({
      text: 'Confirmado',
      advice: 'Confirmó en la página de bienvenida, con el vídeo visto.',
    });
    const refused = await world.request<Schemas['Problem']>(
      'POST',
      `/api/v1/sites/${world.site}/contacts`,
      { authorization: `Bearer ${world.access.apiKey}`, 'accept-language': 'es-MX' },
      { name: 'Ana', phone: '911' },
    );
    expect(refused.headers.get('content-language')).toBe('es');
    expect(refused.body).toMatchObject({
      title: 'Algunos campos no se pueden aceptar',
      detail: 'phone: Este es un número de emergencias.',
      errors: [{ field: 'phone', code: 'emergency', message: 'Este es un número de emergencias.' }],
    });
    await world.nothingElseWasSent(MOBILE, MOBILE);
  });
});
