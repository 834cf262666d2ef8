import type { EventLog } from '@keyholder/domain/events/contact-event';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { context, SpanKind } from '@opentelemetry/api';
import type { Clock } from '../../ports/clock.ts';
import { keyedRequest } from '../../ports/idempotency.ts';
import type { JobOutbox } from '../../ports/jobs.ts';
import type { AnnouncedChange } from '../../ports/live-changes.ts';
import { UnitOfWork, type AuditLog, type Store } from '../../ports/unit-of-work.ts';
import { inSpan, type SpanWords } from '../../tracing/spans.ts';
import { PostgresBrandDraftRepository } from './brand-draft-repository.ts';
import {
  PostgresApiKeyRepository,
  PostgresCompanyRepository,
  PostgresPeopleRepository,
} from './account-repositories.ts';
import { PostgresBrandRepository } from './brand-repository.ts';
import { PostgresBulkRunRepository } from './bulk-run-repository.ts';
import { noteChanges } from './note-changes.ts';
import { PostgresContactRepository } from './contact-repository.ts';
import { PostgresDealerSettingsRepository } from './dealer-settings-repository.ts';
import type { Doorbell } from './doorbell.ts';
import { markCarriedOut } from './idempotency-keys.ts';
import type { InvitationTokens } from './invitation-tokens.ts';
import type { JobQueue } from './job-queue.ts';
import { PostgresEventLog } from './event-log.ts';
import { PostgresExportRepository } from './export-repository.ts';
import { PostgresLineCheckRepository } from './line-check-repository.ts';
import { PostgresLinkRepository } from './link-repository.ts';
import type { LinkTokens } from './link-tokens.ts';
import {
  PostgresAuditLog,
  PostgresEvidenceLog,
  PostgresOptOutRepository,
  PostgresProviderEventLog,
  PostgresReplyRepository,
} from './record-repositories.ts';
import type { Tables } from './rows/index.ts';
import { SharedTransactions } from './shared-transactions.ts';
import { PostgresSiteRepository } from './site-repository.ts';
import { PostgresSupportCaseRepository } from './support-case-repository.ts';
import { tenantSession } from './tenant-session.ts';
import { PostgresTextRepository } from './text-repository.ts';
import { PostgresWebhookRepository } from './webhook-repository.ts';

/** Two transactions that wait for each other: the server has taken one of them back, and it can simply be done again. */
const isDeadlock = (error: unknown): boolean => (error as { code?: unknown }).code === '40P01';

const MOST_ATTEMPTS = 4;

/** What all of them return. Where one fails, not before all have ended: nothing runs on in a transaction taken back. */
const allDone = async (pieces: readonly Promise<unknown>[]): Promise<readonly unknown[]> => {
  await Promise.allSettled(pieces);
  return Promise.all(pieces);
};

const transactionOf = ({ companyId, dealerId }: Tenant): SpanWords => ({
  name: 'database transaction',
  kind: SpanKind.CLIENT,
  attributes: {
    'db.system.name': 'postgresql',
    'keyholder.company.id': companyId,
    ...(dealerId === null ? {} : { 'keyholder.dealer.id': dealerId }),
  },
});

export class PostgresUnitOfWork extends UnitOfWork {
  private ended = false;
  private readonly shared = new SharedTransactions((tenant, pieces) =>
    this.commit(tenant, (store) => allDone(pieces.map(({ work }) => work(store)))),
  );

  constructor(
    private readonly orm: MikroORM,
    private readonly queue: JobQueue,
    private readonly doorbell: Doorbell,
    private readonly tokens: LinkTokens,
    private readonly clock: Clock,
    private readonly invitationTokens: InvitationTokens,
  ) {
    super();
  }

  /**
   * What a job still wants after this is not done, as if the process had been killed there: asked again, the ORM would
   * open its connections anew, and nobody would close them.
   */
  end(): void {
    this.ended = true;
  }

  override run<T>(tenant: Tenant, work: (store: Store) => Promise<T>): Promise<T> {
    return inSpan(transactionOf(tenant), () => this.commit(tenant, work));
  }

  /** Each piece of work goes on with its own trace, whoever's turn it was to begin the transaction. */
  override runTogether<T>(tenant: Tenant, about: string, work: (store: Store) => Promise<T>): Promise<T> {
    return inSpan(transactionOf(tenant), () =>
      this.shared.run<T>(tenant, { about, work: context.bind(context.active(), work) }),
    );
  }

  private async commit<T>(tenant: Tenant, work: (store: Store) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(tenant, work);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !isDeadlock(error)) throw error;
      }
    }
  }

  private async attempt<T>(tenant: Tenant, work: (store: Store) => Promise<T>): Promise<T> {
    if (this.ended) throw new Error('The application was closed before this could be done.');
    const changes: AnnouncedChange[] = [];
    const added = new Set<string>();
    const wakeUps = this.queue.wakeUps();
    const result = await this.orm.em.fork({ session: tenantSession(tenant) }).transactional(async (em) => {
      const db = em.getKysely<Tables>();
      const jobs = this.queue.outbox(db, wakeUps);
      const events = new PostgresEventLog(db, tenant, jobs);
      const audit = new PostgresAuditLog(db, tenant);
      const done = await work(this.store(em, tenant, { changes, audit, added, jobs, events }));
      const at = this.clock.now();
      const request = keyedRequest.getStore();
      const changed = !audit.isEmpty || changes.length > 0;
      await allDone([
        audit.write(),
        events.write(at),
        noteChanges(db, { companyId: tenant.companyId, changes, added, at }),
        ...(request !== undefined && changed ? [markCarriedOut(db, request)] : []),
      ]);
      return done;
    });
    wakeUps.ring();
    this.doorbell.ring(changes);
    return result;
  }

  private store(
    em: EntityManager,
    tenant: Tenant,
    done: {
      readonly changes: AnnouncedChange[];
      readonly audit: AuditLog;
      readonly added: Set<string>;
      readonly jobs: JobOutbox;
      readonly events: EventLog;
    },
  ): Store {
    const db = em.getKysely<Tables>();
    // A unit of work for the company as a whole uses none of the repositories that write a dealer's rows.
    const dealer = { companyId: tenant.companyId, dealerId: tenant.dealerId ?? '' };
    return {
      tenant,
      sites: new PostgresSiteRepository(em, db, dealer),
      contacts: new PostgresContactRepository(db, dealer, done.added),
      lineChecks: new PostgresLineCheckRepository(db, dealer),
      brands: new PostgresBrandRepository(db, tenant),
      brandDrafts: new PostgresBrandDraftRepository(db, tenant),
      dealerSettings: new PostgresDealerSettingsRepository(db, tenant),
      texts: new PostgresTextRepository(em, db, tenant),
      links: new PostgresLinkRepository(db, dealer, this.tokens),
      optOuts: new PostgresOptOutRepository(db, tenant),
      replies: new PostgresReplyRepository(db, tenant),
      exports: new PostgresExportRepository(db, dealer),
      bulkRuns: new PostgresBulkRunRepository(db, dealer),
      supportCases: new PostgresSupportCaseRepository(db, dealer),
      people: new PostgresPeopleRepository(db, tenant, this.invitationTokens),
      apiKeys: new PostgresApiKeyRepository(db, dealer),
      company: new PostgresCompanyRepository(db, tenant),
      evidence: new PostgresEvidenceLog(db, tenant),
      audit: done.audit,
      providerEvents: new PostgresProviderEventLog(db, tenant),
      events: done.events,
      webhooks: new PostgresWebhookRepository(db, tenant),
      jobs: done.jobs,
      announce: (change) => void done.changes.push(change),
    };
  }
}
