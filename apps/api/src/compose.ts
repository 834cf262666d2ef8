import type { InjectionToken } from '@nestjs/common';
import { SystemClock } from './adapters/clock/system-clock.ts';
import { AccountAudit } from './adapters/identity/account-audit.ts';
import { FailedSignIns } from './adapters/identity/failed-sign-ins.ts';
import { CLIENT_ADDRESS_HEADER, openAuth } from './adapters/identity/auth.ts';
import { RandomApiKeys } from './adapters/identity/api-keys.ts';
import { BetterAuthIdentities } from './adapters/identity/better-auth-identities.ts';
import { PostgresCallers } from './adapters/identity/postgres-callers.ts';
import { PostgresInvitations } from './adapters/identity/postgres-invitations.ts';
import { PostgresRateLimits } from './adapters/limits/postgres-rate-limits.ts';
import { SmtpMailer } from './adapters/mail/smtp-mailer.ts';
import { PostgresCaseDirectory } from './adapters/postgres/case-directory.ts';
import { PostgresCompanyDirectory } from './adapters/postgres/company-directory.ts';
import { PostgresBrandDirectory } from './adapters/postgres/brand-directory.ts';
import { openAsApp } from './adapters/postgres/connection.ts';
import { DatabaseReadiness } from './adapters/postgres/database-readiness.ts';
import { measureBacklog } from './adapters/postgres/measure-backlog.ts';
import { OpenTelemetryMetrics } from './adapters/telemetry/open-telemetry-metrics.ts';
import { TimedRounds } from './adapters/clock/timed-rounds.ts';
import { PostgresDueWork } from './adapters/postgres/due-work.ts';
import { Doorbell } from './adapters/postgres/doorbell.ts';
import { PostgresIdempotencyKeys } from './adapters/postgres/idempotency-keys.ts';
import { InvitationTokens } from './adapters/postgres/invitation-tokens.ts';
import { JobQueue } from './adapters/postgres/job-queue.ts';
import { LinkTokens } from './adapters/postgres/link-tokens.ts';
import { PostgresLinks } from './adapters/postgres/links.ts';
import { refuseBypassingRole } from './adapters/postgres/migrate.ts';
import { PostgresUnitOfWork } from './adapters/postgres/postgres-unit-of-work.ts';
import { ReadDatabase } from './adapters/postgres/read-database.ts';
import { SiteOverviews } from './adapters/postgres/site-overviews.ts';
import { PostgresSiteDirectory } from './adapters/postgres/site-directory.ts';
import { PostgresTextDirectory } from './adapters/postgres/text-directory.ts';
import { refuseUnfitDatabase } from './adapters/production-checks.ts';
import { twilioClient } from './adapters/twilio/twilio-client.ts';
import { TwilioInboundPoll } from './adapters/twilio/twilio-inbound-poll.ts';
import { TwilioLookup } from './adapters/twilio/twilio-lookup.ts';
import { TwilioMessagePoll } from './adapters/twilio/twilio-message-poll.ts';
import { TwilioSender } from './adapters/twilio/twilio-sender.ts';
import { TwilioWebhooks } from './adapters/twilio/twilio-webhooks.ts';
import { DerivedWebhookSecrets } from './adapters/webhooks/derived-webhook-secrets.ts';
import { HttpWebhookSender } from './adapters/webhooks/http-webhook-sender.ts';
import { CleanedUploads } from './adapters/media/cleaned-uploads.ts';
import { MediaFolder } from './adapters/media/media-folder.ts';
import { copyMedia, mediaDirOfWelcome } from './adapters/welcome-site/built-in-media.ts';
import { HttpLinkHosts } from './adapters/welcome-site/http-link-hosts.ts';
import { SignedDrafts } from './adapters/welcome-site/signed-drafts.ts';
import { StaticPagePublisher } from './adapters/welcome-site/static-page-publisher.ts';
import { deriveKey } from './derive-key.ts';
import type { AuthRoutesParts } from './http/auth-routes.ts';
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
import { JobRunner, type JobName } from './ports/jobs.ts';
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

/** The adapters of one process, opened. */
export interface Composition {
  readonly adapters: ReadonlyMap<InjectionToken, unknown>;
  readonly authRoutes: AuthRoutesParts;
  readonly queue: JobQueue;
  readonly doorbell: Doorbell;
  readonly rounds: TimedRounds;
  readonly overviews: SiteOverviews;
  readonly metrics: OpenTelemetryMetrics;
  /** Closes what was opened, once nothing uses it any more. */
  close(): Promise<void>;
}

/** What the settings do not say: what time it is, and how patient the process is. */
export interface Surroundings {
  readonly clock?: Clock | undefined;
  /** Who asks the hosts of brands' links; over the internet where it is not said. */
  readonly linkHosts?: LinkHosts | undefined;
  /** How long an answer of the provider is waited for; as the adapter thinks right where it is not said. */
  readonly providerTimeoutMs?: number | undefined;
}

