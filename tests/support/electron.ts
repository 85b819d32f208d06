import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test as plainTest } from '@playwright/test';
import { type StartedApp, type StartOptions, startApp } from './start-app.ts';

interface Fixtures {
  /** Set with `test.use({ start: { ... } })`. */
  readonly start: StartOptions;
  readonly userData: string;
  readonly app: StartedApp;
  readonly page: Page;
}

/** Playwright's `test` with the program started before each test, in a data folder of its own, and closed after it. */
export const test = plainTest.extend<Fixtures>({
  start: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'orderbud-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  app: async ({ userData, start }, use) => {
    const app = await startApp(userData, start);
    await use(app);
    await app.electron.close();
  },
  page: async ({ app }, use) => use(app.page),
});

export { expect } from '@playwright/test';
