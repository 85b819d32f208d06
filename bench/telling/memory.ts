import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTransaction, run } from '../../main/engine/db/database.ts';
import { openDatabase } from '../../main/engine/db/open-database.ts';
import { engineFlags } from '../../main/shell/engine-flags.ts';
import { startHelper } from '../processes.ts';
import type { BenchResult } from '../result.ts';
import { buildCustomers } from './customers.ts';
import type { Held, MemoryOfRun } from './memory-process.ts';

const sizes = { small: 1_000, large: 100_000 } as const;
const goal = 1.3;
const megabyte = 1024 * 1024;

/** What the engine holds at the most in a run of 100,000 mails, against a run of 1,000: each in a process of its own. */
export async function benchMemory(): Promise<readonly BenchResult[]> {
  const small = await memoryOf(sizes.small);
  const large = await memoryOf(sizes.large);
  return (['queueing', 'sending'] as const).map((step) => resultOf(step, small[step], large[step]));
}

function resultOf(step: string, small: Held, large: Held): BenchResult {
  const size = (bytes: number) => (bytes / megabyte).toFixed(0);
  const text = (of: keyof Held) => `${size(small[of])} -> ${size(large[of])} MB`;
  return {
    work: `Memory of a run of ${sizes.large} mails against ${sizes.small}, ${step}`,
    ratio: Math.max(large.residentBytes / small.residentBytes, large.inUseBytes / small.inUseBytes),
    goal,
    detail: `resident ${text('residentBytes')}, in use after collection ${text('inUseBytes')}`,
  };
}

async function memoryOf(mails: number): Promise<MemoryOfRun> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-memory-'));
  const sink = await startHelper(new URL('./sink-process.ts', import.meta.url));
  try {
    const path = join(folder, 'company.orderbud');
    await buildCustomers(path, mails);
    const db = await openDatabase(path);
    inTransaction(db, (tx) =>
      run(
        tx,
        `UPDATE website SET smtp_host = '127.0.0.1', smtp_port = @port, smtp_security = 'none', smtp_sessions = 5`,
        {
          port: Number(sink.said),
        },
      ),
    );
    db.close();
    const engine = await startHelper(new URL('./memory-process.ts', import.meta.url), {
      environment: { COMPANY: path },
      execArgv: [...engineFlags, '--expose-gc'],
    });
    const told = engine.said as MemoryOfRun;
    if (told.accepted !== mails) throw new Error(`${told.accepted} of ${mails} mails were accepted`);
    return told;
  } finally {
    await sink.stop();
    await rm(folder, { recursive: true });
  }
}
