import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sourceHash } from '../bundle/source-hash.ts';

const root = join(import.meta.dirname, '..');
const entry = join(root, 'dist/bundle/entry.mjs');

/** Builds the render bundle, unless the one that is there was made from these very sources. */
export default async (): Promise<void> => {
  if (existsSync(entry)) {
    const { buildId } = (await import(entry)) as { buildId: string };
    if (buildId === sourceHash()) return;
  }
  execFileSync(process.execPath, [join(root, 'bundle/astro.ts'), 'build'], { stdio: 'pipe' });
};
