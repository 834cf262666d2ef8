import { Global, Module, type DynamicModule, type InjectionToken } from '@nestjs/common';
import { ReadDatabase } from './adapters/postgres/read-database.ts';
import { ApiKeyMaker } from './ports/api-key-maker.ts';
import { BrandDirectory } from './ports/brand-directory.ts';
import { BuiltInVideos } from './ports/brand-media.ts';
import { Callers, Links } from './ports/caller.ts';
import { CaseDirectory } from './ports/case-directory.ts';
import { CompanyDirectory } from './ports/company-directory.ts';
import { Clock } from './ports/clock.ts';
import { DraftsOnShow } from './ports/drafts-on-show.ts';
import { DueWork } from './ports/due-work.ts';
import { IdempotencyKeys } from './ports/idempotency.ts';
import { Identities, Invitations } from './ports/identities.ts';
import { InboundPoll } from './ports/inbound-poll.ts';
import { JobRunner } from './ports/jobs.ts';
import { LinkHosts } from './ports/link-hosts.ts';
import { LiveChanges } from './ports/live-changes.ts';
import { Mailer } from './ports/mailer.ts';
import { Metrics } from './ports/metrics.ts';
import { PagePublisher } from './ports/page-publisher.ts';
import { ProviderWebhooks } from './ports/provider-webhooks.ts';
import { LINE_TYPE_LOOKUP, TEXT_POLL, TEXT_SENDER } from './ports/provider.ts';
import { RateLimits } from './ports/rate-limits.ts';
import { Readiness } from './ports/readiness.ts';
import { SiteDirectory } from './ports/site-directory.ts';
import { Rounds } from './ports/rounds.ts';
import { TextDirectory } from './ports/text-directory.ts';
import { UnitOfWork } from './ports/unit-of-work.ts';
import { Uploads } from './ports/uploads.ts';
import { WebhookSecrets, WebhookSender } from './ports/webhooks.ts';
import { Settings } from './settings.ts';

/** Every port that the API asks for. */
const PORTS: readonly InjectionToken[] = [
  Settings,
  Clock,
  Callers,
  Links,
  UnitOfWork,
  ApiKeyMaker,
  CaseDirectory,
  CompanyDirectory,
  Identities,
  Invitations,
  Mailer,
  RateLimits,
  ReadDatabase,
  TextDirectory,
  SiteDirectory,
  DueWork,
  Metrics,
  InboundPoll,
  Rounds,
  JobRunner,
  IdempotencyKeys,
  LiveChanges,
  Readiness,
  PagePublisher,
  Uploads,
  BuiltInVideos,
  BrandDirectory,
  DraftsOnShow,
  LinkHosts,
  ProviderWebhooks,
  WebhookSecrets,
  WebhookSender,
  LINE_TYPE_LOOKUP,
  TEXT_SENDER,
  TEXT_POLL,
];

/** Gives the ports their adapters. */
@Global()
@Module({})
export class AdaptersModule {
  static with(adapters: ReadonlyMap<InjectionToken, unknown>): DynamicModule {
    const missing = PORTS.filter((port) => !adapters.has(port));
    if (missing.length > 0) throw new Error(`Ports without an adapter: ${missing.map(String).join(', ')}`);
    return AdaptersModule.of((port) => adapters.get(port));
  }

  /** For describing the API only: nothing is asked. */
  static empty(): DynamicModule {
    return AdaptersModule.of(() => null);
  }

  private static of(adapter: (port: InjectionToken) => unknown): DynamicModule {
    return {
      module: AdaptersModule,
      providers: PORTS.map((provide) => ({ provide, useValue: adapter(provide) })),
      exports: [...PORTS],
    };
  }
}
