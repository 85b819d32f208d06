/**
 * `npm run faults -- [--long] [name...]`: the fault tests alone; `--long` tries every case instead of a slice, and without names
 * writes docs/evidence/faults.md.
 * `npm run faults -- --kills 10000 [--seed 7] [--jobs 2]`: so many random kills, so many cases at a time, going on where an earlier run
 * of that seed on the same program text stopped; from 1,000 on it writes docs/evidence/random-kills.md.
 * `npm run faults -- --case 4711 [--seed 7]`: one of them again.
 * `npm run faults -- --electron-kills 300 [--seed 7] [--case 12]`: the same in real Electron, of engine, shell and both;
 * from 100 on it writes docs/evidence/electron-kills.md.
 * `npm run faults -- --protections [word...]`: each protection taken out once, and its tests seen to fail (protections/main.ts).
 * `npm run faults -- --fuzz 1000000 [--seed 7]`: so many cases of all that comes from outside; docs/evidence/fuzzing.md says how it went.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { playAll } from './long.ts';

const modules = join(import.meta.dirname, '..', '..', 'node_modules');
const vitest = join(modules, 'vitest', 'vitest.mjs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: 'boolean', default: false },
    protections: { type: 'boolean', default: false },
    kills: { type: 'string' },
    'electron-kills': { type: 'string' },
    jobs: { type: 'string' },
    case: { type: 'string' },
    fuzz: { type: 'string' },
    seed: { type: 'string' },
  },
});

process.exitCode =
  values.fuzz === undefined ? faults() : fuzz(vitest, { cases: Number(values.fuzz), seed: Number(values.seed ?? 7) });

function faults(): number {
  const env = {
    ...process.env,
    ...(values.long ? { ORDERBUD_FAULTS: 'long' } : {}),
    ...(values.kills === undefined ? {} : { ORDERBUD_KILLS: values.kills }),
    ...(values['electron-kills'] === undefined ? {} : { ORDERBUD_ELECTRON_KILLS: values['electron-kills'] }),
    ...(values.jobs === undefined ? {} : { ORDERBUD_JOBS: values.jobs }),
    ...(values.case === undefined ? {} : { ORDERBUD_KILL_CASE: values.case }),
    ...(values.seed === undefined ? {} : { ORDERBUD_SEED: values.seed }),
  };
  if (values.long && positionals.length === 0) return playAll(vitest, env);
  const { status } = spawnSync(process.execPath, runner(), { stdio: 'inherit', env });
  return status ?? 1;
}

function runner(): readonly string[] {
  if (values.protections) return [join(import.meta.dirname, 'protections', 'main.ts'), ...positionals];
  if (values['electron-kills'] !== undefined)
    return [join(modules, '@playwright', 'test', 'cli.js'), 'test', '--config', 'playwright.faults.config.ts'];
  const names = values.kills === undefined && values.case === undefined ? positionals : ['random-kills'];
  return [vitest, 'run', '--project', 'faults', ...names];
}
