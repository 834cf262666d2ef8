import { magicNumber, magicNumbers } from '@keyholder/twilio-sandbox';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OUTCOMES, STOPPING, UNTOLD, type Outcome, type Shown } from './support/outcomes.ts';
import { SENDER, tokenIn, World } from './support/world.ts';

describe('every outcome that the sandbox plays', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ providerTimeoutMs: 700 });
    // "Late" is forty times this.
    await world.sandbox.set({ latencyMs: 5 });
  });
  afterAll(() => world.stop());

  const isShown = async (id: string, number: string, expected: Shown): Promise<void> => {
    await vi.waitFor(
      async () => {
        const contact = await world.contactNow(id);
        const { kind, colour, text, advice } = contact.status;
        expect({ kind, colour, text, advice }).toEqual(expected.status);
        expect(contact.chip.kind).toBe(expected.chip);
        expect(contact.welcome.providerCode).toBe(expected.code ?? null);
      },
      { timeout: 10_000, interval: 30 },
    );
    const texts = await world.sandbox.textsTo(number);
    expect(texts).toHaveLength(expected.texts);
    for (const text of texts) {
      expect(text.from).toBe(SENDER);
      expect(text.body).toContain('See how alarm texts work & confirm');
      tokenIn(text);
    }
  };

  const play = async (name: string, { validated, sent, sentAnyway }: Outcome): Promise<void> => {
    const number = magicNumber(name);
    const contact = await world.contact(number, { name: 'Ana Pérez' });
    expect(contact.chip).toMatchObject({ kind: 'not_checked', colour: 'grey' });
    for (const chip of validated) {
      const check = await world.call<Schemas['PhoneCheck']>('POST', `/contacts/${contact.id}/validation`);
      expect(check.status).toBe(200);
      expect((await world.contactNow(contact.id)).chip.kind).toBe(chip);
    }
    expect((await world.send(contact.id)).status).toBe(202);
    await isShown(contact.id, number, sent);
    if (sentAnyway === undefined) return;
    expect((await world.send(contact.id, { sendAnyway: true })).status).toBe(202);
    await isShown(contact.id, number, sentAnyway);
  };

  it('has a row here for each row of the table', () => {
    const covered = [...Object.keys(OUTCOMES), ...Object.keys(UNTOLD), ...STOPPING];
    expect(covered.toSorted()).toEqual(magicNumbers.map((row) => row.name).toSorted());
  });

  it.concurrent.each(Object.entries(OUTCOMES))('%s', (name, outcome) => play(name, outcome), 20_000);

  it('and nothing else was sent', async () => {
    const expected = Object.entries(OUTCOMES).flatMap(([name, { sent, sentAnyway }]) =>
      (sentAnyway ?? sent).texts === 1 ? [magicNumber(name)] : [],
    );
    await world.nothingElseWasSent(...expected);
  });
});
