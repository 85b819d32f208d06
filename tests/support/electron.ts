import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page, test as plainTest } from '@playwright/test';
import { findElectron } from '../../tools/prepare/find-electron.mjs';

const repo = join(import.meta.dirname, '..', '..');

export interface StartOptions {
  /** Added to the program's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Added to the command line, such as a company file. */
  readonly args?: readonly string[];
}

/** A started program and its window. */
export interface StartedApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** The program's own data folder, new for each test. */
  readonly userData: string;
}

/** Starts the built program in real Electron. The caller closes `electron`. */
export async function startApp(userData: string, options: StartOptions = {}): Promise<StartedApp> {
  const runtime = findElectron();
  if (runtime === null) throw new Error('No Electron to test with: run `npm run e2e`, which prepares one.');
  const electron = await _electron.launch({
    executablePath: runtime.program,
    args: [...sandboxArgs(), repo, ...(options.args ?? [])],
    cwd: repo,
    env: { ...inherited(), ORDERBUD_USER_DATA: userData, ...options.env },
  });
  const page = await electron.firstWindow();
  return { electron, page, userData };
}

/** Chromium's sandbox does not work for root, who only ever runs tests. */
export function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

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
