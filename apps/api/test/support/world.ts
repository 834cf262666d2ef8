import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Schemas } from '@keyholder/api-client';
import { freePort } from '@keyholder/local-postgres';
import { startMailCatcher, type Mail, type MailCatcher } from '@keyholder/mail-catcher';
import { SandboxControl, startSandbox, type Text } from '@keyholder/twilio-sandbox';
import type { LogLevel } from '@nestjs/common';
import { expect, inject, vi } from 'vitest';
import { startApplication, type Application } from '../../src/application.ts';
import { seedDemo, type DemoAccess } from '../../src/demo/seed-demo.ts';
import { DEMO } from '../../src/demo/demo-company.ts';
import { Clock } from '../../src/ports/clock.ts';
import { Settings } from '../../src/settings.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { TEMPLATE_WITH_PEOPLE } from './postgres.setup.ts';

/** The number that the demo brand's texts come from. */
export const SENDER = '+12125550198';

/** A number of ours that no brand uses until a test gives it to one. */
export const SECOND_SENDER = '+12125550197';

/** A clock that a test can set forward; it runs with the machine's in between. */
export class TestClock extends Clock {
  private ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}

/** An answer of the API. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** The whole product on real Postgres, with the sandbox as the phone network. */
export class World {
  readonly site = DEMO.sites[0].id;

  private constructor(
    readonly url: string,
    readonly database: TestDatabase,
    readonly sandbox: SandboxControl,
    readonly access: DemoAccess,
    readonly clock: TestClock,
    readonly application: Application,
    readonly settings: Settings,
    /** A second process's worth of workers, in this one. */
    readonly startWorker: () => Promise<void>,
    /** What the settings were read from, for a second process beside this one. */
    readonly environment: NodeJS.ProcessEnv,
    private readonly catcher: MailCatcher | null,
    private readonly end: () => Promise<void>,
  ) {}

  /**
   * @param options `providerTimeoutMs`: how long the application waits for an answer of the sandbox; `roles`: what the
   *   application does; jobs wait until {@link startWorker} where it does not work; `mails`: with a mail server, whose
   *   mails {@link mailTo} finds
   */
  static async start({
    providerTimeoutMs,
    logLevels = ['fatal'],
    roles = 'api,worker,publisher',
    metrics = false,
    tracesTo,
    mails = false,
  }: {
    readonly providerTimeoutMs?: number;
    readonly logLevels?: LogLevel[];
    readonly roles?: string;
    /** Whether figures can be fetched, at `settings.metrics`. */
    readonly metrics?: boolean;
    /** The address of a collector of traces. */
    readonly tracesTo?: string;
    readonly mails?: boolean;
  } = {}): Promise<World> {
    const database = await createDatabase(TEMPLATE_WITH_PEOPLE);
    const port = await freePort();
    const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-test-'));
    const accountSid = `AC${randomBytes(16).toString('hex')}`;
    const authToken = randomBytes(16).toString('hex');
    const url = `http://127.0.0.1:${port}`;
    const sandbox = await startSandbox({
      accountSid,
      authToken,
      senders: [{ number: SENDER }, { number: SECOND_SENDER }],
      inboundUrl: `${url}/webhooks/twilio/inbound`,
      latencyMs: 0,
    });
    const catcher = mails ? await startMailCatcher() : null;
    const environment = {
      NODE_ENV: 'test',
      SMTP_URL: catcher?.smtpUrl,
      // A test says by X-Forwarded-For from which address it asks.
      TRUSTED_PROXIES: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: database.url,
      PUBLIC_URL: url,
      PAGES_DIR: path.join(folder, 'pages'),
      KEYHOLDER_SECRET: inject('secret'),
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: SENDER,
      TWILIO_BASE_URL: sandbox.url,
      WEBHOOKS_TO_LOOPBACK: 'yes',
      ROLES: roles,
      OTEL_EXPORTER_OTLP_ENDPOINT: tracesTo,
      OTEL_BSP_SCHEDULE_DELAY: '50',
      ...(metrics ? { METRICS_PORT: String(await freePort()) } : {}),
    };
    const settings = Settings.read(environment);
    const clock = new TestClock();
    const access = await seedDemo(settings);
    const application = await startApplication(settings, { clock, providerTimeoutMs, logLevels });
    const workers: Application[] = [];
    const startWorker = async (): Promise<void> => {
      const worker = Settings.read({ ...environment, ROLES: 'worker', PORT: '0' });
      workers.push(await startApplication(worker, { clock, providerTimeoutMs, logLevels }));
    };
    const end = async (): Promise<void> => {
      for (const worker of workers) await worker.close();
      await application.close();
      await sandbox.close();
      await catcher?.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    };
    return new World(
      url,
      database,
      new SandboxControl(sandbox.url),
      access,
      clock,
      application,
      settings,
      startWorker,
      environment,
      catcher,
      end,
    );
  }

