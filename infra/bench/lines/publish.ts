import { makeBrands } from '../brands.ts';
import type { Context } from '../context.ts';
import type { Line } from '../figures.ts';

/** So many brands in the long form; the short one says how many it was. */
const ALL = 10_000;
const FEW = 200;
/** So many are built with Astro in one go, which makes every page of a site each time. */
const BUILT = 200;
/** So many are published one after the other. */
const ONE_BY_ONE = 50;

/** Publishing: one brand, as the publisher's job does; and many, as new templates need it. */
export async function publish({ surroundings, large, effort }: Context): Promise<Line[]> {
  const run = async (program: string, brands: number): Promise<Record<string, number>> => {
    const output = await surroundings.runProgram(program, large.name, { BRANDS: String(brands) });
    return JSON.parse(output) as Record<string, number>;
  };
  const renew = async (brands: number): Promise<{ readonly seconds: number; readonly mb: number }> => {
    const name = `bench_brands_${brands}`;
    await surroundings.makeDatabase(name);
    await makeBrands(surroundings.urlOf(name), brands);
    const said = await surroundings.renewPages(name);
    const [seconds, mb] = [said.match(/\(([\d.]+) s\)/gu)?.at(-1), / 0 failed, (\d+) MB/u.exec(said)?.[1]];
    if (seconds === undefined || mb === undefined) throw new Error(`Not every brand was published:\n${said}`);
    return { seconds: Number.parseFloat(seconds.slice(1)), mb: Number(mb) };
  };
  const one = await run('publish-brands.ts', ONE_BY_ONE);
  const brands = effort.long ? ALL : FEW;
  const all = await renew(brands);
  const few = brands === BUILT ? all : await renew(BUILT);
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
    figure('publish one brand, per language, p95', 'ms', one['perLanguageMs'], 30),
    figure(`publish ${count} brands × ${one['languages']} languages`, 's', all.seconds, (100 * brands) / ALL),
    figure(`memory while publishing ${count} brands, at most`, 'MB', all.mb, 300),
    {
      name: `publish ${BUILT} brands × ${one['languages']} languages`,
      unit: 's',
      ours: [few.seconds],
      against: { name: 'one plain Astro build of all', values: [built['seconds'] ?? Number.NaN] },
      aim: null,
    },
  ];
}
