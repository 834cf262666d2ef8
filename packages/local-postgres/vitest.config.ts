import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Each test starts real servers; on a busy machine a first start takes seconds.
  test: { name: 'local-postgres', include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
