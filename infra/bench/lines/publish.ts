import type { Context } from '../context.ts';
import type { Line } from '../figures.ts';

/** So many brands in the long form; the short one says how many it was. */
const ALL = 10_000;
const FEW = 200;
/** So many are built with Astro in one go, which makes every page of a site each time. */
const BUILT = 200;

/** Publishing: one brand after the other in all its languages, as the publisher's job does. */
export async function publish({ surroundings, large, effort }: Context): Promise<Line[]> {
  const run = async (program: string, brands: number): Promise<Record<string, number>> => {
    const output = await surroundings.runProgram(program, large.name, { BRANDS: String(brands) });
    return JSON.parse(output) as Record<string, number>;
  };
  const brands = effort.long ? ALL : FEW;
  const all = await run('publish-brands.ts', brands);
  const few = brands === BUILT ? all : await run('publish-brands.ts', BUILT);
  const built = await run('build-with-astro.ts', BUILT);
  const figure = (name: string, unit: string, value: number | undefined, aim: number): Line => ({
    name,
    unit,
    ours: [value ?? Number.NaN],
    against: null,
    aim: { kind: 'at most', value: aim },
  });
  const count = brands.toLocaleString('en-US');
  return [
    figure('publish one brand, per language, p95', 'ms', all['perLanguageMs'], 30),
    figure(
      `publish ${count} brands × ${all['languages']} languages`,
      's',
      all['seconds'],
      (100 * brands) / ALL,
    ),
    figure(`memory while publishing ${count} brands`, 'MB', all['rssMb'], 300),
    {
      name: `${BUILT} brands × ${all['languages']} languages, one after the other`,
      unit: 's',
      ours: [few['seconds'] ?? Number.NaN],
      against: { name: 'one plain Astro build of all', values: [built['seconds'] ?? Number.NaN] },
      aim: null,
    },
  ];
}
