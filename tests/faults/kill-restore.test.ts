import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSession } from '../../main/engine/create-session.ts';
import { backUpTo } from '../../main/engine/db/backup-service.ts';
import { get, run } from '../../main/engine/db/database.ts';
import { restoreSteps } from '../../main/engine/db/restore-service.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-kill-restore-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function killedAfter(step: string, companyPath: string, backupPath: string): Promise<void> {
  const script = join(import.meta.dirname, 'restore-once.ts');
  const child = spawn(process.execPath, [script, companyPath, backupPath, step], { stdio: 'inherit' });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

it.each(restoreSteps)('killed after "%s": the old company or the new one stands there, whole', async (step) => {
  const companyPath = join(folder, 'shop.orderbud');
  const backupPath = join(folder, 'kept.orderbud');
  const session = createSession();
  await session.create(companyPath, { name: 'Fjellbutikken AS' });
  await backUpTo(session.company(), backupPath);
  session.company().command((tx) => run(tx, `UPDATE company SET name = 'After the backup'`));
  session.close();

  await killedAfter(step, companyPath, backupPath);

  const { db } = await session.open(companyPath);
  const name = get<{ name: string }>(db, 'SELECT name FROM company')?.name;
  expect(name).toBe(step === 'put-in-place' ? 'Fjellbutikken AS' : 'After the backup');
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');

  await session.restore({ companyPath, backupPath });
  expect(get(session.company().db, 'SELECT name FROM company')).toEqual({ name: 'Fjellbutikken AS' });
  session.close();
});
