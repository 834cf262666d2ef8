import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { firstAtUsualSite, sentText } from '../data-set.ts';
import type { Line } from '../figures.ts';
import { runArrivals, runLoad, type Request } from '../load.ts';
import { inTurns } from '../rounds.ts';
import { quantile } from '../statistics.ts';

const CONNECTIONS = 32;
const BURST = { count: 2_000, connections: 100 };
const STEADY = { perSecond: 300 };
/** Of so many texts one does not arrive. */
const ONE_FAILS_OF = 20;
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
  /** A callback that was not sent before: that a text has arrived, or that it has not. */
  const callback = (hasArrived: (n: number) => boolean) => (): Request => {
    const n = used++;
    const { id, sid } = sentText(n);
    const path = base + id;
    const fields = {
      MessageSid: sid,
      SmsSid: sid,
      ...(hasArrived(n)
        ? { MessageStatus: 'delivered' }
        : { MessageStatus: 'undelivered', ErrorCode: '30003' }),
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
  };
  const asInLife = callback((n) => n % ONE_FAILS_OF !== 0);
  const untilApplied = async (): Promise<void> => {
    for (;;) {
      const { stored, applied } = await count();
      if (stored === applied) return;
      await delay(20);
    }
  };
  /** How long answers took, ms; every callback must have been kept. */
  const arrivals = async (many: number, perSecond: number | null): Promise<readonly number[]> => {
    const before = await count();
    const times = await runArrivals({
      origin: api.url,
      connections: BURST.connections,
      count: many,
      perSecond,
      status: 204,
      next: asInLife,
    });
    const kept = (await count()).stored - before.stored;
    if (kept !== many) throw new Error(`Of ${many} callbacks ${kept} were kept.`);
    await untilApplied();
    return times;
  };
  const measure = (next: () => Request) => async (): Promise<{ perSecond: number; stored: number }> => {
    const before = await count();
    const from = performance.now();
    const { perSecond: stored } = await runLoad({
      origin: api.url,
      connections: CONNECTIONS,
      seconds: effort.seconds,
      status: 204,
      next,
    });
    await untilApplied();
    const { applied } = await count();
    return { perSecond: ((applied - before.applied) * 1000) / (performance.now() - from), stored };
  };
  try {
    const { ours, failures } = await inTurns(effort, {
      ours: measure(asInLife),
      // A short run's data set has too few texts for both.
      ...(effort.long ? { failures: measure(callback(() => false)) } : {}),
    });
    const [burst, steady]: number[][] = [[], []];
    for (let round = 0; round < effort.rounds; round += 1) {
      burst?.push(Math.max(...(await arrivals(BURST.count, null))));
      steady?.push(quantile(await arrivals(STEADY.perSecond * effort.seconds, STEADY.perSecond), 0.99));
    }
    const latency = (name: string, values: number[] | undefined, value: number): Line => ({
      name,
      unit: 'ms',
      ours: values ?? [],
      against: null,
      aim: { kind: 'at most', value },
    });
    const figure = (name: string, values: number[], aim: number | null): Line => ({
      name,
      unit: '/s',
      ours: values,
      against: null,
      aim: aim === null ? null : { kind: 'at least', value: aim },
    });
    return [
      figure(
        `status webhooks stored and applied, one of ${ONE_FAILS_OF} undelivered`,
        (ours ?? []).map(({ perSecond }) => perSecond),
        1000,
      ),
      figure(
        'status webhooks answered (stored)',
        (ours ?? []).map(({ stored }) => stored),
        null,
      ),
      ...(failures === undefined
        ? []
        : [
            figure(
              'the same where no text has arrived, applied',
              failures.map(({ perSecond }) => perSecond),
              null,
            ),
          ]),
      latency(
        `${BURST.count.toLocaleString('en-US')} webhooks at once over ${BURST.connections} connections: the last answer`,
        burst,
        4_000,
      ),
      latency(`${STEADY.perSecond} webhooks a second: p99 of their answers`, steady, 50),
    ];
  } finally {
    await surroundings.stop(api);
  }
}
