import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

/**
 * Hash of everything the pages are made from: templates, words, styles, script, settings and Astro's version.
 * Two builds of the same sources agree, which the bundle's own bytes do not (Astro puts a random key in them).
 */
export const sourceHash = (): string => {
  const hash = createHash('sha256');
  const files = [
    'astro.config.ts',
    'node_modules/astro/package.json',
    ...filesBelow('src'),
    ...filesBelow('bundle'),
  ];
  for (const file of files.map((name) => name.replaceAll('\\', '/')).toSorted()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
};
