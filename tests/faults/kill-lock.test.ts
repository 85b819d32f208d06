import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../main/engine/db/file-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-kill-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('killed as it writes its lock: the next start asks nobody (9.17, 9.20)', () => {
  const companyPath = join(folder, 'shop.orderbud');
  const { signal } = spawnSync(process.execPath, [join(import.meta.dirname, 'kill-lock.ts'), companyPath]);
  expect(signal).toBe('SIGKILL');
  takeLock(companyPath, () => new Date()).release();
});
