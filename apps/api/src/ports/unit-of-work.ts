import type { BulkRunRepository } from '@keyholder/domain/bulk/bulk-run-repository';
import type { ExportRepository } from '@keyholder/domain/bulk/export-repository';
import type { BrandDraftRepository } from '@keyholder/domain/branding/brand-draft-repository';
import type { PeopleRepository } from '@keyholder/domain/account/account-repository';
import type { ApiKeyRepository } from '@keyholder/domain/account/api-key-repository';
import type { CompanyRepository } from '@keyholder/domain/account/company-repository';
import type { BrandRepository } from '@keyholder/domain/branding/brand-repository';
import type { EvidenceLog, OptOutRepository, ReplyRepository } from '@keyholder/domain/consent/records';
import type { ContactRepository, LineCheckRepository } from '@keyholder/domain/contact/contact-repository';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { EventLog } from '@keyholder/domain/events/contact-event';
import type { WebhookRepository } from '@keyholder/domain/events/webhook-repository';
import type { SiteRepository } from '@keyholder/domain/site/site-repository';
import type { SupportCaseRepository } from '@keyholder/domain/support/support-case-repository';
import type { DealerSettingsRepository } from '@keyholder/domain/time/dealer-settings';
import type { LinkRepository, TextRepository } from '@keyholder/domain/welcome/text-repository';
import type { AuditAction } from '@keyholder/domain/audit/audit-action';
import type { JobOutbox } from './jobs.ts';
import type { AnnouncedChange } from './live-changes.ts';

/** Characters that are kept of what a client calls itself. */
export const USER_AGENT_LENGTH = 200;

/** Where a request came from. */
export interface Origin {
  /** IP address of the client, as the nearest trusted proxy says. */
  readonly address: string;
  /** What the client calls itself, shortened to {@link USER_AGENT_LENGTH}. */
  readonly userAgent: string | null;
}

/** Who did something, for the audit. */
export interface Actor {
  readonly kind: 'person' | 'api_key' | 'support' | 'contact' | 'system';
  readonly id: string | null;
  readonly name: string | null;
  /** Not known for what a worker does. */
  readonly from?: Origin;
}

/** Port to the audit of one tenant; rows are added and never changed. */
export interface AuditLog {
  add(entry: {
    readonly actor: Actor;
    readonly action: AuditAction;
    readonly siteId?: string | null;
    readonly contactId?: string | null;
    readonly detail?: Readonly<Record<string, unknown>>;
    readonly at: Date;
    /** Where the unit of work is the company's as a whole, and this concerns one of its dealers. */
    readonly dealerId?: string;
  }): void;
  /** Edits that made a version later than this one, oldest first; `fields` as the API spells them. */
  changesSince(
    of: { readonly contactId: string } | { readonly siteId: string },
    version: number,
  ): Promise<readonly EditSince[]>;
}

/** An edit that somebody else made in the meantime; says which fields, never what is in them. */
export interface EditSince {
  readonly at: Date;
  readonly by: string | null;
  readonly fields: readonly string[];
}

/** A verified webhook of the provider. */
export interface NewProviderEvent {
  /** The same for every repetition of it. */
  readonly key: string;
  readonly kind: 'status' | 'inbound';
  readonly payload: Readonly<Record<string, string>>;
  readonly at: Date;
}

/** A webhook as it was kept. */
export interface StoredProviderEvent {
  readonly kind: 'status' | 'inbound';
  readonly payload: Readonly<Record<string, string>>;
  readonly receivedAt: Date;
  readonly applied: boolean;
}

/** Port to the provider's webhooks, stored as they came. */
export interface ProviderEventLog {
  /** Keeps an event once; its id, or null where its key was there before. */
  add(event: NewProviderEvent): Promise<string | null>;
  load(id: string): Promise<StoredProviderEvent | null>;
  markApplied(id: string, at: Date): Promise<void>;
}

/** Everything that a use case may read and write, as one tenant and in one transaction. */
export interface Store {
  readonly tenant: Tenant;
  readonly sites: SiteRepository;
  readonly contacts: ContactRepository;
  readonly lineChecks: LineCheckRepository;
  readonly brands: BrandRepository;
  readonly dealerSettings: DealerSettingsRepository;
  readonly brandDrafts: BrandDraftRepository;
  readonly texts: TextRepository;
  readonly links: LinkRepository;
  readonly optOuts: OptOutRepository;
  readonly replies: ReplyRepository;
  readonly bulkRuns: BulkRunRepository;
  readonly exports: ExportRepository;
  readonly supportCases: SupportCaseRepository;
  readonly people: PeopleRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly company: CompanyRepository;
  readonly evidence: EvidenceLog;
  readonly audit: AuditLog;
  readonly events: EventLog;
  readonly webhooks: WebhookRepository;
  readonly providerEvents: ProviderEventLog;
  readonly jobs: JobOutbox;
  /** Told to everybody who watches, after the transaction has committed. */
  announce(change: AnnouncedChange): void;
}

/**
 * Port: the one way to the database. What `work` does is committed together, or not at all when it throws. It may be
 * done again from its beginning where the database has taken it back, so it does nothing besides.
 */
export abstract class UnitOfWork {
  abstract run<T>(tenant: Tenant, work: (store: Store) => Promise<T>): Promise<T>;

  /**
   * As `run`, for work of which much may come at once: what comes while a transaction of the tenant is at work goes
   * together into the next, side by side, and what repositories are asked in the same moment is one statement. Where
   * one piece fails, each is done again in a transaction of its own.
   * @param about what the work changes; two pieces about the same thing are done one after the other, as they came
   */
  abstract runTogether<T>(tenant: Tenant, about: string, work: (store: Store) => Promise<T>): Promise<T>;
}
