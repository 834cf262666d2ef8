import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { phoneOf } from '../data-set.ts';
import type { Line } from '../figures.ts';

const ROWS = 10_000;
const ROWS_AT_ONCE = 250;
/** A dealer's list: ten contacts to a site, by sites. */
const CONTACTS_PER_SITE = 10;

/** Far from the data set's own numbers, and from those of contacts that other lines create. */
let next = 60_000_000;

/** A file of contacts at sites that are not there yet: given, checked row by row, written. */
export async function importContacts({ surroundings, large, effort }: Context): Promise<Line[]> {
  const api = await surroundings.startApi(large.name);
  const call = async <T>(method: string, address: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${api.url}/api/v1${address}`, {
      method,
      headers: {
        authorization: `Bearer ${large.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text.slice(0, 500)}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  const once = async (): Promise<number> => {
    const first = next;
    next += ROWS;
    const rows = Array.from({ length: ROWS }, (_, n) => {
      const account = `IMPORT-${first + Math.floor(n / CONTACTS_PER_SITE)}`;
      return [
        account,
        `Import ${account}`,
        `Ana Ortiz ${n}`,
        phoneOf(first + n),
        String(1 + (n % CONTACTS_PER_SITE)),
      ];
    });
    const from = performance.now();
    const { id, mapping } = await call<{ id: string; mapping: object }>('POST', '/imports', {
      fileName: 'contacts.csv',
      columns: ['Account number', 'Site name', 'Contact name', 'Cell phone', 'Slot'],
    });
    for (let at = 0; at < ROWS; at += ROWS_AT_ONCE) {
      const body = { first: at + 1, rows: rows.slice(at, at + ROWS_AT_ONCE) };
      await call('PUT', `/imports/${id}/rows`, body);
    }
    await call('PUT', `/imports/${id}/columns`, {
      mapping,
      defaults: { country: 'US', timeZone: 'America/Chicago' },
    });
    await call('POST', `/bulk-runs/${id}/start`);
    for (;;) {
      const run = await call<{ state: string; counts: { done: number; failed: number } }>(
        'GET',
        `/bulk-runs/${id}`,
      );
      if (run.state === 'done') {
        if (run.counts.done !== ROWS) throw new Error(`Of ${ROWS} rows ${run.counts.done} were written.`);
        return (performance.now() - from) / 1000;
      }
      await delay(20);
    }
  };
  try {
    const seconds: number[] = [];
    for (let round = 0; round < (effort.long ? 3 : 1); round += 1) seconds.push(await once());
    return [
      {
        name: `import of ${ROWS.toLocaleString('en-US')} contacts at new sites, every row checked`,
        unit: 's',
        ours: seconds,
        against: null,
        aim: { kind: 'at most', value: 10 },
      },
    ];
  } finally {
    await surroundings.stop(api);
  }
}
