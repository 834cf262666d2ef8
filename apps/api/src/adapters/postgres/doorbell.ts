import { Logger } from '@nestjs/common';
import pg from 'pg';
import { Subject, type Observable } from 'rxjs';
import type { JobName } from '../../ports/jobs.ts';
import { LiveChanges, type LiveChange } from '../../ports/live-changes.ts';
import { AS_APP } from './connection.ts';

const CHANNEL = 'keyholder_changes';

/** How long changes are collected before they are told. A NOTIFY in each transaction would halve throughput. */
const COLLECT_MS = 20;

/** NOTIFY takes payloads below 8,000 bytes. */
const PAYLOAD_BYTES = 7_800;

/** As short as it can be: a change as dealer, site, contact; jobs that wait by their name. */
type Told = readonly [dealerId: string, siteId: string, contactId: string | null] | JobName;

/**
 * Tells every process what was committed: collects changes for a moment, sends one NOTIFY, and listens on a
 * connection of its own. Changes may be lost while the connection is; watchers refetch when they reconnect.
 */
export class Doorbell extends LiveChanges {
  private readonly subject = new Subject<LiveChange>();
  private readonly jobSubject = new Subject<JobName>();
  private readonly logger = new Logger('Doorbell');
  private collected = new Map<string, Told>();
  private timer: NodeJS.Timeout | null = null;
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(private readonly databaseUrl: string) {
    super();
  }

  get stream(): Observable<LiveChange> {
    return this.subject.asObservable();
  }

  /** Names of jobs that some process has queued for others. A lost one is found when workers next look by themselves. */
  get jobs(): Observable<JobName> {
    return this.jobSubject.asObservable();
  }

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, options: AS_APP, keepAlive: true });
    client.on('error', () => this.reconnect());
    client.on('notification', ({ payload }) => this.hear(payload ?? '[]'));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
    this.endStreams();
    this.jobSubject.complete();
  }

  /** Whoever watches is let go, to watch another process; what is rung from now on is still told to the others. */
  endStreams(): void {
    this.subject.complete();
  }

  /** To be called after the transaction has committed. */
  ring(changes: readonly LiveChange[]): void {
    for (const { dealerId, siteId, contactId } of changes) {
      this.collected.set(`${siteId}/${contactId ?? ''}`, [dealerId, siteId, contactId]);
    }
    this.tellSoon();
  }

  /** Wakes workers of other processes; to be called after the transaction has committed. */
  ringForJobs(name: JobName): void {
    this.collected.set(name, name);
    this.tellSoon();
  }

  private tellSoon(): void {
    if (this.collected.size > 0) this.timer ??= setTimeout(() => void this.tell(), COLLECT_MS);
  }

  private async tell(): Promise<void> {
    this.timer = null;
    const changes = [...this.collected.values()];
    this.collected = new Map();
    const most = Math.floor(PAYLOAD_BYTES / 120);
    for (let at = 0; at < changes.length; at += most) {
      const payload = JSON.stringify(changes.slice(at, at + most));
      // Without the connection only this process hears; the others' watchers refetch when it is back.
      if (this.client === null) this.hear(payload);
      else
        await this.client
          .query('select pg_notify($1, $2)', [CHANNEL, payload])
          .catch(() => this.hear(payload));
    }
  }

  private hear(payload: string): void {
    for (const told of JSON.parse(payload) as Told[]) {
      if (typeof told === 'string') {
        this.jobSubject.next(told);
      } else {
        const [dealerId, siteId, contactId] = told;
        this.subject.next({ dealerId, siteId, contactId });
      }
    }
  }

  private reconnect(): void {
    if (this.client === null) return;
    this.client = null;
    this.logger.warn('The connection that listens for changes was lost; reconnecting.');
    const again = (): void => {
      if (this.stopped) return;
      this.start().catch(() => setTimeout(again, 1_000));
    };
    setTimeout(again, 250);
  }
}
