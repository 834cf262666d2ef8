// Builds the container image and runs the product's main job against it, as it is deployed: other users, read-only,
// one container per role, a database in a container. Says so and ends well where there is no Docker engine.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { freePort, startTestDatabase } from '../packages/local-postgres/src/index.ts';
import { SandboxControl, startSandbox } from '../packages/twilio-sandbox/src/index.ts';
import { inRepository, REPOSITORY } from './repository.ts';

const run = promisify(execFile);
const RUN = randomBytes(4).toString('hex');
const IMAGE = `keyholder:trial-${RUN}`;
const NODE_IMAGE = 'node:26-trixie-slim';
const LOCAL_NODE_IMAGE = 'keyholder-node';
const WAIT_MS = 60_000;

const say = (line: string): void =>
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}`);

const docker = async (...args: readonly string[]): Promise<string> =>
  (await run('docker', [...args], { maxBuffer: 64 * 2 ** 20 })).stdout.trim();

const succeeds = (...args: readonly string[]): Promise<boolean> =>
  docker(...args).then(
    () => true,
    () => false,
  );

/** An image with Node and npm: the official one, else one made here; null where neither can be had. */
async function nodeImage(): Promise<string | null> {
  for (const image of [NODE_IMAGE, LOCAL_NODE_IMAGE]) {
    if (await succeeds('image', 'inspect', image)) return image;
  }
  if (await succeeds('pull', NODE_IMAGE)) return NODE_IMAGE;
  say(`${NODE_IMAGE} cannot be pulled; one is made from Debian's packages`);
  const made = await run(inRepository('infra', 'deployment', 'make-node-image'), [LOCAL_NODE_IMAGE]).then(
    () => true,
    () => false,
  );
  return made ? LOCAL_NODE_IMAGE : null;
}

