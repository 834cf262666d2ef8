import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { changesNothing, namesField } from '../support/problems.ts';
import { World } from '../support/world.ts';

const LONG = 10_000;
const RIGHT_TO_LEFT_OVERRIDE = '\u202E';

/** What is no cell phone number of anybody, as people and programs send it. */
const PHONES: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', '   '],
  ['too short', '555-01'],
  ['one digit too few', '(212) 555-010'],
  ['one digit too many', '(212) 555-01001'],
  ['letters', 'call me'],
  ['a vanity number', '1-800-FLOWERS'],
  ['letters between the digits', '(212) 555-O1OO'],
  ['an extension', '(212) 555-0101 ext. 5'],
  ['an extension as x', '212-555-0101 x12'],
  ['an extension as in an address', 'tel:+12125550101;ext=5'],
  ['two numbers', '(212) 555-0101 / (212) 555-0102'],
  ['911', '911'],
  ['112', '112'],
  ['999', '999'],
  ['a British number as the British write it', '07400 123456'],
  ['a British number that is too short', '+44 7400 12345'],
  ['a French number that is too long', '+33 6 12 34 56 78 90'],
  ['a German number without country code', '0151 12345678'],
  ['a country code that there is not', '+999 123456789'],
  ['an area code that there is not', '(199) 555-0101'],
  ['plus signs', '++1 212 555 0101'],
  ['10,000 digits', '2'.repeat(LONG)],
  ['10,000 spaces and a digit', `${' '.repeat(LONG)}2`],
  ['emoji', '📞📞📞'],
  ['emoji between the digits', '(212) 555 📞 0101'],
  ['markup', '<script>alert(1)</script>'],
  ['an injection', "2125550101'; drop table contact; --"],
  ['a null character', '212\u0000555\u00000101\u0000\u0000'],
];

/** What no name, title or label may hold. */
const LINES: readonly (readonly [string, string])[] = [
  ['10,000 characters', 'a'.repeat(LONG)],
  ['a right-to-left override', `Ana${RIGHT_TO_LEFT_OVERRIDE}zereP`],
  ['an isolate', 'Ana\u2066Perez\u2069'],
  ['zero-width characters between the letters', 'A\u200Bn\u200Ba'],
  ['a joiner that can only hide', 'An\u200Da Perez'],
  ['a byte order mark', '\uFEFFAna'.concat('\uFEFFPerez')],
  ['a soft hyphen', 'An\u00ADa'],
  ['a heap of combining characters', `Z${'\u0335'.repeat(40)}algo`],
  ['a line break', 'Ana\nPerez'],
  ['a null character', 'Ana\u0000Perez'],
  ['an escape sequence', 'Ana\u001B[31mPerez'],
  ['half a character', 'Ana \uD83D Perez'],
  ['invisible tags', 'Ana\u{E0041}\u{E0042}'],
  ['signs only', '!!! ???'],
  ['emoji only', '🙂🙂'],
];

