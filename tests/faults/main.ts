/**
 * `npm run faults -- [--long] [name...]`: the fault tests alone; `--long` tries every case instead of a slice.
 * `npm run faults -- --kills 10000 [--seed 7]`: so many random kills, going on where an earlier run of that seed stopped.
 * `npm run faults -- --case 4711 [--seed 7]`: one of them again.
 * `npm run faults -- --fuzz 1000000 [--seed 7]`: so many cases of all that comes from outside; docs/evidence/fuzzing.md says how it went.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const vitest = join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: 'boolean', default: false },
    kills: { type: 'string' },
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
    ...(values.case === undefined ? {} : { ORDERBUD_KILL_CASE: values.case }),
    ...(values.seed === undefined ? {} : { ORDERBUD_SEED: values.seed }),
  };
  const names = values.kills === undefined && values.case === undefined ? positionals : ['random-kills'];
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'faults', ...names], {
    stdio: 'inherit',
    env,
  });
  return status ?? 1;
}
