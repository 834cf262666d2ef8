import type { Context, FilledDatabase } from '../context.ts';
import type { Line } from '../figures.ts';
import { runLoad, type Measured, type Request } from '../load.ts';
import { inTurns } from '../rounds.ts';

const CONNECTIONS = 16;

/** A site's fifty contacts with everything that is shown of them, out of few and out of many. */
export async function listContacts({ surroundings, small, large, effort }: Context): Promise<Line[]> {
  const ours = await surroundings.startApi(large.name);
  const oursSmall = await surroundings.startApi(small.name);
  const plain = await surroundings.startPlain('server.ts', large.name);
  const load =
    (origin: string, { largeSites, apiKey }: FilledDatabase, connections: number) =>
    async () => {
      let n = 0;
      const next = (): Request => ({
        method: 'GET',
        path: `/api/v1/sites/${largeSites[(n++ * 7) % largeSites.length]}/contacts`,
        headers: { authorization: `Bearer ${apiKey}` },
      });
      return runLoad({ origin, connections, seconds: effort.seconds, status: 200, next });
    };
  try {
    const rates = await inTurns<Measured>(effort, {
      ours: load(ours.url, large, CONNECTIONS),
      plain: load(plain.url, large, CONNECTIONS),
    });
    // One at a time: what a person waits for, not how the machine shares itself.
    const sizes = await inTurns<Measured>(effort, {
      large: load(ours.url, large, 1),
      small: load(oursSmall.url, small, 1),
    });
    const of = (values: readonly Measured[] | undefined, what: keyof Measured): number[] =>
      (values ?? []).map((value) => value[what]);
    const count = (database: FilledDatabase): string => database.contacts.toLocaleString('en-US');
    return [
      {
        name: `list a site's 50 contacts out of ${count(large)}, ${CONNECTIONS} in flight`,
        unit: '/s',
        ours: of(rates['ours'], 'perSecond'),
        against: { name: 'Fastify + pg', values: of(rates['plain'], 'perSecond') },
        aim: { kind: 'at least', value: 0.9 },
      },
      {
        name: `the same, one at a time, out of ${count(large)}: p50`,
        unit: 'ms',
        ours: of(sizes['large'], 'p50'),
        against: { name: `itself, out of ${count(small)}`, values: of(sizes['small'], 'p50') },
        aim: { kind: 'at most', value: 1.2 },
      },
    ];
  } finally {
    for (const running of [ours, oursSmall, plain]) await surroundings.stop(running);
  }
}