/** Opens every adapter that the settings ask for. */
export const compose = async (settings: Settings, surroundings: Surroundings = {}): Promise<Composition> => {
  const clock = surroundings.clock ?? new SystemClock();
  const { work, queue: forQueue, sessions } = settings.databaseConnections;
  const orm = await openAsApp(settings.databaseUrl, work);
  const webhookSender = new HttpWebhookSender(settings.webhooksToLoopback);
  const mailer = new SmtpMailer(settings.smtpUrl, settings.mailFrom);
  const { auth, accountMaker, pool } = openAuth(settings.databaseUrl, settings, {
    mailer,
    connections: sessions,
    onPasswordReset: (person) => accountAudit.record(person, 'account.password_reset', undefined),
    onSecondFactorFailed: (person, from) =>
      failedSignIns.ofAccount(person, 'account.second_factor_failed', from),
  });
  const close = async (): Promise<void> => {
    mailer.close();
    await webhookSender.close();
    await pool.end();
    await orm.close(true);
  };
  try {
    await refuseBypassingRole((sql) => orm.em.fork().execute(sql));
    if (settings.production) await refuseUnfitDatabase(orm, pool);
  } catch (error) {
    await close();
    throw error;
  }
  const rounds = new TimedRounds();
  const metrics = new OpenTelemetryMetrics(settings.metrics, () => measureBacklog(orm, clock.now()));
  const doorbell = new Doorbell(settings.databaseUrl);
  const works = (name: JobName): boolean => settings.does(name === 'publish-brand' ? 'publisher' : 'worker');
  const queue = new JobQueue(settings.databaseUrl, works, doorbell, forQueue);
  const overviews = new SiteOverviews(orm, doorbell, clock);
  const tokens = new LinkTokens(settings.secret);
  const media = new MediaFolder(settings.mediaDir);
  const builtIn = await copyMedia({ pagesDir: settings.pagesDir, mediaDir: mediaDirOfWelcome() });
  const twilio = twilioClient(settings.twilio, surroundings.providerTimeoutMs);
  const invitationTokens = new InvitationTokens(settings.secret);
  const unitOfWork = new PostgresUnitOfWork(orm, queue, doorbell, tokens, clock, invitationTokens);
  const identities = new BetterAuthIdentities(accountMaker, pool);
  const accountAudit = new AccountAudit(orm, unitOfWork, identities, mailer, clock);
  const limits = new PostgresRateLimits(pool, deriveKey(settings.secret, 'rate-limits'));
  const failedSignIns = new FailedSignIns(orm, unitOfWork, accountAudit, limits, metrics, clock);
  const adapters = new Map<InjectionToken, unknown>([
    [Settings, settings],
    [Clock, clock],
    [Callers, new PostgresCallers(orm, auth, clock)],
    [Links, new PostgresLinks(orm, tokens, clock)],
    [UnitOfWork, unitOfWork],
    [Identities, identities],
    [Invitations, new PostgresInvitations(orm, invitationTokens, clock)],
    [ApiKeyMaker, new RandomApiKeys()],
    [CaseDirectory, new PostgresCaseDirectory(orm)],
    [CompanyDirectory, new PostgresCompanyDirectory(orm)],
    [Mailer, mailer],
    [RateLimits, limits],
    [ReadDatabase, new ReadDatabase(orm)],
    [TextDirectory, new PostgresTextDirectory(orm)],
    [SiteDirectory, new PostgresSiteDirectory(orm)],
    [DueWork, new PostgresDueWork(orm)],
    [InboundPoll, new TwilioInboundPoll(twilio)],
    [Rounds, rounds],
    [Metrics, metrics],
    [JobRunner, queue],
    [IdempotencyKeys, new PostgresIdempotencyKeys(orm, clock)],
    [LiveChanges, doorbell],
    [Readiness, new DatabaseReadiness(orm)],
    [PagePublisher, new StaticPagePublisher(settings.pagesDir, media)],
    [Uploads, new CleanedUploads(media, settings.pagesDir)],
    [BrandDirectory, new PostgresBrandDirectory(orm)],
    [BuiltInVideos, builtIn satisfies BuiltInVideos],
    [DraftsOnShow, new SignedDrafts(settings.secret, settings.previewOrigin)],
    [LinkHosts, surroundings.linkHosts ?? new HttpLinkHosts(settings.secret)],
    [ProviderWebhooks, new TwilioWebhooks(settings.twilio.webhookTokens, settings.publicUrl)],
    [WebhookSecrets, new DerivedWebhookSecrets(settings.secret)],
    [WebhookSender, webhookSender],
    [LINE_TYPE_LOOKUP, new TwilioLookup(twilio)],
    [TEXT_SENDER, new TwilioSender(twilio, settings.publicUrl)],
    [TEXT_POLL, new TwilioMessagePoll(twilio)],
  ]);
  const authRoutes: AuthRoutesParts = {
    auth: {
      handler: (request) => auth.handler(request),
      holder: async (headers) => (await auth.api.getSession({ headers }))?.user ?? null,
      accountOf: (email) => identities.byEmail(email),
    },
    limits,
    origin: settings.publicUrl.origin,
    addressHeader: CLIENT_ADDRESS_HEADER,
    record: (person, action, from) => accountAudit.record(person, action, from),
    failures: failedSignIns,
    learnLanguage: ({ id }, language) => identities.learnLanguage(id, language),
  };
  const closeAll = (): Promise<void> => {
    unitOfWork.end();
    return close();
  };
  return { adapters, authRoutes, queue, doorbell, rounds, overviews, metrics, close: closeAll };
};
