import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { placePolicy } from './content-security-policy.ts';

const BRANDS_MODULE = 'virtual:keyholder/brands';

/**
 * Two ways to build the same pages.
 * Without `brandsFile`: a small adapter (none of the published ones exports the renderer) that makes the render bundle.
 * With it: a static site of the brands in that JSON file.
 */
export const brandPages = (brandsFile: string | undefined): AstroIntegration => ({
  name: 'keyholder-brand-pages',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'keyholder-brands',
              resolveId: (id: string) => (id === BRANDS_MODULE ? `\0${BRANDS_MODULE}` : undefined),
              load: async (id: string) => {
                if (id !== `\0${BRANDS_MODULE}`) return undefined;
                const brands = brandsFile === undefined ? '[]' : await readFile(brandsFile, 'utf8');
                return `export default JSON.parse(${JSON.stringify(brands)});`;
              },
            },
          ],
        },
      });
    },
    'astro:route:setup': ({ route }) => {
      route.prerender = brandsFile !== undefined;
    },
    'astro:config:done': ({ setAdapter }) => {
      if (brandsFile !== undefined) return;
      setAdapter({
        name: 'keyholder-render-bundle',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./entry.ts', import.meta.url),
        adapterFeatures: { buildOutput: 'server' },
        supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', hybridOutput: 'stable' },
      });
    },
    'astro:build:done': async ({ dir }) => {
      if (brandsFile === undefined) return;
      const folder = fileURLToPath(dir);
      for (const entry of await readdir(folder, { recursive: true })) {
        if (!entry.endsWith('.html')) continue;
        const file = join(folder, entry);
        await writeFile(file, placePolicy(await readFile(file, 'utf8'), null));
      }
    },
  },
});
