import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import {
  freePort,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../packages/local-postgres/src/index.ts';
import { inRepository, REPOSITORY } from '../repository.ts';
import { apiBundle, buildIfStale } from '../start/builds.ts';
import { Child } from '../start/child.ts';
import { startProvider, type Provider } from './provider.ts';

/** A Node program of the bench, with where it answers. */
export interface Running {
  readonly child: Child;
  readonly url: string;
  /** From its start until it was ready. */
  readonly readyAfterMs: number;
}

/** What the container image sets for its processes' memory: what is measured is what is delivered. */
const IMAGE = readFileSync(inRepository('infra', 'deployment', 'Dockerfile'), 'utf8');
const MEMORY = {
  NODE_OPTIONS: /^ENV NODE_OPTIONS="(.*)"$/mu.exec(IMAGE)?.[1],
  MALLOC_ARENA_MAX: /^ENV MALLOC_ARENA_MAX=(\d+)$/mu.exec(IMAGE)?.[1],
};

/** The account that the provider of the bench answers for. */
const ACCOUNT = { accountSid: `AC${'b'.repeat(32)}`, authToken: 'bench-auth-token' };

/** One Postgres as `start` runs it (fsync and synchronous_commit on), and programs that use it. */
export class Surroundings {
  private readonly programs = new Set<Child>();
  private readonly secret = randomBytes(32).toString('hex');

  readonly folder: string;
  readonly provider: Provider;
  private readonly postgres: EmbeddedPostgres;

  private constructor(folder: string, provider: Provider, postgres: EmbeddedPostgres) {
    this.folder = folder;
    this.provider = provider;
    this.postgres = postgres;
  }

  /** @param options `forTests`: nothing that anybody wants to keep, and nothing to be measured */
  static async start(options: { readonly forTests?: boolean } = {}): Promise<Surroundings> {
    await buildIfStale(apiBundle, () => undefined);
    const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-bench-'));
    // Started by root, the database runs as another user: in a folder that this one may enter it stays there.
    await chmod(folder, 0o711);
    await mkdir(path.join(folder, 'logs'));
    const dataDir = path.join(folder, 'postgres');
    let postgres = await startEmbeddedPostgres({ dataDir, ...options });
    // When a transaction was committed, for the time from there to the provider.
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('alter system set track_commit_timestamp = on');
    await client.end();
    await postgres.stop();
    postgres = await startEmbeddedPostgres({ dataDir, ...options });
    return new Surroundings(folder, await startProvider(), postgres);
  }

  get authToken(): string {
    return ACCOUNT.authToken;
  }

  /** A statement as the superuser. */
  async query<Row extends pg.QueryResultRow>(
    database: string,
    sql: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.urlOf(database) });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  urlOf(database: string): string {
    const url = new URL(this.postgres.url);
    url.pathname = `/${database}`;
    return url.href;
  }

  /** A migrated database with the demo company. */
  async makeDatabase(database: string): Promise<void> {
    await this.query('postgres', `create database ${database}`);
    await this.migrate(database);
    await this.seedDemo(database);
  }

  async migrate(database: string): Promise<void> {
    await this.once('dist/migrate.js', database);
  }

  /** @returns a key of the demo dealer */
  async seedDemo(database: string): Promise<{ readonly apiKey: string }> {
    return JSON.parse(await this.once('dist/seed-demo.js', database)) as { apiKey: string };
  }

  /** Publishes every brand that needs it: what the program said. */
  renewPages(database: string): Promise<string> {
    return this.once('dist/bundle/publish-all.js', database);
  }

  /** The API's environment. */
  environment(database: string, port: number, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      ...MEMORY,
      PORT: String(port),
      DATABASE_URL: this.urlOf(database),
      PUBLIC_URL: `http://127.0.0.1:${port === 0 ? 1 : port}`,
      PAGES_DIR: path.join(this.folder, 'pages'),
      PORTAL_DIR: inRepository('apps', 'portal', 'dist'),
      KEYHOLDER_SECRET: this.secret,
      TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
      TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
      TWILIO_FROM: '+14155550100',
      TWILIO_BASE_URL: this.provider.url,
      ...more,
    };
  }

  /** The API as it is delivered, ready. */
  async startApi(database: string, more: NodeJS.ProcessEnv = {}): Promise<Running> {
    const port = await freePort();
    const script = inRepository('apps', 'api', 'dist', 'bundle', 'main.js');
    return this.ready(this.run(script, this.environment(database, port, more)), port);
  }

  /** A plain alternative: a file of this folder that listens on PORT. */
  async startPlain(file: string, database: string): Promise<Running> {
    const port = await freePort();
    const env = this.environment(database, port);
    return this.ready(this.run(inRepository('infra', 'bench', 'plain', file), env), port);
  }

  /** A plain alternative that does one thing and ends. */
  async runPlain(file: string, database: string, more: NodeJS.ProcessEnv): Promise<void> {
    await this.runOnce(inRepository('infra', 'bench', 'plain', file), database, more);
  }

  /** A program of ours that does one thing and ends: what it printed. */
  runProgram(file: string, database: string, more: NodeJS.ProcessEnv): Promise<string> {
    return this.runOnce(inRepository('infra', 'bench', 'programs', file), database, more);
  }

  async stop(running: Running): Promise<void> {
    await running.child.stop();
    this.programs.delete(running.child);
  }

  /** Ends it at once, as a power cut would. */
  async kill(running: Running): Promise<void> {
    running.child.kill();
    await running.child.ended;
    this.programs.delete(running.child);
  }

  async end(): Promise<void> {
    await Promise.all([...this.programs].map((child) => child.stop()));
    await this.provider.stop();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async ready(child: Child, port: number): Promise<Running> {
    const from = performance.now();
    const url = `http://127.0.0.1:${port}`;
    await child.untilAnswering(`${url}/health/ready`, (status) => status === 200, 60_000);
    return { child, url, readyAfterMs: performance.now() - from };
  }

  private once(script: string, database: string): Promise<string> {
    return this.runOnce(inRepository('apps', 'api', script), database);
  }

  private async runOnce(script: string, database: string, more: NodeJS.ProcessEnv = {}): Promise<string> {
    const child = this.run(script, this.environment(database, 0, more));
    try {
      return await child.result();
    } finally {
      this.programs.delete(child);
    }
  }

  private run(script: string, env: NodeJS.ProcessEnv): Child {
    const name = path.basename(script).replace(/\..*/u, '');
    const child = new Child({
      name,
      script,
      env,
      cwd: REPOSITORY,
      logFile: path.join(this.folder, 'logs', `${name}-${randomBytes(3).toString('hex')}.log`),
      secretAnswer: name === 'seed-demo',
    });
    this.programs.add(child);
    return child;
  }
}
