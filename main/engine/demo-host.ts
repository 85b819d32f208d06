import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { get } from './db/database.ts';
import { userDataFolder } from './recent-companies.ts';
import type { EngineSession } from './session.ts';

/** The only place from which the engine reaches demo/, and only when a demo company is opened. */
const loadDemo = () => import('../../demo/demo.ts');

type DemoServices = Awaited<ReturnType<Awaited<ReturnType<typeof loadDemo>>['startDemoServices']>>;
type RunningDemo = { readonly path: string; readonly services: Promise<DemoServices> };

/** At most one a process: its ports and its inbox belong to one company file. */
let running: RunningDemo | null = null;

/**
 * Opens the demo company, made at the first time, with its website and mail server running on this machine.
 * @throws AppError 'keychain-unavailable', and as `EngineSession.open` does
 */
export async function openDemo(session: EngineSession): Promise<void> {
  const path = demoPath();
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) await session.open(path);
  else await createDemo(session, path);
  await demoServices(session);
}

/** Call it when any company was opened: a demo company gets its services, others none. */
export async function resumeDemo(session: EngineSession): Promise<void> {
  if (isDemoOpen(session)) await demoServices(session);
  else await closeDemo();
}

/**
 * What the open demo company talks to, started if it is not running.
 * @throws AppError 'not-found' when the company is no demo, 'keychain-unavailable'
 */
export async function demoServices(session: EngineSession): Promise<DemoServices> {
  if (!isDemoOpen(session)) throw new AppError('not-found', { what: 'demo' });
  const { path } = session.company();
  if (running?.path === path) return running.services;
  await closeDemo();
  const services = loadDemo().then(({ startDemoServices }) => startDemoServices(session, dirname(path)));
  running = { path, services };
  session.ready = services.catch(() => null);
  services.catch(() => {
    // Whoever waits for it is told; the next call starts anew
    if (running?.services === services) running = null;
  });
  return services;
}

/** Stops My page and the mail catcher of the demo, if they run. */
export async function closeDemo(): Promise<void> {
  const stopping = running;
  running = null;
  if (stopping === null) return;
  const services = await stopping.services.catch(() => null);
  await services?.close();
}

/** Where the demo company of the start screen lies. */
export function demoPath(): string {
  return join(userDataFolder(), 'demo', 'demo.orderbud');
}

async function createDemo(session: EngineSession, path: string): Promise<void> {
  const { createDemoCompany } = await loadDemo();
  try {
    await createDemoCompany(session, path);
  } catch (error) {
    session.close();
    rmSync(path, { force: true });
    throw error;
  }
}

function isDemoOpen(session: EngineSession): boolean {
  if (!session.isOpen()) return false;
  return get<{ isDemo: number }>(session.company().db, 'SELECT is_demo AS isDemo FROM company')?.isDemo === 1;
}
