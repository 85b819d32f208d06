import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { canMount, isLong } from './slice.ts';

/** Room for nothing, for some of a run, for nearly all of it. */
const leftKiB = isLong
  ? Array.from({ length: 250 }, (_, n) => n * 4)
  : [0, 8, 32, 80, 360, 520, 560, 620, 680, 760, 800, 900];

const outcome = z.object({
  kiB: z.number(),
  problems: z.array(z.string()),
  isEditStored: z.boolean(),
  /** Of the company as it was closed, and as a killed program leaves it. */
  opening: z.enum(['done', 'disk-full']),
  openingKilled: z.enum(['done', 'disk-full']),
  uncertain: z.number(),
  uncertainThatArrived: z.number(),
});

it.skipIf(!canMount)(
  'a disk that fills up at any step of a run: it is said by its code, nothing is lost or told twice',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderbud-disk-full-'));
    const script = join(import.meta.dirname, 'disk-full-run.ts');
    const given = ['-Urm', process.execPath, script, folder, ...leftKiB.map(String)];
    const { status, stdout, stderr } = spawnSync('unshare', given, { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(status, stderr).toBe(0);
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => outcome.parse(JSON.parse(line)));
    expect(outcomes.map(({ kiB }) => kiB)).toEqual(leftKiB);
    // From a run that cannot begin to one in which bodies had gone whose acceptance found no room
    expect(outcomes[0]).toMatchObject({ problems: ['disk-full'], isEditStored: false, opening: 'disk-full' });
    expect(outcomes.some(({ uncertainThatArrived }) => uncertainThatArrived > 0)).toBe(true);
    expect([...new Set(outcomes.flatMap(({ problems }) => problems))]).toEqual(['disk-full']);
  },
  900_000,
);
