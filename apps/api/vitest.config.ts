import { defineConfig } from 'vitest/config';

const conditions = ['@keyholder/source', 'module', 'node', 'development|production'];

export default defineConfig({
  // Tests stand outside the tsconfig's "include", so decorators are set up here.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // What runs once before all tests is resolved in an environment of its own.
  environments: { __vitest__: { resolve: { conditions } } },
  test: {
    name: 'api',
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/support/postgres.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
