import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../tools/prepare/find-electron.mjs';

const repo = join(import.meta.dirname, '..', '..');

const startLimitMs = 45_000;

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
  choosePreparedElectron();
  const electron = await _electron.launch({
    timeout: startLimitMs,
    args: [...machineArgs(), repo, ...(options.args ?? [])],
    cwd: repo,
    env: { ...inherited(), ...languageEnv('en_GB'), ORDERBUD_USER_DATA: userData, ...options.env },
  });
  const page = await electron.firstWindow();
  return { electron, page, userData };
}

/** Makes Playwright start the Electron that runs here. @throws Error where none was prepared */
export function choosePreparedElectron(): void {
  const runtime = findElectron();
  if (runtime === null) throw new Error('No Electron to test with: run `npm run e2e`, which prepares one.');
  // The npm package finds the program by this; given its path outright, Playwright would not hold the window back until it is
  // attached, and now and then miss it.
  if (runtime.isOffline) process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.folder;
}

/** A computer whose language and region are those of a POSIX locale such as `nb_NO`; tests do not depend on the one they run on. */
export function languageEnv(locale: string): Readonly<Record<string, string>> {
  return { LANG: `${locale}.UTF-8`, LC_ALL: `${locale}.UTF-8`, LANGUAGE: locale };
}

/**
 * Chromium's sandbox does not work for root, who only ever runs tests. On a screen without a graphics card its GPU process now
 * and then fails while two programs start at a time, which the browser does not notice: the window stays empty.
 */
export function machineArgs(): readonly string[] {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return process.platform === 'linux' ? [...sandbox, '--disable-gpu'] : sandbox;
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
