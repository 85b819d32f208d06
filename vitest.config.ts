import { defineConfig } from 'vitest/config';

/** A long fuzz takes what it takes. */
const atMostMs = (ms: number) => (process.env.ORDERBUD_FUZZ === undefined ? ms : 0);
const setupFiles = ['tests/support/fixed-seed.ts'];

/** Fast tests without a window; end-to-end tests are playwright.config.ts. */
export default defineConfig({
  test: {
    reporters: process.env.ORDERBUD_TEST_COUNTS ? ['default', 'json'] : ['default'],
    ...(process.env.ORDERBUD_TEST_COUNTS ? { outputFile: { json: process.env.ORDERBUD_TEST_COUNTS } } : {}),
    pool: 'forks',
    // Vitest would leave a core free; on the two of a small machine that is half of it
    maxWorkers: '100%',
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: atMostMs(20_000),
          setupFiles,
          // Pure functions share their modules: nothing in them remembers another test
          isolate: false,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: atMostMs(60_000),
          setupFiles,
        },
      },
      // The same tests again, on PostgreSQL
      {
        test: {
          name: 'my-page-postgres',
          include: ['tests/integration/my-page/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: 'tests/support/postgres-project.ts',
          setupFiles: [...setupFiles, 'tests/support/use-postgres.ts'],
        },
      },
      // Processes killed, lines cut, disks full: one after the other, since each disturbs its machine.
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 180_000,
          fileParallelism: false,
          setupFiles,
        },
      },
    ],
  },
});
