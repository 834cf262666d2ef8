// Runs the compose file whole, as the deployment guide tells: Postgres, migration, API, worker, and Caddy with TLS from
// its own authority for the name localhost. The main job over https; pages while everything else is stopped; an upgrade
// and the way back while texts flow; backup and restore. Says so and ends well where Docker or Compose is missing, or
// where something listens on 80 or 443.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { freePort } from '../packages/local-postgres/src/index.ts';
import { SandboxControl, startSandbox } from '../packages/twilio-sandbox/src/index.ts';
import { baseImage, buildImage, docker, nodeImageOrSkip, succeeds } from './container/docker.ts';
import { check, mainJob, say, until, welcome } from './container/main-job.ts';
import { inRepository } from './repository.ts';

const run = promisify(execFile);
const SITE = 'https://localhost';
const PROJECT = `keyholder-trial-${randomBytes(4).toString('hex')}`;
const [OLD, NEW] = [`${PROJECT}:1`, `${PROJECT}:2`];
/** An image that is there already is tried instead of being built. */
const built = process.env['KEYHOLDER_IMAGE'];
/** The host, seen from the containers: the first address of the compose file's network. */
const HOST = '172.30.99.1';

function skip(why: string): never {
  console.log(`Skipped: ${why}.`);
  process.exit(0);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, () => server.close(() => resolve(true)));
  });

const base = await nodeImageOrSkip();
const plugin = await succeeds('compose', 'version');
if (
  !plugin &&
  !(await run('docker-compose', ['version']).then(
    () => true,
    () => false,
  ))
)
  skip('there is no Docker Compose');
for (const port of [80, 443]) if (!(await isFree(port))) skip(`something listens on port ${port}`);
const caddy = (await baseImage('caddy', 'caddy:2')) ?? skip('there is no image with Caddy');
const postgresVersion = (await succeeds('image', 'inspect', 'postgres:17')) ? '17' : '18';

const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-compose-'));
const account = { accountSid: `AC${'d'.repeat(32)}`, authToken: randomBytes(16).toString('hex') };
const sender = '+14155550100';
const sandboxPort = await freePort();

// What the guide has people fill in.
const settings = {
  KEYHOLDER_HOST: 'localhost',
  KEYHOLDER_SECRET: randomBytes(36).toString('base64'),
  POSTGRES_PASSWORD: randomBytes(16).toString('hex'),
  POSTGRES_VERSION: postgresVersion,
  CADDY_IMAGE: caddy,
  TWILIO_ACCOUNT_SID: account.accountSid,
  TWILIO_AUTH_TOKEN: account.authToken,
  TWILIO_FROM: sender,
};
const envFile = path.join(folder, 'keyholder.env');
await writeFile(
  envFile,
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join(''),
);
// Only outside production may texts go to a stand-in, and is there a demo company.
const standIn = {
  environment: { NODE_ENV: 'development', TWILIO_BASE_URL: `http://${HOST}:${sandboxPort}` },
};
const trialFile = path.join(folder, 'trial.json');
await writeFile(trialFile, JSON.stringify({ services: { migrate: standIn, api: standIn, worker: standIn } }));
const deployment = inRepository('infra', 'deployment');
let composeFile = path.join(deployment, 'compose.yaml');
if (!plugin) {
  // The first Compose knows everything in the file but its name.
  const words = await readFile(composeFile, 'utf8');
  composeFile = path.join(folder, 'compose.yaml');
  await writeFile(composeFile, words.replace(/^name: .*\n/mu, ''));
}

const compose = async (image: string, args: readonly string[], stdin?: Buffer): Promise<Buffer> => {
  const files = ['-f', composeFile, '-f', trialFile, '--project-directory', deployment];
  const all = ['-p', PROJECT, '--env-file', envFile, ...files, ...args];
  const [command, words] = plugin ? ['docker', ['compose', ...all]] : ['docker-compose', all];
  const running = run(command, words, {
    env: { ...process.env, KEYHOLDER_IMAGE: image },
    encoding: 'buffer',
    maxBuffer: 256 * 2 ** 20,
  });
  running.child.stdin?.end(stdin);
  return (await running).stdout;
};
const inPostgres = (args: readonly string[], stdin?: Buffer): Promise<Buffer> =>
  compose(OLD, ['exec', '-T', 'postgres', ...args], stdin);

const ready = () => until('the API', async () => (await fetch(`${SITE}/health/ready`)).ok);