  freePort(): Promise<number> {
    return freePort();
  }

  stop(): Promise<void> {
    return this.end();
  }

  /** Asks the API as the demo dealer's software. */
  call<T = unknown>(
    method: string,
    address: string,
    body?: unknown,
    key: string = this.access.apiKey,
  ): Promise<Answer<T>> {
    return this.request(method, `/api/v1${address}`, { authorization: `Bearer ${key}` }, body);
  }

  private readonly sessions = new Map<string, Promise<string>>();

  /** The cookie of a session of one of the demo's people; signed in once. */
  sessionOf(email: string): Promise<string> {
    const known = this.sessions.get(email) ?? this.signIn(email);
    this.sessions.set(email, known);
    return known;
  }

  /** A new session; the cookie. */
  async signIn(email: string, password: string = this.access.signIn.password): Promise<string> {
    const answer = await this.request(
      'POST',
      '/api/auth/sign-in/email',
      { origin: this.url },
      { email, password },
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.replace(/;.*/u, ''))
      .join('; ');
  }

  /** Waits for the newest mail to an address with these words in its subject. */
  mailTo(address: string, subject: string, most = 10): Promise<Mail> {
    return vi.waitFor(
      async () => {
        const response = await fetch(`${this.catcher?.url}/mails?to=${encodeURIComponent(address)}`);
        const { mails } = (await response.json()) as { mails: Mail[] };
        expect(mails.length).toBeLessThanOrEqual(most);
        const mail = mails.find((one) => one.subject.includes(subject));
        expect(mail, `no mail "${subject}" to ${address}`).toBeDefined();
        return mail!;
      },
      { timeout: 15_000, interval: 25 },
    );
  }

  /** Waits until something is so. */
  waitUntil(isSo: () => Promise<boolean>): Promise<void> {
    return vi.waitFor(async () => expect(await isSo()).toBe(true), { timeout: 15_000, interval: 25 });
  }

  /** How many mails an address has got. */
  async mailsTo(address: string): Promise<number> {
    const response = await fetch(`${this.catcher?.url}/mails?to=${encodeURIComponent(address)}`);
    return ((await response.json()) as { mails: Mail[] }).mails.length;
  }

  /** Asks as a person with a session; changes come from the portal's origin. */
  async as<T = unknown>(
    who: { readonly email: string },
    method: string,
    address: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const cookie = await this.sessionOf(who.email);
    return this.request<T>(method, `/api/v1${address}`, { cookie, origin: this.url, ...headers }, body);
  }

