import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { SpanKind } from '@opentelemetry/api';
import type { Kysely } from 'kysely';
import { fromKysely, PgBoss, type Job as StoredJob } from 'pg-boss';
import { v7 as orderedId } from 'uuid';
import { inTrace } from '../../tracing/spans.ts';
import { traceFrom, traceparentNow } from '../../tracing/trace-context.ts';
import { JobRunner, type Job, type JobName, type JobOutbox } from '../../ports/jobs.ts';
import { AS_APP } from './connection.ts';
import type { Doorbell } from './doorbell.ts';
import { gathered } from './gathered.ts';
import { isDoneInTurn, QUEUES, sideBySide, STRAIGHT_AWAY } from './job-queues.ts';
import { PATIENCE, QuietClient } from './quiet-client.ts';
import type { Tables } from './rows/index.ts';
import { StraightAway } from './straight-away.ts';
import { WorkerGroup } from './worker-group.ts';

export const JOB_SCHEMA = 'pgboss';

/** The queue hands this to its pool, which its type does not say. */
const QUIETLY: object = { ...PATIENCE, Client: QuietClient };

/**
 * What the queue writes by itself (fetched, finished) need not have reached the disk: where a crash of the server loses
 * it, the job is done again, and its handler finds done what is done. Jobs are added in transactions that do wait.
 */
const FORGETFUL = `${AS_APP} -c synchronous_commit=off`;

/** A call of the outbox. */
interface Queued {
  readonly job: Job;
  readonly options: Parameters<JobOutbox['add']>[1];
  readonly traceparent: string | undefined;
}

/** A job as it is kept: with the trace (W3C) that it belongs to, that of whoever queued it. */
type KeptJob = Job & { readonly traceparent?: string | undefined };

/** What still runs then is broken off, and found in the queue by another worker. */
const STOP_LIMIT_MS = 8_000;

/** Workers are woken by whoever queues a job; this is how often they look by themselves. */
const LOOK_EVERY_SECONDS = 1;

/** A job in the queue. */
interface KeptInQueue {
  readonly name: JobName;
  readonly id: string;
  readonly data: KeptJob;
}

/**
 * Jobs queued in a transaction are begun once it has committed, or wake workers: this process's, else every other's.
 */
export interface WakeUps {
  add(job: KeptInQueue): void;
  ring(): void;
}

/** What may be said of an error in a log: database errors quote rows in their message. */
const describe = (error: unknown): string => {
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return [name, code].filter((word) => typeof word === 'string').join(' ') || 'unknown error';
};

/** The queue: pg-boss, in the transaction that decides the work. */
export class JobQueue extends JobRunner {
  private readonly boss: PgBoss;
  private readonly logger = new Logger('JobQueue');
  private readonly handlers = new Map<JobName, (job: Job) => Promise<void>>();
  private readonly groups = new Map<JobName, WorkerGroup>();
  private readonly straightAway = new Map<JobName, StraightAway>();

  /**
   * @param works whether this process does the jobs of a name
   * @param doorbell tells other processes of jobs that this one does not do itself
   * @param connections the most that it opens
   */
  constructor(
    databaseUrl: string,
    private readonly works: (name: JobName) => boolean,
    private readonly doorbell: Doorbell,
    connections: number,
  ) {
    super();
    this.boss = new PgBoss({
      connectionString: databaseUrl,
      options: FORGETFUL,
      ...QUIETLY,
      schema: JOB_SCHEMA,
      max: connections,
      migrate: false,
      createSchema: false,
      schedule: false,
      reindex: false,
      // Its own spans hold messages of errors, which quote rows, and batches would part from what queued them.
      openTelemetry: { enabled: false },
      monitorIntervalSeconds: 5,
      superviseIntervalSeconds: 5,
    });
    this.boss.on('error', (error) => this.logger.error(`The queue reports: ${describe(error)}`));
  }

  override handle<N extends JobName>(name: N, work: (job: Extract<Job, { name: N }>) => Promise<void>): void {
    this.handlers.set(name, work as (job: Job) => Promise<void>);
  }

  async start(): Promise<void> {
    await this.boss.start();
    for (const name of Object.keys(QUEUES) as JobName[]) {
      const handler = this.handlers.get(name);
      if (handler === undefined || !this.works(name)) continue;
      const group = new WorkerGroup((workerId) => this.boss.notifyWorker(workerId));
      for (let n = 0; n < sideBySide(name).workers; n++) group.add(await this.startWorker(name, handler));
      this.groups.set(name, group);
      const most = STRAIGHT_AWAY[name];
      if (most !== undefined) this.straightAway.set(name, new StraightAway(most));
    }
    this.doorbell.jobs.subscribe((name) => this.groups.get(name)?.wake());
  }

