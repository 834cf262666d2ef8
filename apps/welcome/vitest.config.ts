import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['@keyholder/source'] },
  ssr: { resolve: { conditions: ['@keyholder/source'] } },
  test: {
    name: 'welcome',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/bundle.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