describe('fields that cannot be accepted are named, and nothing is stored', () => {
  let world: World;
  let dealer: Dealer;
  let kept: Schemas['Contact'];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
    kept = await world.contact('+12125550100', { slotNumber: 3, name: 'Cora Diaz' });
  });
  afterAll(() => world.stop());

  const adding = (wrong: object) =>
    world.call('POST', `/sites/${world.site}/contacts`, {
      name: 'Ben Ito',
      phone: '(212) 555-0101',
      ...wrong,
    });
  const editing = (wrong: object) => dealer.asks('PATCH', `/contacts/${kept.id}`, kept.version, wrong);
  const refused = (ask: () => ReturnType<typeof adding>, field: string, status?: number) =>
    changesNothing(world, async () => namesField(await ask(), field, status));

  const refusedAddedOrEdited = (field: string, value: unknown) =>
    changesNothing(world, async () => {
      namesField(await adding({ [field]: value }), field);
      namesField(await editing({ [field]: value }), field);
    });

  describe('a phone', () => {
    it.each(PHONES)('%s', async (_, phone) => {
      await changesNothing(world, async () => {
        namesField(await adding({ phone }), 'phone');
        namesField(await editing({ phone }), 'phone');
        namesField(await world.call('POST', '/phone-checks', { phone }), 'phone');
      });
    });

    it('already on the list, however it is written', async () => {
      for (const phone of ['(212) 555-0100', '+1 212.555.0100', '1-212-555-0100', '2125550100']) {
        await refused(() => adding({ phone }), 'phone', 409);
        const { body } = await adding({ phone });
        expect(body).toMatchObject({ conflictsWith: { contactId: kept.id, name: 'Cora Diaz' } });
      }
    });

    it('in a country that there is not', async () => {
      const phone = '(212) 555-0101';
      for (const country of ['XX', 'us', '', '🇺🇸']) {
        await refused(() => world.call('POST', '/phone-checks', { phone, country }), 'country');
      }
    });
  });

  describe('a name', () => {
    it.each<readonly [string, string]>([
      ...LINES,
      ['nothing', ''],
      ['spaces', ' \u3000\u00A0 '],
      ['characters without width', '\u200B\u200B'],
    ])('%s', (_, name) => refusedAddedOrEdited('name', name));
  });

  it.each(LINES)('a title: %s', (_, title) => refusedAddedOrEdited('title', title));

  it.each(LINES)("a site's name, label, subscriber, address and account number: %s", async (_, line) => {
    const site = { name: 'A Site', accountNumber: 'BAD-1', timeZone: 'America/Chicago' };
    await changesNothing(world, async () => {
      for (const field of ['name', 'contactLabel', 'subscriberName', 'address', 'accountNumber']) {
        namesField(await world.call('POST', '/sites', { ...site, [field]: line }), field);
      }
    });
  });

  it.each<[string, string, unknown]>([
    ['no address', 'email', 'ana'],
    ['two addresses', 'email', 'ana@example.com, ben@example.com'],
    ['an address with a name', 'email', 'Ana <ana@example.com>'],
    ['10,000 characters', 'email', `${'a'.repeat(LONG)}@example.com`],
    ['a header in it', 'email', 'ana@example.com\r\nBcc: all@example.com'],
    ['the switch on without an address', 'emailVerification', true],
    ['a switch that is a word', 'emailVerification', 'yes'],
    ['zero', 'slotNumber', 0],
    ['1000', 'slotNumber', 1000],
    ['a fraction', 'slotNumber', 1.5],
    ['words', 'slotNumber', '3'],
    ['more than there are numbers', 'slotNumber', 1e300],
    ['a language without texts', 'language', 'tlh'],
    ['a list', 'name', ['Ana']],
    ['an object', 'phone', { $ne: null }],
    ['a number', 'phone', 2_125_550_101],
    ['nothing where something is needed', 'name', null],
    ['a field that there is not', 'colour', 'red'],
    ['a field that only we write', 'id', '019ac0de-0000-7000-8000-000000000001'],
    ['a field of somebody else', 'companyId', '019ac0de-0000-7000-8000-000000000001'],
  ])('%s: %s', (_, field, value) => refusedAddedOrEdited(field, value));

  it('a slot number that is taken', async () => {
    await refused(() => adding({ slotNumber: 3 }), 'slotNumber', 409);
    const other = await world.contact('+12125550102', { slotNumber: 4 });
    const asks = () => dealer.asks('PATCH', `/contacts/${other.id}`, other.version, { slotNumber: 3 });
    await refused(asks, 'slotNumber', 409);
  });

  it('every field at once: each is named', async () => {
    const answer = await adding({ name: '', phone: '911', email: 'x', slotNumber: -1, language: '??' });
    for (const field of ['name', 'phone', 'email', 'slotNumber', 'language']) namesField(answer, field);
  });

  it('what only looks strange is kept as it was written', async () => {
    const names = ['María-José d’Ávila', '李小龍', 'محمد', 'Ngô Thị Hà', 'X Æ A-12', 'Ana 🙂', 'می‌خواهم'];
    for (const [index, name] of names.entries()) {
      const { name: stored } = await world.contact(`+1212555${String(150 + index).padStart(4, '0')}`, {
        name,
      });
      expect(stored).toBe(name.normalize('NFC'));
    }
  });
});
