import type { Context } from '../context.ts';
import type { Line } from '../figures.ts';
import { runLoad, type Request } from '../load.ts';
import { createBench, pgbenchPath } from '../pgbench.ts';
import { phoneOf, siteAt } from '../data-set.ts';
import { inTurns } from '../rounds.ts';

const CONNECTIONS = 16;
/** Far from the data set's own numbers. */
let next = 40_000_000;

/** A contact is created: contact and audit entry in one transaction, answered as it is shown. */
export async function createContact({ surroundings, large, effort }: Context): Promise<Line[]> {
  const ours = await surroundings.startApi(large.name);
  const plain = await surroundings.startPlain('server.ts', large.name);
  const { apiKey } = large;
  const request = (): Request => {
    const n = next++;
    return {
      method: 'POST',
      path: `/api/v1/sites/${siteAt(n, large)}/contacts`,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ana Ortiz', phone: phoneOf(n) }),
    };
  };
  const load = (origin: string) => async () =>
    runLoad({ origin, connections: CONNECTIONS, seconds: effort.seconds, status: 201, next: request });
  /** Their notes of changed sites are nobody's work: ours would do it in its turn. */
  const withoutNotes =
    (measure: () => Promise<{ perSecond: number }>) => async (): Promise<{ perSecond: number }> => {
      const found = await measure();
      await surroundings.query(large.name, 'delete from changed_site');
      return found;
    };
  const pgbench = await pgbenchPath();
  try {
    const found = await inTurns<{ perSecond: number }>(effort, {
      ours: load(ours.url),
      plain: withoutNotes(load(plain.url)),
      ...(pgbench === null
        ? {}
        : {
            pgbench: withoutNotes(
              await createBench(surroundings, large, pgbench, CONNECTIONS, effort.seconds),
            ),
          }),
    });
    const rates = (name: string): number[] => (found[name] ?? []).map(({ perSecond }) => perSecond);
    const figure = (against: string, name: string, value: number): Line => ({
      name: `create a contact, ${CONNECTIONS} in flight`,
      unit: '/s',
      ours: rates('ours'),
      against: { name, values: rates(against) },
      aim: { kind: 'at least', value },
    });
    return [
      figure('plain', 'Fastify + pg', 0.8),
      pgbench === null
        ? { name: 'create a contact, against pgbench', skipped: 'there is no pgbench on this machine' }
        : figure('pgbench', 'pgbench, same statements', 0.4),
    ];
  } finally {
    await surroundings.stop(ours);
    await surroundings.stop(plain);
  }
}
