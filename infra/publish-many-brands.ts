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
import pg from 'pg';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { startTestDatabase } from '../packages/local-postgres/src/index.ts';
import { inRepository } from './repository.ts';
import { compile, welcomeBuild, buildIfStale } from './start/builds.ts';

const count = Number(process.argv[2] ?? 10_000);
const program = (name: string): string => inRepository('apps', 'api', 'dist', `${name}.js`);

/** Copies of the demo brand: each with its own key, name and colours, in four languages. */
const COPIES = `
  insert into brand (id, company_id, brand_key, name, published_version, link_origin, link_life_days, sender_kind,
                     sender_value, language, confirmation_text, created_at)
  select gen_random_uuid(), s.company_id, 'brand-' || n, 'Brand ' || n, 1, s.link_origin, s.link_life_days, s.sender_kind,
         '+1' || (2000000000 + n), s.language, s.confirmation_text, now()
  from (select * from brand order by created_at limit 1) s, generate_series(1, $1::int) n`;

const VERSIONS = `
  insert into brand_version (company_id, brand_id, version, page, texts, published_at)
  select b.company_id, b.id, 1,
         jsonb_set(jsonb_set(jsonb_set(s.page, '{brandKey}', to_jsonb(b.brand_key)), '{name}', to_jsonb(b.name)),
                   '{colours,light,accent}', to_jsonb('#' || lpad(to_hex(hashtext(b.brand_key) & 16777215), 6, '0'))),
         s.texts, now()
  from brand b, (select page, texts from brand_version limit 1) s
  where b.live_version is null`;

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
  const database = new pg.Client({ connectionString: postgres.url });
  await database.connect();
  await database.query(COPIES, [count]);
  await database.query(VERSIONS);
  await database.query('analyze');
  await database.end();
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
