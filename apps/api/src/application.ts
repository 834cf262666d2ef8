import { mkdir } from 'node:fs/promises';
import helmet from '@fastify/helmet';
import { Logger, Module, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AdaptersModule } from './adapters.module.ts';
import { ApiModule } from './api.module.ts';
import { compose, type Surroundings } from './compose.ts';
import { StandingSweeper } from './home/standing-sweeper.ts';
import { sayLanguage } from './http/say-language.ts';
import { serveApiDescription } from './http/api-description.ts';
import { serveAuth } from './http/auth-routes.ts';
import { serveOnlyHealth } from './http/health-only.ts';
import { keepDraftsApart, takeFilesAsStreams } from './http/drafts-apart.ts';
import { refuseUnreadableRequests } from './http/readable-requests.ts';
import { cutOffSlowBodies } from './http/slow-bodies.ts';
import { serveStaticFiles } from './http/static-files.ts';
import { traceRequests } from './http/request-traces.ts';
import { answerUnreadable } from './http/unreadable-connections.ts';
import { validationPipe } from './http/validation.ts';
import { processLog } from './logging.ts';
import { TemplateRenewal } from './publishing/template-renewal.ts';
import type { Settings } from './settings.ts';
import { startTracing } from './tracing/start-tracing.ts';
import { traceCommands } from './tracing/trace-commands.ts';

/** The largest body of any call here; files are uploaded elsewhere. */
const BODY_LIMIT_BYTES = 64 * 1024;
/** Slow clients are cut off after this; a film over a slow line takes minutes. Headers alone get no such time. */
const REQUEST_TIMEOUT_MS = 300_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** The same for bodies that are no file. */
const BODY_TIMEOUT_MS = 30_000;
/** Whoever is not done so long after a stop was asked for is cut off. */
const STOP_LIMIT_MS = 5_000;

const createServer = async (settings: Settings): Promise<FastifyAdapter> => {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // A request without a host is refused by us: Node's own answer has no words.
    http: { headersTimeout: HEADERS_TIMEOUT_MS, requireHostHeader: false },
    clientErrorHandler: answerUnreadable,
    forceCloseConnections: 'idle',
    trustProxy: settings.trustedProxies.length === 0 ? false : [...settings.trustedProxies],
  });
  const https = settings.publicUrl.protocol === 'https:';
  const server = adapter.getInstance<FastifyInstance>();
  traceRequests(server);
  await server.register(helmet, {
    // Set per kind of answer: the portal, the pages, everything else.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  // What one person may see is kept by no cache, unless the answer says otherwise.
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
  });
  sayLanguage(server);
  return adapter;
};

/** Nobody waits for it; a failure is tried again at the next start. */
const renewInBackground = (renewal: TemplateRenewal): void => {
  renewal.run().catch((error: unknown) => {
    new Logger('Keyholder').error(
      `Pages could not be renewed: ${error instanceof Error ? error.name : 'error'}`,
    );
  });
};

/** How often notes of changed sites are looked for that nobody was woken for. */
const OVERVIEWS_LOOK_MS = 5_000;

/** A running application. */
export interface Application {
  readonly app: NestFastifyApplication;
  /** Looks once for everything that is due without anybody asking for it, and for next steps that time has changed. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the roles that the settings name, in one process, on a migrated database.
 * @throws when the database's role is not bound by row-level security, or the port is taken
 */
export const startApplication = async (
  settings: Settings,
  options: Surroundings & {
    readonly logLevels?: LogLevel[];
    /** Whether a publisher brings all brands' pages to this build's templates, as it does. */
    readonly renewsTemplates?: boolean;
  } = {},
): Promise<Application> => {
  const endTracing = await startTracing(settings.tracing);
  const parts = await compose(settings, options);

  @Module({ imports: [AdaptersModule.with(parts.adapters), ApiModule] })
  class Root {}

  await mkdir(settings.pagesDir, { recursive: true });
  const app = await NestFactory.create<NestFastifyApplication>(Root, await createServer(settings), {
    // Its own words about every route are of no use to whoever starts it.
    logger: processLog(settings.production, options.logLevels ?? ['warn', 'error', 'fatal']),
    abortOnError: false,
  });
  traceCommands(app.get(CommandBus));
  app.useGlobalPipes(validationPipe());
  const server = app.getHttpAdapter().getInstance();
  refuseUnreadableRequests(server);
  cutOffSlowBodies(server, BODY_TIMEOUT_MS);
  if (!settings.does('api')) serveOnlyHealth(server);
  serveAuth(server, parts.authRoutes);
  keepDraftsApart(server, settings);
  takeFilesAsStreams(server);
  await serveStaticFiles(server, settings);
  serveApiDescription(app);
  const standing = app.get(StandingSweeper);
  await app.init();
  app.useLogger(processLog(settings.production, options.logLevels ?? ['log', 'warn', 'error', 'fatal']));
  await parts.doorbell.start();
  await parts.queue.start();
  await parts.metrics.start();
  if (settings.does('worker')) {
    // What a process that was killed has left, where no change comes that would say so.
    parts.rounds.every(OVERVIEWS_LOOK_MS, () => parts.overviews.catchUp());
    parts.rounds.start();
    standing.start();
    parts.overviews.start();
  }
  await app.listen(settings.port, settings.host);
  const renewal = app.get(TemplateRenewal);
  if (settings.does('publisher') && options.renewsTemplates !== false) renewInBackground(renewal);
  const close = async (): Promise<void> => {
    await renewal.stop();
    await parts.rounds.stop();
    await parts.overviews.stop();
    // Requests on their way are answered and may still queue work and ring; live streams would never end by themselves.
    parts.doorbell.endStreams();
    const cutOff = setTimeout(() => app.getHttpServer().closeAllConnections(), STOP_LIMIT_MS);
    await app.close();
    clearTimeout(cutOff);
    await parts.queue.stop();
    await parts.doorbell.stop();
    await parts.metrics.stop();
    await parts.close();
    await endTracing();
  };
  const sweep = async (): Promise<void> => {
    await parts.rounds.lookNow();
    await standing.sweep();
    await parts.overviews.catchUp();
  };
  return { app, sweep, close };
};