  async stop(): Promise<void> {
    const begun = [...this.straightAway.values()];
    this.straightAway.clear();
    const settled = Promise.all(begun.map((jobs) => jobs.settled()));
    await Promise.all([
      Promise.race([settled, delay(STOP_LIMIT_MS, undefined, { ref: false })]),
      this.boss.stop({ graceful: true, timeout: STOP_LIMIT_MS }),
    ]);
  }

  wakeUps(): WakeUps {
    const queued: KeptInQueue[] = [];
    return {
      add: (job) => void queued.push(job),
      ring: () => {
        for (const [name, jobs] of Map.groupBy(queued, (job) => job.name)) {
          const group = this.groups.get(name);
          if (group === undefined) this.doorbell.ringForJobs(name);
          else if (!group.isIdle || !jobs.every((job) => this.begin(job, group))) group.wake();
        }
      },
    };
  }

  outbox(db: Kysely<Tables>, wakeUps: WakeUps): JobOutbox {
    const add = gathered(async (calls: readonly Queued[]) => {
      for (const [name, ofName] of Map.groupBy(calls, ({ job }) => job.name)) {
        const jobs = ofName.map(({ job, options, traceparent }) => ({
          id: orderedId(),
          data: { ...job, traceparent } satisfies KeptJob,
          ...(options?.priority === undefined ? {} : { priority: options.priority }),
          ...(options?.startAfter === undefined ? {} : { startAfter: options.startAfter }),
        }));
        const inserted = await this.boss.insert(name, jobs, { db: fromKysely(db), returnId: true });
        if (inserted?.length !== jobs.length) throw new Error(`The queue did not take jobs "${name}".`);
        for (const { id, data, startAfter } of jobs)
          if (startAfter === undefined) wakeUps.add({ name, id, data });
      }
      return calls.map(() => undefined);
    });
    return { add: (job, options) => add({ job, options, traceparent: traceparentNow() }) };
  }

  /** False where it is left to the workers. */
  private begin({ name, id, data }: KeptInQueue, group: WorkerGroup): boolean {
    const handler = this.handlers.get(name);
    if (handler === undefined) return false;
    const work = async (): Promise<void> => {
      const { status } = await this.attempt(name, { id, data, retryCount: 0 }, handler);
      // Where it can't be taken out of the queue a worker finds it done.
      if (status === 'completed') await this.boss.deleteJob(name, id).catch(() => undefined);
      else group.wake();
    };
    return this.straightAway.get(name)?.begin(work) ?? false;
  }

  /** Not by the queue's own concurrency: of workers that it starts together it can wake only the first. */
  private async startWorker(
    name: JobName,
    handler: (job: Job) => Promise<void>,
  ): Promise<{ readonly id: string; jobs: number }> {
    const worker = { id: '', jobs: 0 };
    worker.id = await this.boss.work<KeptJob>(
      name,
      {
        batchSize: sideBySide(name).batch,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: LOOK_EVERY_SECONDS,
        perJobResults: true,
      },
      async (jobs) => {
        worker.jobs = jobs.length;
        try {
          if (!isDoneInTurn(name))
            return await Promise.all(jobs.map((job) => this.attempt(name, job, handler)));
          const results = [];
          // The queue chooses the oldest, and hands them over in any order.
          for (const job of jobs.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
            results.push(await this.attempt(name, job, handler));
          return results;
        } finally {
          worker.jobs = 0;
        }
      },
    );
    return worker;
  }

  private async attempt(
    name: JobName,
    job: Pick<StoredJob<KeptJob>, 'id' | 'data' | 'retryCount'>,
    handler: (job: Job) => Promise<void>,
  ): Promise<{ id: string; status: 'completed' } | { id: string; status: 'failed' }> {
    const words = {
      name: `job ${name}`,
      kind: SpanKind.CONSUMER,
      attributes: {
        'messaging.destination.name': name,
        'keyholder.job.attempt': job.retryCount + 1,
        'keyholder.company.id': job.data.tenant.companyId,
      },
    };
    try {
      await inTrace(words, traceFrom(job.data.traceparent), () => handler(job.data));
      return { id: job.id, status: 'completed' };
    } catch (error) {
      this.logger.error(`Job ${name} ${job.id} failed and is tried again: ${describe(error)}`);
      return { id: job.id, status: 'failed' };
    }
  }
}
