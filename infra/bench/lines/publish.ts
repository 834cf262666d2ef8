import type { Context } from '../context.ts';
import type { Line } from '../figures.ts';

/** So many brands in the long form; the short one says how many it was. */
const ALL = 10_000;
const FEW = 200;

/** Publishing: one brand after the other in all its languages, as the publisher's job does. */
export async function publish({ surroundings, large, effort }: Context): Promise<Line[]> {
  const brands = effort.long ? ALL : FEW;
  const output = await surroundings.runProgram('publish-brands.ts', large.name, { BRANDS: String(brands) });
  const { languages, perLanguageMs, seconds, rssMb } = JSON.parse(output) as Record<
    'languages' | 'perLanguageMs' | 'seconds' | 'rssMb',
    number
  >;
  const figure = (name: string, unit: string, value: number, aim: number | null): Line => ({
    name,
    unit,
    ours: [value],
    against: null,
    aim: aim === null ? null : { kind: 'at most', value: aim },
  });
  const count = brands.toLocaleString('en-US');
  return [
    figure('publish one brand, per language, p95', 'ms', perLanguageMs, 30),
    figure(`publish ${count} brands × ${languages} languages`, 's', seconds, (100 * brands) / ALL),
    figure(`memory while publishing ${count} brands`, 'MB', rssMb, 300),
    {
      name: 'publishing against a plain Astro build',
      skipped: 'not measured: Astro builds a site as a whole, brands are published one by one',
    },
  ];
}
