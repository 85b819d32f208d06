import { defineConfig } from '@playwright/test';

/** Two windows on one screen would take the focus from each other, so each worker has a screen of its own. */
const screens = (process.env.ORDERBUD_E2E_SCREENS ?? '').split(' ');
const ownScreen = screens[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
if (ownScreen) process.env.DISPLAY = ownScreen;

/** End-to-end tests in real Electron; `npm run e2e` prepares what they need (display, keychain, runtime, build). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // One where all windows share a screen
  workers: screens.length,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  // A machine that stalls for seconds is no fault of the program; what needed a second try is listed as flaky
  retries: 1,
  reporter: [
    ['list'],
    ...(process.env.ORDERBUD_E2E_COUNTS ? [['json', { outputFile: process.env.ORDERBUD_E2E_COUNTS }] as const] : []),
  ],
});
