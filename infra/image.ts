// Builds the container image and runs the product's main job against it, as it is deployed: other users, read-only,
// one container per role, a database in a container. Says so and ends well where there is no Docker engine.
import { randomBytes } from 'node:crypto';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { freePort, startTestDatabase } from '../packages/local-postgres/src/index.ts';
import { SandboxControl, startSandbox } from '../packages/twilio-sandbox/src/index.ts';
import { buildImage, docker, nodeImageOrSkip, succeeds } from './container/docker.ts';
import { check, mainJob, say, until } from './container/main-job.ts';

const RUN = randomBytes(4).toString('hex');
const IMAGE = `keyholder:trial-${RUN}`;

const base = await nodeImageOrSkip();
const containers: string[] = [];
const volumes = ['pages', 'media'].map((name) => `keyholder-trial-${RUN}-${name}`);
await buildImage(IMAGE, base);

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