  /** Asks better-auth, from the portal's origin. */
  auth<T = unknown>(
    address: string,
    body?: unknown,
    headers: Record<string, string> = {},
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<Answer<T>> {
    return this.request<T>(method, `/api/auth${address}`, { origin: this.url, ...headers }, body);
  }

  /** Asks as the welcome page does, with the token of a link. */
  asPage<T = unknown>(token: string, method: string, address = '', body?: unknown): Promise<Answer<T>> {
    return this.request(method, `/api/welcome${address}`, { authorization: `Bearer ${token}` }, body);
  }

  async request<T>(
    method: string,
    address: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer<T>> {
    const response = await fetch(this.url + address, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text !== '' ? JSON.parse(text) : text) as T,
    };
  }

  /** A contact of the demo site, made through the API. */
  async contact(phone: string, more: Partial<Schemas['NewContact']> = {}): Promise<Schemas['Contact']> {
    const answer = await this.call<Schemas['Contact']>('POST', `/sites/${this.site}/contacts`, {
      name: 'Ana Pérez',
      phone,
      ...more,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body;
  }

  async contactNow(id: string): Promise<Schemas['Contact']> {
    return (await this.call<Schemas['Contact']>('GET', `/contacts/${id}`)).body;
  }

  async send(id: string, more: Partial<Schemas['SendWelcome']> = {}): Promise<Answer<Schemas['Contact']>> {
    return this.call('POST', `/contacts/${id}/welcome`, { permission: 'spoken', ...more });
  }

  /** Waits until lists of sites show what has been committed; they may be a moment behind. */
  listsHaveCaughtUp(): Promise<void> {
    return this.waitUntil(async () => (await this.database.query('select from changed_site')).length === 0);
  }

  /** Waits until every text has arrived or failed, and all that was told of it is applied. */
  async isCalm(): Promise<void> {
    await this.waitUntil(async () => {
      const [left] = await this.database.query<{ texts: number; events: number }>(
        `select (select count(*)::int from text_message where state in ('queued', 'sending', 'accepted', 'sent')) as texts,
           (select count(*)::int from provider_event where applied_at is null) as events`,
      );
      return left?.texts === 0 && left.events === 0;
    });
    await this.listsHaveCaughtUp();
  }

  /** Waits until the contact is shown so. */
  async shows(id: string, status: Schemas['Status']['kind']): Promise<Schemas['Contact']> {
    return vi.waitFor(
      async () => {
        const contact = await this.contactNow(id);
        expect(contact.status.kind).toBe(status);
        return contact;
      },
      { timeout: 10_000, interval: 25 },
    );
  }

  /** Waits until the last invitation is on the phone, as the contact shows it. */
  async delivered(id: string): Promise<void> {
    await vi.waitFor(async () => expect((await this.contactNow(id)).welcome.state).toBe('delivered'), {
      timeout: 10_000,
      interval: 25,
    });
  }

  /** Waits until the phone has got so many texts, no more. */
  async phoneGets(number: string, count: number): Promise<readonly Text[]> {
    return vi.waitFor(
      async () => {
        const texts = await this.sandbox.textsTo(number);
        expect(texts).toHaveLength(count);
        return texts;
      },
      { timeout: 10_000, interval: 25 },
    );
  }

  /** Every text there ever was went to these numbers, each as often as it is named. */
  async nothingElseWasSent(...numbers: readonly string[]): Promise<void> {
    const texts = await this.sandbox.allTexts();
    const ours = texts.filter((text) => text.from === SENDER);
    expect(ours.map((text) => text.to).toSorted()).toEqual([...numbers].toSorted());
  }
}

/** The cookies that an answer sets, as a browser sends them back. */
export const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.replace(/;.*/u, ''))
    .join('; ');

/** What stands behind # in the link of a mail. */
export const tokenInMail = ({ text }: Pick<Mail, 'text'>): string => {
  const token = /\/portal\/[a-z-]+#(\S+)/u.exec(text)?.[1];
  if (token === undefined) throw new Error(`There is no link in: ${text}`);
  return decodeURIComponent(token);
};

/** The token of the link in a text. */
export const tokenIn = (text: Pick<Text, 'body'>): string => {
  const token = /#([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/u.exec(text.body)?.[1];
  if (token === undefined) throw new Error(`There is no link in: ${text.body}`);
  return token;
};
