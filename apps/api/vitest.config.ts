import { defineConfig } from 'vitest/config';

const conditions = ['@keyholder/source', 'module', 'node', 'development|production'];

export default defineConfig({
  // Tests stand outside the tsconfig's "include", so decorators are set up here.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'api',
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/support/postgres.setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
