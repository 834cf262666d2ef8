import path from 'node:path';
import { z } from 'zod';
import { TRACE_SAMPLERS, type TracingSettings } from './tracing/start-tracing.ts';

const RawSettings = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u }),
    DATABASE_OWNER_URL: z.url({ protocol: /^postgres(?:ql)?$/u }).optional(),
    DATABASE_CONNECTIONS: z.coerce.number().int().min(8).max(200).default(16),
    PUBLIC_URL: z.url({ protocol: /^https?$/u }),
    PAGES_DIR: z.string().min(1),
    MEDIA_DIR: z.string().min(1).optional(),
    PREVIEW_URL: z.url({ protocol: /^https?$/u }).optional(),
    PORTAL_DIR: z.string().min(1).optional(),
    KEYHOLDER_SECRET: z.string().min(32, 'at least 32 characters'),
    ROLES: z
      .string()
      .default('api,worker,publisher')
      .transform((list) => list.split(',').map((role) => role.trim()))
      .pipe(z.array(z.enum(['api', 'worker', 'publisher'])).min(1)),
    SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
    MAIL_FROM: z.string().min(3).optional(),
    TRUSTED_PROXIES: z
      .string()
      .transform((list) => list.split(',').map((address) => address.trim()))
      .optional(),
    TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/iu, 'AC and 32 hexadecimal digits'),
    TWILIO_AUTH_TOKEN: z.string().min(16),
    TWILIO_AUTH_TOKEN_SECONDARY: z.string().min(16).optional(),
    TWILIO_API_KEY: z.string().optional(),
    TWILIO_API_SECRET: z.string().optional(),
    TWILIO_MESSAGING_SERVICE_SID: z
      .string()
      .regex(/^MG[0-9a-f]{32}$/iu, 'MG and 32 hexadecimal digits')
      .optional(),
    TWILIO_FROM: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/u, 'a number such as +14155550123')
      .optional(),
    METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/u }).optional(),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url({ protocol: /^https?$/u }).optional(),
    OTEL_TRACES_SAMPLER: z.enum(TRACE_SAMPLERS).default('parentbased_always_on'),
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
    OTEL_BSP_SCHEDULE_DELAY: z.coerce.number().int().min(1).max(60_000).default(5_000),
    OTEL_SDK_DISABLED: z.enum(['true', 'false']).default('false'),
    WEBHOOKS_TO_LOOPBACK: z.enum(['yes', 'no']).default('no'),
    TWILIO_BASE_URL: z.url({ protocol: /^https?$/u }).optional(),
  })
  .refine((raw) => (raw.TWILIO_API_KEY === undefined) === (raw.TWILIO_API_SECRET === undefined), {
    path: ['TWILIO_API_SECRET'],
    message: 'TWILIO_API_KEY and TWILIO_API_SECRET go together',
  })
  .refine(
    (raw) => raw.PREVIEW_URL === undefined || new URL(raw.PREVIEW_URL).host !== new URL(raw.PUBLIC_URL).host,
    { path: ['PREVIEW_URL'], message: 'must be another host than PUBLIC_URL' },
  )
  .refine((raw) => raw.NODE_ENV !== 'production' || raw.TWILIO_BASE_URL === undefined, {
    path: ['TWILIO_BASE_URL'],
    message: 'not allowed in production: the credentials would go there',
  })
  .refine((raw) => raw.NODE_ENV !== 'production' || raw.WEBHOOKS_TO_LOOPBACK === 'no', {
    path: ['WEBHOOKS_TO_LOOPBACK'],
    message: 'not allowed in production: whoever may name a webhook could call into this machine',
  });

/** What a secret that `start` made for one machine begins with. */
const LOCAL_SECRET_PREFIX = 'local-';

/** What only production asks for. */
const ProductionSettings = RawSettings.superRefine((raw, context) => {
  if (raw.NODE_ENV !== 'production') return;
  const refuse = (variable: string, message: string): void =>
    context.addIssue({ code: 'custom', path: [variable], message });
  if (raw.KEYHOLDER_SECRET.startsWith(LOCAL_SECRET_PREFIX)) {
    refuse('KEYHOLDER_SECRET', 'was made for the demo on one machine; production takes a secret of its own');
  }
  if (new Set(raw.KEYHOLDER_SECRET).size < 10) {
    refuse(
      'KEYHOLDER_SECRET',
      'can be guessed: take 32 random bytes, for example from "openssl rand -base64 32"',
    );
  }
  if (!raw.PUBLIC_URL.startsWith('https://')) {
    refuse('PUBLIC_URL', 'must be https in production: cookies and links need it');
  }
  if (raw.SMTP_URL === undefined) refuse('SMTP_URL', 'is needed in production: invitations go by mail');
});

/** What the process is told by its environment, checked. */
export class Settings {
  private constructor(private readonly raw: z.infer<typeof RawSettings>) {}

