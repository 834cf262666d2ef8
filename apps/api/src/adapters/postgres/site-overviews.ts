import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Subscription } from 'rxjs';
import type { Clock } from '../../ports/clock.ts';
import type { Doorbell } from './doorbell.ts';
import type { Tables } from './rows/index.ts';
import { refreshSiteOverview } from './site-overview.ts';
import { tenantSession } from './tenant-session.ts';

/** The shortest and the longest time between two looks while changes keep coming: those of one site are then computed once. */
const PAUSE_MS = { shortest: 100, longest: 2_000 };

/** In a flood of changes no more of the time than this goes into overviews: what changes them comes first. */
const SHARE_OF_TIME = 0.2;

/** Changes taken up in one transaction for each company. */
const MOST = 500;

/** A note, as the look-up without a tenant gives it. */
interface ChangedSite {
  readonly id: string;
  readonly company_id: string;
  readonly dealer_id: string;
  readonly site_id: string;
}

/**
 * Keeps sites' overviews (what they are found by, how they stand) behind their facts by no more than a moment. A change
 * pays for one small row; all changes of that moment at a site are then computed once. Any number of processes may do
 * so side by side; what one that was killed has left is taken up by the next. While changes flood in, overviews may be
 * some seconds behind.
 */
export class SiteOverviews {
  private readonly logger = new Logger('SiteOverviews');
  private subscription: Subscription | null = null;
  private wanted = false;
  private running: Promise<void> | null = null;
  private readonly stopping = new AbortController();

  constructor(
    private readonly orm: MikroORM,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /** Takes up what is there, and from now on what any process commits. */
  start(): void {
    this.subscription = this.doorbell.stream.subscribe(() => this.wake());
    this.wake();
  }

  async stop(): Promise<void> {
    this.subscription?.unsubscribe();
    this.stopping.abort();
    await this.running;
  }

  /** Takes up every change that was committed before. */
  async catchUp(): Promise<void> {
    for (;;) {
      const { rows } = await sql<ChangedSite>`select * from find_changed_sites(${MOST}::int)`.execute(
        this.orm.em.fork().getKysely<Tables>(),
      );
      const byCompany = Map.groupBy(rows, (row) => row.company_id);
      for (const [companyId, ofCompany] of byCompany) await this.refresh(companyId, ofCompany);
      if (rows.length < MOST) return;
    }
  }

  private wake(): void {
    this.wanted = true;
    this.running ??= this.run().finally(() => (this.running = null));
  }

  private async run(): Promise<void> {
    while (this.wanted && !this.stopping.signal.aborted) {
      this.wanted = false;
      const from = performance.now();
      await this.catchUp().catch(() =>
        this.logger.error('Sites’ overviews were not kept up; the next look is soon.'),
      );
      const spent = performance.now() - from;
      const rest = Math.max(PAUSE_MS.shortest, Math.min(spent / SHARE_OF_TIME - spent, PAUSE_MS.longest));
      await pause(rest, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async refresh(companyId: string, changed: readonly ChangedSite[]): Promise<void> {
    const dealerOf = new Map(changed.map((row) => [row.site_id, row.dealer_id]));
    const session = tenantSession({ companyId, dealerId: null });
    const different = await this.orm.em.fork({ session }).transactional(async (em) => {
      const db = em.getKysely<Tables>();
      const ids = changed.map(({ id }) => id);
      // A note that another process has in hand is left to it. The facts are read after the note, so they are those of
      // its transaction or newer.
      const taken = await sql<{ site_id: string }>`
        delete from changed_site where id in (
          select id from changed_site where company_id = ${companyId} and id = any (${ids}::bigint[])
          order by id for update skip locked)
        returning site_id`.execute(db);
      const sites = taken.rows.map(({ site_id }) => site_id);
      return refreshSiteOverview(db, companyId, sites, this.clock.now());
    });
    // Whoever shows lists of sites fetches them again: their first look may have been before this.
    this.doorbell.ring(
      different.map((siteId) => ({ dealerId: dealerOf.get(siteId) ?? '', siteId, contactId: null })),
    );
  }
}
