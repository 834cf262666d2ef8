import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import type { Line } from '../figures.ts';
import { runLoad } from '../load.ts';
import type { Running } from '../surroundings.ts';

const IDLE_MS = 3_000;

/** Resident memory of a process in MB; null where the system does not tell. */
const residentMb = async ({ child }: Running): Promise<number | null> => {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+) kB/u.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
};

/** From the start of `node dist/bundle/main.js`, as the image runs it, with every role until it is ready, and what it keeps in memory. */
export async function startUp({ surroundings, large, effort }: Context): Promise<Line[]> {
  const [ready, idle, loaded]: number[][] = [[], [], []];
  for (let round = 0; round <= effort.rounds; round++) {
    const api = await surroundings.startApi(large.name);
    if (round > 0) {
      ready?.push(api.readyAfterMs);
      await delay(IDLE_MS);
      idle?.push((await residentMb(api)) ?? Number.NaN);
      let n = 0;
      await runLoad({
        origin: api.url,
        connections: 16,
        seconds: effort.seconds * 2,
        status: 200,
        next: () => ({
          method: 'GET',
          path: `/api/v1/sites/${large.largeSites[n++ % large.largeSites.length]}/contacts`,
          headers: { authorization: `Bearer ${large.apiKey}` },
        }),
      });
      loaded?.push((await residentMb(api)) ?? Number.NaN);
    }
    await surroundings.stop(api);
  }
  const figure = (name: string, unit: string, ours: number[] | undefined, value: number): Line => ({
    name,
    unit,
    ours: ours ?? [],
    against: null,
    aim: { kind: 'at most', value },
  });
  return [
    figure('`node dist/bundle/main.js` to ready, migrated database', 'ms', ready, 1500),
    figure('memory, idle', 'MB', idle, 250),
    figure('memory, under load', 'MB', loaded, 250),
  ];
}
