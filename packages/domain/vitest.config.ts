import { defineConfig } from 'vitest/config';

const conditions = ['@keyholder/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // Properties try hundreds of inputs; a busy machine takes its time over them.
  test: { name: 'domain', include: ['test/**/*.test.ts'], testTimeout: 60_000 },
});
