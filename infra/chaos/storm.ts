import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
// By path, not by package name: the names lead to compiled files.
import { sideBySide } from '../../apps/api/src/adapters/postgres/job-queues.ts';
import { SILENCES_BEFORE_STOP } from '../../packages/domain/src/welcome/provider-silence.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../packages/local-postgres/src/index.ts';
import { SandboxControl, startSandbox, type Sandbox } from '../../packages/twilio-sandbox/src/index.ts';
import { inRepository, REPOSITORY } from '../repository.ts';
import { freePorts } from './free-ports.ts';
import { audit, type AuditReport, type Cut } from './audit.ts';
import { PatientClient } from './client.ts';
import { makeDealers } from './dealers.ts';
import { Fleet, type UnexpectedEnd } from './fleet.ts';
import { Front } from './front.ts';
import { addEverybody, answer, invite } from './load.ts';
import { Network } from './network.ts';
import { Orphans } from './orphans.ts';
import { fillPages } from './full-disk.ts';
import { Random } from './random.ts';
import { setShift } from './shifted-clock.ts';

const run = promisify(execFile);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface StormOptions {
  readonly contacts: number;
  /** Each with a key of its own; contacts are dealt out to them in turn. */
  readonly dealers: number;
  /** Kill -9 of a process of the product or of Postgres. */
  readonly kills: number;
  /** The same seed decides the same. */
  readonly seed: number;
  readonly workers: number;
  readonly apis: number;
  /** The provider gives no answer for an hour, by the clock of the product. */
  readonly outage: boolean;
  /** The disk of the pages is filled and a brand published; needs root, and is left out without it. */
  readonly fullDisk: boolean;
  readonly clockJumps: number;
  readonly postgresKills: number;
  /** Pause between two blows, in milliseconds, at least and at most. */
  readonly pause: readonly [number, number];
  readonly say: (line: string) => void;
}

export interface StormReport extends AuditReport {
  readonly unexpected: readonly UnexpectedEnd[];
  readonly seconds: number;
}

interface Stage {
  readonly folder: string;
  readonly clockFile: string;
  readonly url: string;
  readonly random: Random;
  readonly cuts: Cut[];
  readonly counts: Record<string, number>;
  shift: number;
  /** Every shift so far, and the machine's time at which it ended. */
  readonly shifts: { readonly shift: number; readonly endedAt: number }[];
}

const SENDER = '+12125550198';

/** Texts that one process has claimed at a time. */
const { workers: LINES, batch: EACH } = sideBySide('hand-over-text');
const HANDED_OVER_AT_ONCE = LINES * EACH;

/** A text that was claimed so long before a cut may have been hit by it. */
const HIT_WITHIN_MS = MINUTE;

/** By each clock that was in force shortly before: a text is dated by the one at its claim. */
const record = (stage: Stage, kind: Cut['kind']): void => {
  const recent = stage.shifts.filter(({ endedAt }) => Date.now() - endedAt < HIT_WITHIN_MS);
  for (const { shift } of [...recent, { shift: stage.shift }]) {
    stage.cuts.push({ kind, at: new Date(Date.now() + shift) });
  }
};

const move = (stage: Stage, by: number): void => {
  stage.shifts.push({ shift: stage.shift, endedAt: Date.now() });
  stage.shift += by;
  setShift(stage.clockFile, stage.shift);
  record(stage, 'clock moved');
};

