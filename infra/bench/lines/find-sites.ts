import type { Context } from '../context.ts';
import type { Line } from '../figures.ts';
import { runLoad } from '../load.ts';
import { inTurns } from '../rounds.ts';

/** Typed letter by letter, as people do: names, account numbers, people, phone numbers, what nobody is called. */
const TYPED = [
  'ortiz market',
  'müller bakery',
  'bn-00047',
  'dana patel',
  '212 200 01',
  '+1 (212) 20',
  'nobody at all',
  'x',
];
const PREFIXES = TYPED.flatMap((typed) => Array.from(typed, (_, index) => typed.slice(0, index + 1)));

/** The worklist, and sites as one types, among all sites of a dealer. */
export async function findSites({ surroundings, large, effort }: Context): Promise<Line[]> {
  const api = await surroundings.startApi(large.name);
  const load = (paths: readonly string[]) => async () => {
    let n = 0;
    return runLoad({
      origin: api.url,
      connections: 1,
      seconds: effort.seconds,
      status: 200,
      next: () => ({
        method: 'GET',
        path: `/api/v1${paths[n++ % paths.length]}`,
        headers: { authorization: `Bearer ${large.apiKey}` },
      }),
    });
  };
  try {
    const found = await inTurns(effort, {
      search: load(PREFIXES.map((typed) => `/sites?query=${encodeURIComponent(typed)}`)),
      worklist: load(['/worklist?limit=25', '/worklist?limit=25&action=call_customer', '/overview']),
    });
    const sites = large.sites.toLocaleString('en-US');
    const figure = (name: string, values: readonly { readonly p95: number }[] | undefined): Line => ({
      name: `${name} ${sites} sites, p95`,
      unit: 'ms',
      ours: (values ?? []).map(({ p95 }) => p95),
      against: null,
      aim: { kind: 'at most', value: 50 },
    });
    return [figure('search as one types over', found['search']), figure('worklist over', found['worklist'])];
  } finally {
    await surroundings.stop(api);
  }
}
