/** `npm run faults -- [--long] [name...]`: the fault tests alone; `--long` tries every case instead of a slice. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const vitest = join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
const given = process.argv.slice(2);
const isLong = given.includes('--long');
const names = given.filter((argument) => argument !== '--long');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'faults', ...names], {
  stdio: 'inherit',
  env: { ...process.env, ...(isLong ? { ORDERBUD_FAULTS: 'long' } : {}) },
});
process.exitCode = status ?? 1;
