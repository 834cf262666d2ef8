import { magicNumber } from '@keyholder/twilio-sandbox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { World } from '../support/world.ts';

describe('figures for whoever runs this', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ metrics: true });
  });
  afterAll(() => world.stop());

  const figures = async (): Promise<Map<string, number>> => {
    const { host, port } = world.settings.metrics!;
    const text = await (await fetch(`http://${host}:${port}/metrics`)).text();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => {
        const at = line.lastIndexOf(' ');
        return [
          line
            .slice(0, at)
            .replace(/,?otel_scope[a-z_]*="[^"]*"/gu, '')
            .replace('{,', '{'),
          Number(line.slice(at + 1)),
        ];
      }),
    );
  };
  const named = (all: Map<string, number>, name: string, label = ''): number =>
    [...all].find(([key]) => key.startsWith(name) && key.includes(label))?.[1] ?? 0;

  it('count hand-overs, failures by reason and how late webhooks are applied; what waits is asked when it is fetched', async () => {
    const good = await world.contact('+12125550180');
    await world.send(good.id);
    await world.delivered(good.id);
    const bad = await world.contact(magicNumber('unreachableHandset'));
    await world.send(bad.id);
    await world.shows(bad.id, 'send_error');
    const lost = '+12125550181';
    await world.sandbox.play(lost, { send: { kind: 'lose', how: 'serverError', accepted: false } });
    const unsure = await world.contact(lost);
    await world.send(unsure.id);
    await vi.waitFor(
      async () => {
        const now = await figures();
        expect(named(now, 'keyholder_text_hand_overs', 'accepted')).toBe(2);
        expect(named(now, 'keyholder_text_hand_overs', 'unknown')).toBe(1);
        expect(named(now, 'keyholder_text_failures', 'unreachable')).toBe(1);
        expect(named(now, 'keyholder_webhook_lag_seconds_count', 'status')).toBe(4);
        expect(named(now, 'keyholder_texts_uncertain')).toBe(1);
        expect(named(now, 'keyholder_texts_waiting')).toBe(0);
      },
      { timeout: 20_000, interval: 50 },
    );

    const refused = '+12125550182';
    await world.sandbox.play(refused, { send: { kind: 'refuse', code: 20003 } });
    const held = await world.contact(refused);
    await world.send(held.id);
    await world.shows(held.id, 'held');
    const stopped = await figures();
    expect(named(stopped, 'keyholder_brand_queues_stopped', 'cause="credentials"')).toBe(1);
    expect(named(stopped, 'keyholder_brand_queues_stopped', 'cause="provider_down"')).toBe(0);
    expect(named(stopped, 'keyholder_texts_held')).toBe(1);
    // Neither numbers nor names nor tenants leave by this door.
    const all = [...stopped.keys()].join('\n');
    expect(all).not.toMatch(/\+?1?212555|Ana|company|dealer|019ac/u);
  });

  it('are not served where the public is', async () => {
    expect((await world.request('GET', '/metrics', {})).status).toBe(404);
  });
});
