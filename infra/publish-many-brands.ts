/**
 * Makes brands (10,000, or as many as the first argument says), publishes all of them in one run, and prints how long it
 * took and how much memory: `node infra/publish-many-brands.ts`. Everything is in a folder of its own that is removed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { startTestDatabase } from '../packages/local-postgres/src/index.ts';
import { makeBrands } from './bench/brands.ts';
import { inRepository } from './repository.ts';
import { compile, welcomeBuild, buildIfStale } from './start/builds.ts';

const count = Number(process.argv[2] ?? 10_000);
const program = (name: string): string => inRepository('apps', 'api', 'dist', `${name}.js`);

await compile();
await buildIfStale(welcomeBuild, () => console.log('Building the welcome page …'));
const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-many-'));
await chmod(folder, 0o711);
const postgres = await startTestDatabase();
try {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: postgres.url,
    PUBLIC_URL: 'http://localhost:3000',
    PAGES_DIR: path.join(folder, 'pages'),
    KEYHOLDER_SECRET: randomBytes(32).toString('hex'),
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString('hex')}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString('hex'),
    TWILIO_FROM: '+12125550198',
    TWILIO_BASE_URL: 'http://127.0.0.1:9',
  };
  for (const name of ['migrate', 'seed-demo'])
    execFileSync(process.execPath, [program(name)], { env, stdio: 'pipe' });
  await makeBrands(postgres.url, count);
  console.log(`${count} brands are made. Publishing all …`);
  const publishing = spawn(process.execPath, [program('publish-all')], { env, stdio: 'inherit' });
  const [code] = (await once(publishing, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`publish-all ended with ${code}.`);
  const files = await readdir(path.join(folder, 'pages'), { recursive: true });
  console.log(`${files.filter((file) => file.endsWith('.html')).length} pages are there.`);
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
