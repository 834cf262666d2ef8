import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { firstAtUsualSite, sentText } from '../data-set.ts';
import type { Line } from '../figures.ts';
import { runLoad } from '../load.ts';
import { inTurns } from '../rounds.ts';

const CONNECTIONS = 32;
let used = 0;

/** As Twilio signs: the address, then every field by name. */
const signature = (token: string, url: string, fields: Readonly<Record<string, string>>): string =>
  createHmac('sha1', token)
    .update(
      Object.keys(fields)
        .toSorted()
        .reduce((text, name) => text + name + (fields[name] ?? ''), url),
    )
    .digest('base64');

/** Status callbacks of texts that the carrier has taken: verified, stored, applied. */
export async function webhooks({ surroundings, large, effort }: Context): Promise<Line[]> {
  const api = await surroundings.startApi(large.name);
  used = Math.max(used, firstAtUsualSite(large));
  const base = '/webhooks/twilio/status?attempt=';
  const count = async (): Promise<{ stored: number; applied: number }> => {
    const [row] = await surroundings.query<{ stored: number; applied: number }>(
      large.name,
      'select count(*)::int as stored, count(applied_at)::int as applied from provider_event',
    );
    return row ?? { stored: 0, applied: 0 };
  };
  const measure = async (): Promise<{ perSecond: number; stored: number }> => {
    const before = await count();
    const from = performance.now();
    const { perSecond: stored } = await runLoad({
      origin: api.url,
      connections: CONNECTIONS,
      seconds: effort.seconds,
      status: 204,
      next: () => {
        const { id, sid } = sentText(used++);
        const path = base + id;
        const fields = {
          MessageSid: sid,
          SmsSid: sid,
          MessageStatus: 'undelivered',
          ErrorCode: '30003',
          Nonce: randomBytes(8).toString('hex'),
        };
        return {
          method: 'POST',
          path,
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'x-twilio-signature': signature(surroundings.authToken, api.url + path, fields),
          },
          body: new URLSearchParams(fields).toString(),
        };
      },
    });
    for (;;) {
      const now = await count();
      if (now.applied === now.stored)
        return { perSecond: ((now.applied - before.applied) * 1000) / (performance.now() - from), stored };
      await delay(20);
    }
  };
  try {
    const { ours } = await inTurns(effort, { ours: measure });
    const figure = (name: string, values: number[], aim: number | null): Line => ({
      name,
      unit: '/s',
      ours: values,
      against: null,
      aim: aim === null ? null : { kind: 'at least', value: aim },
    });
    return [
      figure(
        'status webhooks stored and applied',
        (ours ?? []).map(({ perSecond }) => perSecond),
        1000,
      ),
      figure(
        'status webhooks answered (stored)',
        (ours ?? []).map(({ stored }) => stored),
        null,
      ),
    ];
  } finally {
    await surroundings.stop(api);
  }
}