  /**
   * Reads and checks the environment.
   * @throws an error that names each variable that is missing or wrong; it never shows a value.
   */
  static read(environment: NodeJS.ProcessEnv): Settings {
    const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
    const parsed = ProductionSettings.safeParse(filled);
    if (parsed.success) return new Settings(parsed.data);
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete:\n${lines.join('\n')}`);
  }

  get production(): boolean {
    return this.raw.NODE_ENV === 'production';
  }

  get port(): number {
    return this.raw.PORT;
  }
  get host(): string {
    return this.raw.HOST;
  }
  get databaseUrl(): string {
    return this.raw.DATABASE_URL;
  }
  /** Migrates; the same as `databaseUrl` where only one is given. */
  get databaseOwnerUrl(): string {
    return this.raw.DATABASE_OWNER_URL ?? this.raw.DATABASE_URL;
  }
  /**
   * The most connections to the database that this process opens, by what they are for. One is kept for hearing of
   * changes; sessions are the API's alone.
   */
  get databaseConnections(): { readonly work: number; readonly queue: number; readonly sessions: number } {
    const [doorbell, queue, sessions] = [1, this.does('worker') ? 2 : 1, this.does('api') ? 2 : 0];
    return { work: this.raw.DATABASE_CONNECTIONS - doorbell - queue - sessions, queue, sessions };
  }
  /** Where figures are fetched from, which is not for the public; null: nowhere. */
  get metrics(): { readonly host: string; readonly port: number } | null {
    const { METRICS_HOST: host, METRICS_PORT: port } = this.raw;
    return port === undefined ? null : { host, port };
  }
  /** Where traces are sent, by OpenTelemetry's own variables; null: nowhere. */
  get tracing(): TracingSettings | null {
    const { raw } = this;
    const base = raw.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/*$/u, '');
    const url = raw.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base === undefined ? null : `${base}/v1/traces`);
    if (url === null || raw.OTEL_SDK_DISABLED === 'true') return null;
    return {
      url,
      sampler: raw.OTEL_TRACES_SAMPLER,
      ratio: raw.OTEL_TRACES_SAMPLER_ARG,
      delayMs: raw.OTEL_BSP_SCHEDULE_DELAY,
    };
  }
  /** Where the portal and the webhooks are reached from outside. */
  get publicUrl(): URL {
    return new URL(this.raw.PUBLIC_URL);
  }
  get pagesDir(): string {
    return this.raw.PAGES_DIR;
  }
  /** Uploaded files, one folder per company; beside the pages where nothing is said. Shared by every process. */
  get mediaDir(): string {
    return this.raw.MEDIA_DIR ?? path.join(path.dirname(path.resolve(this.raw.PAGES_DIR)), 'media');
  }
  /**
   * Origin that shows drafts, another than the portal's: what a draft shows must not act for who looks at it. On a
   * developer's machine the other name of the same machine; null where there is none, then no draft is shown.
   */
  get previewOrigin(): string | null {
    const { publicUrl } = this;
    if (this.raw.PREVIEW_URL !== undefined) return new URL(this.raw.PREVIEW_URL).origin;
    const other = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[publicUrl.hostname];
    if (this.production || other === undefined) return null;
    const url = new URL(publicUrl);
    url.hostname = other;
    return url.origin;
  }
  get portalDir(): string | null {
    return this.raw.PORTAL_DIR ?? null;
  }
  /** Root of every derived key; see `derive-key.ts`. */
  get secret(): string {
    return this.raw.KEYHOLDER_SECRET;
  }
  /** Where mails are handed over; null: nowhere, and whoever needs one is told so. */
  get smtpUrl(): string | null {
    return this.raw.SMTP_URL ?? null;
  }
  /** Sender of mails. */
  get mailFrom(): string {
    return this.raw.MAIL_FROM ?? `Keyholder <no-reply@${this.publicUrl.hostname}>`;
  }
  /** Addresses or networks of proxies whose word about the client's address is taken. */
  get trustedProxies(): readonly string[] {
    return this.raw.TRUSTED_PROXIES ?? [];
  }
  /** Whether webhooks may go to this machine itself, as on a developer's. */
  get webhooksToLoopback(): boolean {
    return this.raw.WEBHOOKS_TO_LOOPBACK === 'yes';
  }
  does(role: 'api' | 'worker' | 'publisher'): boolean {
    return this.raw.ROLES.includes(role);
  }
  get twilio(): {
    readonly accountSid: string;
    readonly authToken: string;
    /** Signatures made with these are accepted; two while a token is rotated. */
    readonly webhookTokens: readonly string[];
    readonly apiKey: { readonly sid: string; readonly secret: string } | null;
    readonly messagingServiceSid: string | null;
    readonly from: string | null;
    /** Only for a look-alike; null means twilio.com. */
    readonly baseUrl: string | null;
  } {
    const { raw } = this;
    return {
      accountSid: raw.TWILIO_ACCOUNT_SID,
      authToken: raw.TWILIO_AUTH_TOKEN,
      webhookTokens: [raw.TWILIO_AUTH_TOKEN, raw.TWILIO_AUTH_TOKEN_SECONDARY].filter(
        (token) => token !== undefined,
      ),
      apiKey:
        raw.TWILIO_API_KEY !== undefined && raw.TWILIO_API_SECRET !== undefined
          ? { sid: raw.TWILIO_API_KEY, secret: raw.TWILIO_API_SECRET }
          : null,
      messagingServiceSid: raw.TWILIO_MESSAGING_SERVICE_SID ?? null,
      from: raw.TWILIO_FROM ?? null,
      baseUrl: raw.TWILIO_BASE_URL ?? null,
    };
  }
}
