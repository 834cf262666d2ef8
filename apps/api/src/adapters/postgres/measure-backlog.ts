import type { QueueStopCause } from '@keyholder/domain/welcome/queue-stop';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Backlog } from '../telemetry/open-telemetry-metrics.ts';
import type { Tables } from './rows/index.ts';

/** Counts what waits, over all companies; only counts leave the database. */
export const measureBacklog = async (orm: MikroORM, now: Date): Promise<Backlog> => {
  const db = orm.em.fork().getKysely<Tables>();
  const { rows } = await sql<{
    waiting: string;
    oldest: string | null;
    held: string;
    uncertain: string;
  }>`select sum(waiting) as waiting, min(oldest_due) as oldest, sum(held) as held, sum(uncertain) as uncertain
     from measure_backlog(${now}::timestamptz)`.execute(db);
  const { rows: stopped } = await sql<{
    cause: QueueStopCause;
    brands: string;
  }>`select cause, sum(stopped) as brands from count_stopped_brands() group by cause`.execute(db);
  const [row] = rows;
  const oldest = row?.oldest ?? null;
  return {
    waiting: Number(row?.waiting ?? 0),
    queueAgeSeconds: oldest === null ? 0 : Math.max(0, (now.getTime() - new Date(oldest).getTime()) / 1000),
    held: Number(row?.held ?? 0),
    uncertain: Number(row?.uncertain ?? 0),
    stoppedBrands: new Map(stopped.map(({ cause, brands }) => [cause, Number(brands)])),
  };
};
