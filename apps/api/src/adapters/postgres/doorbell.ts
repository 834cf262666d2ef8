import { Logger } from '@nestjs/common';
import pg from 'pg';
import { Subject, type Observable } from 'rxjs';
import { LiveChanges, type LiveChange } from '../../ports/live-changes.ts';
import { AS_APP } from './connection.ts';

const CHANNEL = 'keyholder_changes';

/** How long changes are collected before they are told. A NOTIFY in each transaction would halve throughput. */
const COLLECT_MS = 20;

/** NOTIFY takes payloads below 8,000 bytes. */
const PAYLOAD_BYTES = 7_800;

/** As short as it can be: dealer, site, contact. */
type Told = readonly [dealerId: string, siteId: string, contactId: string | null];

/**
 * Tells every process what was committed: collects changes for a moment, sends one NOTIFY, and listens on a
 * connection of its own. Changes may be lost while the connection is; watchers refetch when they reconnect.
 */
export class Doorbell extends LiveChanges {
  private readonly subject = new Subject<LiveChange>();
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
    this.subject.complete();
  }

  /** To be called after the transaction has committed. */
  ring(changes: readonly LiveChange[]): void {
    for (const { dealerId, siteId, contactId } of changes) {
      this.collected.set(`${siteId}/${contactId ?? ''}`, [dealerId, siteId, contactId]);
    }
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
    for (const [dealerId, siteId, contactId] of JSON.parse(payload) as Told[]) {
      this.subject.next({ dealerId, siteId, contactId });
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
