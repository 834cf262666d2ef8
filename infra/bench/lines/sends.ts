import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import type { Line } from '../figures.ts';
import { firstAtUsualSite, unconfirmedContact } from '../data-set.ts';
import type { Request } from '../load.ts';
import { inTurns } from '../rounds.ts';
import { quantile } from '../statistics.ts';
import type { Running } from '../surroundings.ts';

const IN_FLIGHT = 20;
const ANSWER_AFTER_MS = 60;
const TEXTS_A_SECOND = 300;
/** A program that has just been started is slow at first; a queue that long is worked off by one that was. */
const WARM_UP = 1 / 3;

/** Each contact that has not confirmed is texted once; the next line goes on where this one has stopped. */
let used = 0;

/** How fast texts leave: a queued backlog beside the SDK alone, and one text after the other from commit to request. */
export async function sends(context: Context): Promise<Line[]> {
  const { surroundings, large, effort } = context;
  const { provider } = surroundings;
  const perRound = Math.round(effort.seconds * TEXTS_A_SECOND);
  used = Math.max(used, firstAtUsualSite(large));
  const api = await surroundings.startApi(large.name, { ROLES: 'api' });
  const { apiKey } = large;
  const send = (contactId: string): Request => ({
    method: 'POST',
    path: `/api/v1/contacts/${contactId}/welcome`,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: '{"permission":"spoken"}',
  });
  const queue = (count: number): Promise<void> =>
    eachOnce(
      api,
      Array.from({ length: count }, () => send(unconfirmedContact(used++))),
    );

  /** Requests that arrived since, a second, once the program that sends them is warm. */
  const rateOf = async (
    from: number,
    count: number,
    running: Running | null,
  ): Promise<{ perSecond: number }> => {
    while (provider.requests.length - from < count) {
      await delay(20);
      if (running !== null && !running.child.isRunning) throw new Error('The program has ended too early.');
    }
    const times = provider.requests.slice(from, from + count).map(({ at }) => at);
    const warm = times.toSorted((a, b) => a - b).slice(Math.round(count * WARM_UP));
    return {
      perSecond: ((warm.length - 1) * 1000) / ((warm.at(-1) ?? Number.NaN) - (warm[0] ?? Number.NaN)),
    };
  };
  const ours = async () => {
    await queue(perRound);
    const from = provider.requests.length;
    const worker = await surroundings.startApi(large.name, { ROLES: 'worker' });
    const rate = await rateOf(from, perRound, worker);
    await surroundings.stop(worker);
    return rate;
  };
  const sdk = async () => {
    const from = provider.requests.length;
    const done = surroundings.runPlain('sdk-loop.ts', large.name, {
      TEXTS: String(perRound),
      IN_FLIGHT: String(IN_FLIGHT),
    });
    const rate = await rateOf(from, perRound, null);
    await done;
    return rate;
  };
  const compare = async (name: string, answerAfterMs: number, aim: number | null): Promise<Line> => {
    provider.answerAfterMs = answerAfterMs;
    const found = await inTurns(effort, { ours, sdk });
    provider.answerAfterMs = 0;
    const rates = (who: string): number[] => (found[who] ?? []).map(({ perSecond }) => perSecond);
    return {
      name,
      unit: '/s',
      ours: rates('ours'),
      against: { name: 'Twilio SDK in a loop', values: rates('sdk') },
      aim: aim === null ? null : { kind: 'at least', value: aim },
    };
  };
  try {
    return [
      await compare(
        `texts sent, ${IN_FLIGHT} in flight, answered after ${ANSWER_AFTER_MS} ms`,
        ANSWER_AFTER_MS,
        0.95,
      ),
      await compare(`texts sent, ${IN_FLIGHT} in flight, answered at once`, 0, null),
      ...(await commitToRequest(context, send)),
    ];
  } finally {
    await surroundings.stop(api);
  }
}

const eachOnce = async (api: Running, requests: Request[]): Promise<void> => {
  const rest = requests.values();
  let left = requests.length;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (left > 0) {
        left -= 1;
        const { value } = rest.next();
        if (value === undefined) return;
        const { method, path, headers, body } = value;
        const answer = await fetch(api.url + path, {
          method,
          headers,
          ...(body === undefined ? {} : { body }),
        });
        const text = await answer.text();
        if (answer.status !== 202) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
      }
    }),
  );
};

/** One press of Send after the other, in one process with every role: when it was committed, when Twilio was asked. */
async function commitToRequest(
  { surroundings, large, effort }: Context,
  send: (contactId: string) => Request,
): Promise<Line[]> {
  const { provider } = surroundings;
  const all = await surroundings.startApi(large.name);
  const perRound = Math.round(effort.seconds * 10);
  const rounds: number[][] = [];
  try {
    for (let round = 0; round <= effort.rounds; round++) {
      const times: number[] = [];
      for (let n = 0; n < perRound; n++) {
        const contactId = unconfirmedContact(used++);
        const from = provider.requests.length;
        await eachOnce(all, [send(contactId)]);
        while (provider.requests.length === from) await delay(1);
        const [commit] = await surroundings.query<{ at: number }>(
          large.name,
          `select extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at from audit_entry
           where contact_id = $1 and action = 'welcome.requested' order by at desc limit 1`,
          [contactId],
        );
        times.push((provider.requests[from]?.at ?? Number.NaN) - (commit?.at ?? Number.NaN));
      }
      // The first round warms up.
      if (round > 0) rounds.push(times);
    }
  } finally {
    await surroundings.stop(all);
  }
  const figure = (share: number, value: number): Line => ({
    name: `commit of a send → request at Twilio, p${share * 100}`,
    unit: 'ms',
    ours: rounds.map((times) => quantile(times, share)),
    against: null,
    aim: { kind: 'at most', value },
  });
  return [figure(0.5, 5), figure(0.99, 30)];
}