/** Brings the services to an image while somebody keeps asking: how many questions found nobody. */
const replace = async (image: string): Promise<void> => {
  let asked = 0;
  let unanswered = 0;
  const replaced = new AbortController();
  const asking = (async (): Promise<void> => {
    while (!replaced.signal.aborted) {
      asked += 1;
      const answer = await fetch(`${SITE}/health/ready`).catch(() => null);
      if (answer?.ok !== true) unanswered += 1;
      await delay(50);
    }
  })();
  // The first Compose cannot replace containers of today's engine in place.
  if (!plugin) await compose(image, ['rm', '-sf', 'migrate', 'api', 'worker']);
  await compose(image, ['up', '-d']);
  await ready();
  replaced.abort();
  await asking;
  say(`${image} runs; ${unanswered} of ${asked} questions meanwhile found nobody`);
};

let sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined;
try {
  if (built === undefined) await buildImage(OLD, base);
  else await docker('tag', built, OLD);
  const next = path.join(folder, 'Dockerfile');
  await writeFile(next, `FROM ${OLD}\nLABEL version=2\n`);
  await docker('build', '-q', '-f', next, '-t', NEW, folder);

  await compose(OLD, ['up', '-d']);
  const caddyId = (await compose(OLD, ['ps', '-q', 'caddy'])).toString().trim();
  const root = await until('the certificate of Caddy’s authority', () =>
    docker('exec', caddyId, 'cat', '/data/caddy/pki/authorities/local/root.crt'),
  );
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), root]);
  await ready();
  say('Postgres, migration, API, worker and Caddy are up, over https');
  sandbox = await startSandbox({
    ...account,
    host: '0.0.0.0',
    port: sandboxPort,
    senders: [{ number: sender }],
    inboundUrl: `${SITE}/webhooks/twilio/inbound`,
    latencyMs: 50,
  });
  const phones = new SandboxControl(sandbox.url);
  const seeded = await compose(OLD, ['run', '--rm', '-T', '--no-deps', 'api', 'node', 'dist/seed-demo.js']);
  const { apiKey } = JSON.parse(/\{.*\}/u.exec(seeded.toString())?.[0] ?? '') as { apiKey: string };
  const person = await mainJob(SITE, apiKey, phones);
  const plain = await fetch('http://localhost/portal/', { redirect: 'manual' });
  check('http leads to https', plain.headers.get('location')?.startsWith('https://localhost/') === true);

  await compose(OLD, ['stop', 'api', 'worker']);
  const page = await fetch(SITE + person.pagePath);
  check('the welcome page is served while API and worker are stopped', page.ok);
  check(
    'with the policy of who may frame it',
    page.headers.get('content-security-policy') === "frame-ancestors 'none'",
  );
  await compose(OLD, ['start', 'api', 'worker']);
  await ready();

  const during = await welcome(SITE, apiKey, '+12125550101');
  await replace(NEW);
  await during.shows('pending_confirmation');
  check('a text of the moment came once', (await phones.textsTo('+12125550101')).length === 1);
  const after = await welcome(SITE, apiKey, '+12125550102');
  await replace(OLD);
  await after.shows('pending_confirmation');
  check('another, on the way back, too', (await phones.textsTo('+12125550102')).length === 1);

  const dump = await inPostgres(['pg_dump', '-U', 'keyholder', '-Fc', 'keyholder']);
  const lost = await welcome(SITE, apiKey, '+12125550103');
  await lost.shows('pending_confirmation');
  await compose(OLD, ['stop', 'api', 'worker']);
  await inPostgres(['dropdb', '-U', 'keyholder', 'keyholder']);
  await inPostgres(['createdb', '-U', 'keyholder', 'keyholder']);
  await inPostgres(['pg_restore', '-U', 'keyholder', '-d', 'keyholder'], dump);
  await replace(OLD);
  await person.shows('confirmed');
  await after.shows('pending_confirmation');
  check('what came after the backup is gone, all else is there', (await lost.look()).status === 404);
  check('nobody was texted again', (await phones.textsTo('+12125550102')).length === 1);

  await compose(OLD, ['down']);
  await compose(OLD, ['up', '-d']);
  await ready();
  await person.shows('confirmed');
  say('taken down and up again, everything is still there');
} catch (error) {
  console.error((await compose(OLD, ['logs', '--tail', '30']).catch(() => '')).toString());
  throw error;
} finally {
  await compose(OLD, ['down', '-v']).catch(() => undefined);
  await docker('image', 'rm', '-f', NEW, OLD).catch(() => undefined);
  await sandbox?.close();
  await rm(folder, { recursive: true, force: true });
}
console.log('The compose file does the main job.');
