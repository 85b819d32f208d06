import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSession } from '../../main/engine/create-session.ts';
import { failingLog, testContext } from './company.ts';
import { memoryKeychain } from './memory-keychain.ts';

/**
 * The session of an engine with a new company in a folder of its own, as windows find it: a keychain in memory, the clock of the
 * tests, and a log in which nothing unforeseen may stand.
 */
export async function openEngineSession(companyName = 'Test company') {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-session-'));
  const secrets = memoryKeychain();
  const session = createSession({ secrets, now: () => new Date(testContext.now), log: failingLog });
  const company = await session.create(join(folder, 'shop.orderbud'), { name: companyName });
  const close = () => {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { session, company, secrets, folder, close };
}
