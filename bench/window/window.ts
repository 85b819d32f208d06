import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { SalesOrderList } from '../../tests/e2e/pages/sales-order-list.ts';
import { choosePreparedElectron, languageEnv, machineArgs, startApp } from '../../tests/support/start-app.ts';
import { buildBigCompany } from '../big-company.ts';
import { type BenchResult, median, spreadOf } from '../result.ts';

const sizes = { small: 10, large: 1_000_000 } as const;
const rounds = 7;
const goal = 2.5;
/** Of starts that differ in nothing: a window that stays the same whatever the company holds. */
const sameGoal = 1.15;
const startLimitMs = 60_000;
const emptyWindow = join(import.meta.dirname, 'empty-window');

/**
 * From the start of the program to a window in which staff can work, the first orders of its list in it, against an empty
 * Electron window; with 10 orders and with 1,000,000. In turns, each size with the data folder of its last start, as the empty
 * window has it.
 */
export async function benchWindow(): Promise<readonly BenchResult[]> {
  choosePreparedElectron();
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-window-'));
  try {
    const companies = { small: join(folder, 'small.orderbud'), large: join(folder, 'large.orderbud') };
    for (const size of ['small', 'large'] as const) (await buildBigCompany(companies[size], sizes[size])).close();
    const measured: Round[] = [];
    for (let round = 0; round <= rounds; round++) {
      const took = {
        emptyMs: await timeToEmpty(),
        smallMs: await timeToUsable(companies.small, folder),
        largeMs: await timeToUsable(companies.large, folder),
      };
      // The first brings the programs into the system's memory
      if (round > 0) measured.push(took);
    }
    return resultsOf(measured);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

type Round = { readonly emptyMs: number; readonly smallMs: number; readonly largeMs: number };

function resultsOf(measured: readonly Round[]): readonly BenchResult[] {
  const compare = (work: string, of: keyof Round, to: keyof Round, most: number): BenchResult => {
    const ratios = measured.map((round) => round[of] / round[to]);
    const ms = (which: keyof Round) => median(measured.map((round) => round[which])).toFixed(0);
    return {
      work,
      ratio: median(ratios),
      spread: spreadOf(ratios),
      goal: most,
      detail: `${ms(to)} -> ${ms(of)} ms`,
    };
  };
  const start = 'Start to usable window';
  return [
    compare(`${start} with ${sizes.small} orders, against an empty Electron window`, 'smallMs', 'emptyMs', goal),
    compare(`${start} with ${sizes.large} orders, against an empty Electron window`, 'largeMs', 'emptyMs', goal),
    compare(`${start} with ${sizes.large} orders, against ${sizes.small}`, 'largeMs', 'smallMs', sameGoal),
  ];
}

function timeToEmpty(): Promise<number> {
  return timeTo(async () => {
    const electron = await _electron.launch({
      timeout: startLimitMs,
      args: [...machineArgs(), emptyWindow],
      env: { ...(process.env as Record<string, string>), ...languageEnv('en_GB') },
    });
    const page = await electron.firstWindow();
    await page.getByRole('heading', { name: 'Empty' }).waitFor();
    return electron;
  });
}

async function timeToUsable(company: string, folder: string): Promise<number> {
  const userData = join(folder, `${basename(company)} user`);
  return timeTo(async () => {
    const { electron, page } = await startApp(userData, { args: [company] });
    await new SalesOrderList(page).rows().first().waitFor({ timeout: startLimitMs });
    return electron;
  });
}

async function timeTo(start: () => Promise<ElectronApplication>): Promise<number> {
  const before = performance.now();
  const electron = await start();
  const took = performance.now() - before;
  await electron.close();
  return took;
}
