import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs Astro without telemetry and in the foreground:
 * `astro.ts build` makes the render bundle, `astro.ts check` type-checks,
 * `astro.ts static <brands.json> <folder>` builds plain static pages of the brands in a file.
 */
const [command = 'build', ...rest] = process.argv.slice(2);
const [brandsFile = '', outDir = ''] = rest;
if (command === 'static' && outDir === '') throw new Error('Usage: pnpm build:static <brands.json> <folder>');
const root = resolve(import.meta.dirname, '..');
const cli = resolve(fileURLToPath(import.meta.resolve('astro/package.json')), '../bin/astro.mjs');
const { status } = spawnSync(
  process.execPath,
  [cli, ...(command === 'static' ? ['build'] : [command, ...rest])],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DEV_BACKGROUND: '0',
      ...(command === 'static' && {
        WELCOME_BRANDS_FILE: resolve(brandsFile),
        WELCOME_OUT_DIR: resolve(outDir),
      }),
    },
  },
);
process.exitCode = status ?? 1;