/** Waits for what may take a while. */
async function until<T>(what: string, look: () => Promise<T | null | false>): Promise<T> {
  const giveUpAt = performance.now() + WAIT_MS;
  for (;;) {
    const found = await look().catch(() => null);
    if (found !== null && found !== false) return found;
    if (performance.now() > giveUpAt) throw new Error(`${what}: not within ${WAIT_MS / 1000} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function check(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Not so: ${what}`);
  say(what);
}

interface Contact {
  readonly id: string;
  readonly chip: { readonly kind: string };
  readonly status: { readonly kind: string };
}

/** Add, validate, send, open the page, confirm. */
async function mainJob(url: string, apiKey: string, sandbox: SandboxControl): Promise<void> {
  const ask = async <T>(method: string, path: string, token: string, body?: unknown): Promise<T> => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
  const phone = '+12125550100';
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/api/v1/sites', apiKey);
  const site = `/api/v1/sites/${items[0]?.id}/contacts`;
  const { id } = await ask<Contact>('POST', site, apiKey, { name: 'Ana Pérez', phone });
  const checked = await ask<Contact>('POST', `/api/v1/contacts/${id}/validation`, apiKey);
  check('the number is valid: green', checked.chip.kind === 'valid_number');
  await ask('POST', `/api/v1/contacts/${id}/welcome`, apiKey, { permission: 'spoken' });
  const text = await until('the text', async () => (await sandbox.textsTo(phone))[0] ?? null);
  const shows = (kind: string) =>
    until(`status ${kind}`, async () => {
      const contact = await ask<Contact>('GET', `/api/v1/contacts/${id}`, apiKey);
      return contact.status.kind === kind;
    });
  await shows('pending_confirmation');
  say('the text was delivered: yellow');
  const link = new URL(/https?:\/\/\S+#\S+/u.exec(text.body)?.[0] ?? '');
  const page = await fetch(url + link.pathname);
  check('the welcome page is there', page.ok && (await page.text()).includes('Confirm'));
  const shown = { pageVersion: 1, language: 'en' };
  await ask('POST', '/api/welcome/confirm', link.hash.slice(1), shown);
  await shows('confirmed');
  say('the contact has confirmed: blue');
  check('the portal is there', (await fetch(`${url}/portal/`)).ok);
}

const base = await nodeImage().catch(() => null);
if (!(await succeeds('info')) || base === null) {
  console.log(
    base === null
      ? 'Skipped: there is no image with Node, and none could be made.'
      : 'Skipped: no Docker engine answers here.',
  );
  process.exit(0);
}

const containers: string[] = [];
const volumes = ['pages', 'media'].map((name) => `keyholder-trial-${RUN}-${name}`);
say(`building ${IMAGE} on ${base}`);
const dockerfile = inRepository('infra', 'deployment', 'Dockerfile');
await docker(
  'build',
  '-q',
  '--network',
  'host',
  '--build-arg',
  `NODE_IMAGE=${base}`,
  '-f',
  dockerfile,
  '-t',
  IMAGE,
  REPOSITORY,
);
const size = Number(await docker('image', 'inspect', '-f', '{{.Size}}', IMAGE));
say(`built, ${Math.round(size / 2 ** 20)} MB`);

process.env['KEYHOLDER_TEST_POSTGRES'] = 'docker';
process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
const database = await startTestDatabase();
const account = { accountSid: `AC${'d'.repeat(32)}`, authToken: randomBytes(16).toString('hex') };
const [port, workerPort] = [await freePort(), await freePort()];
const url = `http://127.0.0.1:${port}`;
const sandbox = await startSandbox({
  ...account,
  senders: [{ number: '+14155550100' }],
  inboundUrl: `${url}/webhooks/twilio/inbound`,
  latencyMs: 50,
});
const environment = {
  // Only outside production may texts go to a stand-in, and is there a demo company.
  NODE_ENV: 'development',
  DATABASE_URL: database.url,
  PUBLIC_URL: url,
  KEYHOLDER_SECRET: randomBytes(32).toString('hex'),
  TWILIO_ACCOUNT_SID: account.accountSid,
  TWILIO_AUTH_TOKEN: account.authToken,
  TWILIO_FROM: '+14155550100',
  TWILIO_BASE_URL: sandbox.url,
  DATABASE_CONNECTIONS: '10',
};

const CONFINED = [
  '--read-only',
  '--tmpfs',
  '/tmp',
  '--cap-drop',
  'ALL',
  '--security-opt',
  'no-new-privileges:true',
];

/** As the compose file runs it; on the host's network, where the database and the sandbox are. */
const options = (more: Readonly<Record<string, string>>): string[] => [
  '--network',
  'host',
  ...CONFINED,
  ...volumes.flatMap((volume, index) => ['-v', `${volume}:/data/${['pages', 'media'][index]}`]),
  ...Object.entries({ ...environment, ...more }).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
];
const once = (script: string): Promise<string> =>
  docker('run', '--rm', ...options({}), IMAGE, 'node', `dist/${script}.js`);
const start = async (roles: string, onPort: number): Promise<string> => {
  const id = await docker('run', '-d', ...options({ ROLES: roles, PORT: String(onPort) }), IMAGE);
  containers.push(id);
  return id;
};

try {
  await once('migrate');
  say('the database is up to date');
  const { apiKey } = JSON.parse(await once('seed-demo')) as { apiKey: string };
  const began = performance.now();
  const api = await start('api', port);
  await start('worker,publisher', workerPort);
  await until('the API', async () => (await fetch(`${url}/health/ready`)).ok);
  say(`ready ${((performance.now() - began) / 1000).toFixed(1)} s after both containers were started`);
  await mainJob(url, apiKey, new SandboxControl(sandbox.url));

  const user = await docker('exec', api, 'node', '-p', 'process.getuid()');
  check(`the process is user ${user}, not root`, user === '10001');
  check(
    'it cannot write to its own files',
    !(await succeeds('exec', api, 'node', '-e', "fs.writeFileSync('/keyholder/x','')")),
  );
  for (const id of containers) {
    await until(
      'health',
      async () => (await docker('inspect', '-f', '{{.State.Health.Status}}', id)) === 'healthy',
    );
  }
  say('both containers are healthy');
  const stopping = performance.now();
  await docker('stop', '-t', '25', ...containers);
  const codes = await docker('inspect', '-f', '{{.State.ExitCode}}', ...containers);
  check(
    `both have ended by themselves when asked, in ${((performance.now() - stopping) / 1000).toFixed(1)} s`,
    /^0\s+0$/u.test(codes),
  );
} catch (error) {
  for (const id of containers) console.error(await docker('logs', '--tail', '20', id).catch(() => ''));
  throw error;
} finally {
  if (containers.length > 0) await docker('rm', '-f', ...containers);
  await docker('volume', 'rm', '-f', ...volumes);
  await docker('image', 'rm', '-f', IMAGE);
  await sandbox.close();
  await database.stop();
}
console.log('The image does the main job.');
