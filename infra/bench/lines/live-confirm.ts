import type { Context } from '../context.ts';
import { tokenOf, unconfirmedContact } from '../data-set.ts';
import type { Line } from '../figures.ts';
import { quantile } from '../statistics.ts';

/** From the press of Confirm on the phone until the portal has the contact as confirmed: told, fetched again. */
export async function liveConfirm({ surroundings, large, effort }: Context): Promise<Line[]> {
  const api = await surroundings.startApi(large.name);
  const authorization = `Bearer ${large.apiKey}`;
  const stop = new AbortController();
  const waiting = new Map<string, () => void>();
  const stream = await fetch(`${api.url}/api/v1/events`, {
    headers: { authorization, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  const hear = async (): Promise<void> => {
    for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      for (const [, id = ''] of chunk.matchAll(/"contactId":"([^"]+)"/gu)) waiting.get(id)?.();
    }
  };
  const hearing = hear().catch(() => undefined);
  const perRound = Math.round(effort.seconds * 15);
  const rounds: number[][] = [];
  try {
    // From the end of the data set: its beginning is where texts are sent.
    let n = Math.floor(large.contacts / 3) - 1;
    for (let round = 0; round <= effort.rounds; round++) {
      const times: number[] = [];
      for (let one = 0; one < perRound; one++, n--) {
        const id = unconfirmedContact(n);
        const told = new Promise<void>((resolve) => waiting.set(id, resolve));
        const from = performance.now();
        const confirmed = await fetch(`${api.url}/api/welcome/confirm`, {
          method: 'POST',
          headers: { authorization: `Bearer ${tokenOf(n)}`, 'content-type': 'application/json' },
          body: '{"pageVersion":1,"language":"en"}',
        });
        if (!confirmed.ok) throw new Error(`confirm: ${confirmed.status} ${await confirmed.text()}`);
        await told;
        const shown = await fetch(`${api.url}/api/v1/contacts/${id}`, { headers: { authorization } });
        const { status } = (await shown.json()) as { status: { colour: string } };
        if (status.colour !== 'blue') throw new Error('The portal was told, and shows no blue.');
        times.push(performance.now() - from);
        waiting.delete(id);
        await confirmed.body?.cancel();
      }
      if (round > 0) rounds.push(times);
    }
  } finally {
    stop.abort();
    await hearing;
    await surroundings.stop(api);
  }
  return [
    {
      name: 'Confirm → the portal shows blue, p95',
      unit: 'ms',
      ours: rounds.map((times) => quantile(times, 0.95)),
      against: null,
      aim: { kind: 'at most', value: 100 },
    },
  ];
}