const counted = (stage: Stage, what: string): void => {
  stage.counts[what] = (stage.counts[what] ?? 0) + 1;
};

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** A database, a provider, and several processes between them; blows until it is enough; then calm, and the audit. */
export const runStorm = async (options: StormOptions): Promise<StormReport> => {
  const began = performance.now();
  const { say } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-chaos-'));
  await chmod(folder, 0o755);
  const clockFile = path.join(folder, 'clock');
  await writeFile(clockFile, '0');
  const ports = await freePorts(2 + options.apis + options.workers);
  const [frontPort, sandboxPort, ...fleetPorts] = ports as [number, number, ...number[]];
  const stage: Stage = {
    folder,
    clockFile,
    url: `http://127.0.0.1:${frontPort}`,
    random: new Random(options.seed),
    cuts: [],
    counts: {},
    shift: 0,
    shifts: [],
  };
  const pages = path.join(folder, 'pages');
  await mkdir(pages);
  await mkdir(path.join(folder, 'logs'));
  const dataDir = path.join(folder, 'postgres');
  let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir, database: 'keyholder' });
  const postgresPort = Number(new URL(postgres.url).port);
  const account = {
    accountSid: `AC${randomBytes(16).toString('hex')}`,
    authToken: randomBytes(16).toString('hex'),
  };
  const openSandbox = (): Promise<Sandbox> =>
    startSandbox({
      ...account,
      port: sandboxPort,
      senders: [{ number: SENDER }],
      inboundUrl: `${stage.url}/webhooks/twilio/inbound`,
      dataFile: path.join(folder, 'sandbox.json'),
      latencyMs: 20,
    });
  let sandbox = await openSandbox();
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    NODE_ENV: 'test',
    DATABASE_URL: postgres.url,
    PUBLIC_URL: stage.url,
    PAGES_DIR: pages,
    KEYHOLDER_SECRET: randomBytes(32).toString('hex'),
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_FROM: SENDER,
    TWILIO_BASE_URL: sandbox.url,
    CHAOS_CLOCK_FILE: clockFile,
  };
  const berths = fleetPorts.map((port, index) =>
    index < options.apis
      ? { name: `api-${index + 1}`, roles: 'api', port }
      : { name: `worker-${index - options.apis + 1}`, roles: 'worker,publisher', port },
  );
  const fleet = new Fleet(berths, environment, path.join(folder, 'logs'));
  const front = await Front.open(frontPort, fleetPorts.slice(0, options.apis));
  const network = new Network(path.join(folder, 'sandbox.json'));
  const orphans = new Orphans(postgres.url);
  const silenced = new Set<string>();
  try {
    const program = (name: string) =>
      run(process.execPath, [inRepository('apps', 'api', 'dist', `${name}.js`)], {
        cwd: REPOSITORY,
        env: { ...environment, PORT: '0' },
      });
    await program('migrate');
    await program('seed-demo');
    const keys = await makeDealers(postgres.url, options.dealers);
    await fleet.start();
    const clients = keys.map((key) => new PatientClient(stage.url, key));
    const control = new SandboxControl(sandbox.url);
    const people = await invite(options.contacts, clients, control, stage.random);
    const byPhone = new Map(people.map((person) => [person.phone, person]));

    const restartPostgres = async (): Promise<void> => {
      const pidFile = path.join(postgres.folder, 'cluster', 'postmaster.pid');
      const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
      // As a crash of the machine's Postgres: no checkpoint, no farewell.
      if (pid > 0) process.kill(pid, 'SIGQUIT');
      await postgres.exited;
      postgres = await startEmbeddedPostgres({ dataDir, database: 'keyholder', port: postgresPort });
    };

    const cut = (kind: Cut['kind']): void => {
      record(stage, kind);
      counted(stage, kind);
      if (kind !== 'api killed') orphans.look();
    };

    const load = { adding: true, answering: true };
    const added = addEverybody(people, 16).finally(() => (load.adding = false));
    added.catch(() => undefined);
    const answers = (async (): Promise<void> => {
      const looked = new Set<string>();
      while (load.answering) {
        await delay(1_000);
        // A text that is not delivered yet is looked at again.
        const fresh = network.texts().filter((text) => text.status === 'delivered' && !looked.has(text.sid));
        for (const { sid } of fresh) looked.add(sid);
        await answer(byPhone, fresh, stage.url, control, stage.random);
      }
    })();

    const total = options.kills;
    const pick = (): 'worker' | 'api' | 'connections' =>
      stage.random.next() < 0.7 ? 'worker' : stage.random.next() < 0.75 ? 'api' : 'connections';
    const every = (times: number): number =>
      times === 0 ? Infinity : Math.max(1, Math.floor(total / (times + 1)));
    let kills = 0;
    let blows = 0;
    while (kills < total) {
      await delay(stage.random.between(...options.pause));
      // Spread over the whole load, so that the last kill falls among the last contacts.
      const sent = people.filter(({ asked }) => asked).length;
      if (load.adding && sent < (kills / total) * 0.95 * people.length) continue;
      blows += 1;
      if (
        blows % every(options.clockJumps) === 0 &&
        (stage.counts['clock jumps'] ?? 0) < options.clockJumps
      ) {
        const by = stage.random.pick([-10 * MINUTE, 5 * MINUTE, 40 * MINUTE, 2 * HOUR]);
        move(stage, by);
        counted(stage, 'clock jumps');
        say(`clock ${by > 0 ? 'forward' : 'back'} ${Math.abs(by) / MINUTE} min`);
      }
      if (
        kills > 0 &&
        kills % every(options.postgresKills) === 0 &&
        (stage.counts['postgres killed'] ?? 0) < options.postgresKills
      ) {
        const back = restartPostgres();
        cut('postgres killed');
        kills += 1;
        await back;
        say(`Postgres killed and started (${kills} of ${total} kills)`);
        continue;
      }
      const what = pick();
      if (what === 'connections') {
        await cutConnections(postgres.url).catch(() => undefined);
        cut('connections cut');
        continue;
      }
      if (!fleet.kill(stage.random.pick(fleet.names(what)))) continue;
      cut(`${what} killed`);
      kills += 1;
      if (kills % 10 === 0) say(`${kills} of ${total} kills`);
      if (options.outage && kills >= total / 2 && stage.counts['hours without the provider'] === undefined) {
        say('The provider answers nothing for an hour, at first with server errors, then not at all …');
        const before = new Set(await uncertainTexts(postgres.url));
        await control.set({ outage: 'serverError' });
        for (let passed = 0; passed < HOUR; passed += 12 * MINUTE) {
          await delay(1_500);
          if (passed === 36 * MINUTE) await sandbox.close();
          move(stage, 12 * MINUTE);
        }
        sandbox = await openSandbox();
        counted(stage, 'hours without the provider');
        // Whose worker was killed shortly before is another matter.
        await orphans.settled();
        for (const id of await uncertainTexts(postgres.url))
          if (!before.has(id) && !orphans.ids.has(id)) silenced.add(id);
        stage.counts['texts uncertain for want of an answer'] = silenced.size;
        say(`… and back. ${silenced.size} texts got no answer.`);
      }
    }
    if (options.fullDisk) {
      const disk = await fillPages(postgres.url, pages, stage.url);
      stage.counts[`full disk: ${disk.words}`] = 1;
      if (!disk.ok) stage.counts['full disk went wrong'] = 1;
      say(`Full disk: ${disk.words}`);
    }
    await fleet.allReady();
    // Requests whose process died are nobody's any more a minute later; then they may be made again.
    move(stage, 2 * MINUTE);
    await added;
    say('Everybody is added; calm.');
    await settle(stage, postgres.url, say);
    load.answering = false;
    await answers;
    await settle(stage, postgres.url, say);
    await orphans.settled();
    const slowest = Math.max(...(await Promise.all(berths.map(({ name }) => fleet.stop(name)))));
    await fleet.sink();
    const report = await audit({
      databaseUrl: postgres.url,
      texts: network.texts(),
      people,
      cuts: stage.cuts,
    });
    const uncertain = report.counts['texts uncertain'] ?? 0;
    const violations = [...report.violations];
    const explained = new Set([...orphans.ids, ...silenced]).size;
    if (uncertain > explained) {
      violations.push(
        `${uncertain} texts are uncertain, but only ${explained} were cut off between claim and answer, or got none.`,
      );
    }
    // The queue stops with the fifth silence; what the workers had handed over by then is beyond recall.
    const most = SILENCES_BEFORE_STOP + options.workers * HANDED_OVER_AT_ONCE;
    if (silenced.size > most)
      violations.push(`${silenced.size} texts got no answer in an hour; ${most} would be the most.`);
    if (stage.counts['full disk went wrong'] !== undefined)
      violations.push('The pages were not kept and published.');
    for (const { name, code, signal } of fleet.unexpected)
      violations.push(`${name} ended by itself (${code ?? signal}).`);
    if (slowest > 10_000)
      violations.push(`A process took ${Math.round(slowest)} ms to end when it was asked to.`);
    if (load.adding) violations.push('Not everybody was added.');
    return {
      counts: {
        ...stage.counts,
        kills,
        'starts that came to nothing': fleet.failedStarts,
        ...report.counts,
        'texts cut off between claim and answer': orphans.ids.size,
        'requests of the dealers’ software': sum(clients.map(({ counts }) => counts.requests)),
        'of them asked again': sum(clients.map(({ counts }) => counts.askedAgain)),
        'slowest end after SIGTERM, ms': Math.round(slowest),
      },
      violations,
      unexpected: fleet.unexpected,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await fleet.sink();
    await front.close();
    await sandbox.close().catch(() => undefined);
    await postgres.stop();
    if (process.env['KEEP_CHAOS'] === undefined) await rm(folder, { recursive: true, force: true });
    else say(`Kept: ${folder}`);
  }
};

