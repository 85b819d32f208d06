import { defineConfig } from '@playwright/test';

/** Kills in real Electron, one after the other; `npm run faults -- --electron-kills 300` prepares what they need. */
export default defineConfig({
  testDir: 'tests/faults/electron',
  outputDir: 'test-results/electron-kills',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  // What failed once is looked at
  retries: 0,
  reporter: [
    ['list'],
    ...(process.env.ORDERBUD_E2E_COUNTS ? [['json', { outputFile: process.env.ORDERBUD_E2E_COUNTS }] as const] : []),
  ],
});
