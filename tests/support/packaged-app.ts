import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { machineArgs } from './start-app.ts';

const repo = join(import.meta.dirname, '..', '..');

/** Packs the built program with hardened fuses and answers its executable. Linux only, like the test that uses it. */
export async function packApp(folder: string): Promise<string> {
  await promisify(execFile)(process.execPath, [join(repo, 'tools', 'pack.mjs'), 'dir', folder], { cwd: repo });
  return join(folder, 'linux-unpacked', 'orderbud');
}

export interface PackagedApp {
  readonly page: Page;
  close(): Promise<void>;
}

/** Starts a packaged program. No inspector gets into a hardened one, so its window is driven over the browser's own port. */
export async function startPackagedApp(
  program: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<PackagedApp> {
  const child = spawn(program, [...machineArgs(), '--remote-debugging-port=0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  return {
    page: await firstPage(browser),
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await browser.close();
    },
  };
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (text) => {
      printed += text;
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The packaged program ended (${code}):\n${printed}`)));
  });
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The packaged program has no window context.');
  return context.pages()[0] ?? context.waitForEvent('page');
}
