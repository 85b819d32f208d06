import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canMount } from './slice.ts';

it.skipIf(!canMount)('a company that may only be read is said to be so, not to be damaged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-read-only-'));
  const script = join(import.meta.dirname, 'read-only-run.ts');
  const { stdout, stderr } = spawnSync('unshare', ['-Urm', process.execPath, script, folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stdout, stderr).toBe('company-read-only');
});
