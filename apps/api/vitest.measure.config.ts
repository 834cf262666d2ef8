import { defineConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** Measurements: too long for every run, and what they find depends on the machine. */
export default defineConfig({
  ...tests,
  root: import.meta.dirname,
  test: { ...tests.test, name: 'measure', include: ['test/measure/*.measure.ts'] },
});
