import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSession } from '../../main/engine/create-session.ts';
import type { Secrets } from '../../main/engine/secrets/secrets.ts';
import type { EngineSession } from '../../main/engine/session.ts';

/** A moment in the working day of the demo shop; tests that need another pass it. */
export const demoNow = new Date('2026-03-03T10:12:00.000Z');

export type DemoSession = {
  readonly session: EngineSession;
  readonly folder: string;
  /** What the session has put into its keychain. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
};

/** A session with a folder of its own that keeps secrets in memory; the keychain itself has its own suite. */
export async function openDemoSession(now = demoNow): Promise<DemoSession> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const kept = new Map<string, string>();
  const secrets: Secrets = {
    get: async (account) => kept.get(account) ?? null,
    set: async (account, secret) => void kept.set(account, secret),
    delete: async (account) => void kept.delete(account),
  };
  const session = createSession({ now: () => now, secrets });
  return {
    session,
    folder,
    secrets: kept,
    close: async () => {
      session.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
