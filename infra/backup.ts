// Copies everything of a local installation into a folder, while it runs: npx pnpm@12 run backup FOLDER
// To go back to it: stop, put the copy in the data folder's place (or name it in KEYHOLDER_DATA), start.
import { chmod, cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { backUpEmbeddedPostgres } from '../packages/local-postgres/src/index.ts';
import { inRepository } from './repository.ts';

/** Not data: made anew at each start, or another installation's. */
const LEFT_OUT = new Set(['postgres', 'logs', 'start.pid']);

const [to] = process.argv.slice(2).filter((argument) => argument !== '--');
if (to === undefined) {
  console.error('Where to? npx pnpm@12 run backup FOLDER');
  process.exit(1);
}
const dataDir = path.resolve(process.env['KEYHOLDER_DATA'] || inRepository('.data'));
const target = path.resolve(to);
await mkdir(target, { recursive: true, mode: 0o700 });
// Started from by root, the database runs as another user, who has to pass through.
if (process.getuid?.() === 0) await chmod(target, 0o711);
await backUpEmbeddedPostgres(path.join(dataDir, 'postgres'), path.join(target, 'postgres'));
// After the database: a file that a row names is there before the row.
for (const name of await readdir(dataDir)) {
  if (LEFT_OUT.has(name)) continue;
  await cp(path.join(dataDir, name), path.join(target, name), { recursive: true, preserveTimestamps: true });
}
console.log(
  `${target} holds a copy of ${dataDir}. It opens every link and session: keep it as you keep the original.`,
);