const cutConnections = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

const uncertainTexts = async (databaseUrl: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select id from text_message where state = 'uncertain'`,
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
};

const LEFT = `
  select (select count(*) from text_message where state in ('queued', 'held', 'sending'))::int as texts,
    (select count(*) from text_message where state in ('accepted', 'sent'))::int as untold,
    (select count(*) from text_message where state = 'uncertain')::int as uncertain,
    (select count(*) from provider_event where applied_at is null)::int as events`;

/** Looks in a row that find nothing changed before the clock is set forward: as long as texts flow, it only runs. */
const LOOKS_BEFORE_STEP = 4;
/** Steps of the clock that change nothing before it is given up: weeks of it. */
const STEPS_WITHOUT_CHANGE = 30;

/** Time goes on, and nothing hits any more, until nothing is left to do. */
const settle = async (stage: Stage, databaseUrl: string, say: (line: string) => void): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let last = '';
    let unchanged = 0;
    let step = 11 * MINUTE;
    while (unchanged < LOOKS_BEFORE_STEP * STEPS_WITHOUT_CHANGE) {
      await delay(1_500);
      const { rows } = await client.query<{
        texts: number;
        untold: number;
        uncertain: number;
        events: number;
      }>(LEFT);
      const [row] = rows;
      if (row === undefined) throw new Error('The database counts nothing.');
      const { texts, untold, uncertain, events } = row;
      const words = `left: ${texts} texts, ${untold} untold, ${uncertain} uncertain, ${events} webhooks`;
      if (words !== last) say(words);
      unchanged = words === last ? unchanged + 1 : 0;
      last = words;
      if (texts + untold + events === 0 && unchanged === 2) return;
      if (unchanged === 0 || unchanged % LOOKS_BEFORE_STEP !== 0) continue;
      move(stage, step);
      // What nobody told of is asked for at growing distances.
      step = Math.min(2 * step, 6 * HOUR);
    }
  } finally {
    await client.end();
  }
};
