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
import { isDoneInTurn, QUEUES, sideBySide } from './job-queues.ts';
import { PATIENCE, QuietClient } from './quiet-client.ts';
import type { Tables } from './rows/index.ts';
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

/** Workers are woken by whoever queues a job; this is how often they look by themselves. */
const LOOK_EVERY_SECONDS = 1;

/** Jobs queued in a transaction wake workers once it has committed: this process's, else every other's. */
export interface WakeUps {
  add(name: JobName): void;
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
    }
    this.doorbell.jobs.subscribe((name) => this.groups.get(name)?.wake());
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 8_000 });
  }

  wakeUps(): WakeUps {
    const names = new Set<JobName>();
    return {
      add: (name) => void names.add(name),
      ring: () => {
        for (const name of names) {
          const group = this.groups.get(name);
          if (group === undefined) this.doorbell.ringForJobs(name);
          else group.wake();
        }
      },
    };
  }

  outbox(db: Kysely<Tables>, wakeUps: WakeUps): JobOutbox {
    const add = gathered(async (calls: readonly Queued[]) => {
      for (const [name, ofName] of Map.groupBy(calls, ({ job }) => job.name)) {
        const inserted = await this.boss.insert(
          name,
          ofName.map(({ job: data, options, traceparent }) => ({
            id: orderedId(),
            data: { ...data, traceparent } satisfies KeptJob,
            ...(options?.priority === undefined ? {} : { priority: options.priority }),
            ...(options?.startAfter === undefined ? {} : { startAfter: options.startAfter }),
          })),
          { db: fromKysely(db), returnId: true },
        );
        if (inserted?.length !== ofName.length) throw new Error(`The queue did not take jobs "${name}".`);
        if (ofName.some(({ options }) => options?.startAfter === undefined)) wakeUps.add(name);
      }
      return calls.map(() => undefined);
    });
    return { add: (job, options) => add({ job, options, traceparent: traceparentNow() }) };
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
    job: StoredJob<KeptJob>,
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
