import { defineConfig } from '@playwright/test';

/** End-to-end tests in real Electron; `npm run e2e` prepares what they need (display, keychain, runtime, build). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: Number(process.env.ORDERBUD_E2E_WORKERS ?? 1),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  // A machine that stalls for seconds is no fault of the program; what needed a second try is listed as flaky
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: [
    ['list'],
    ...(process.env.ORDERBUD_E2E_COUNTS ? [['json', { outputFile: process.env.ORDERBUD_E2E_COUNTS }] as const] : []),
  ],
});
