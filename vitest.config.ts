import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

// Workspace packages are tested from their sources, so that no test runs on a stale build.
const conditions = ['@keyholder/source', 'module', 'node', 'development|production'];

const folders = ['packages', 'apps']
  .flatMap((group) => readdirSync(path.join(import.meta.dirname, group)).map((name) => `${group}/${name}`))
  .concat('infra');

export default defineConfig({
  test: {
    projects: folders.map((folder): TestProjectConfiguration => {
      const root = path.join(import.meta.dirname, folder);
      const own = path.join(root, 'vitest.config.ts');
      if (existsSync(own)) return own;
      return {
        root,
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: { name: path.basename(folder), include: ['{src,test}/**/*.test.{ts,tsx}'] },
      };
    }),
  },
});
