import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { runs } from './runs.ts';

/** How many cases a long run wants, all inputs together (tests/faults/fuzz.ts); undefined in a short one. */
const wanted = process.env.ORDERBUD_FUZZ;

/** What a test in truth tried; one line of `ORDERBUD_FUZZ_COUNTS`. */
export type PlayedCases = {
  readonly input: string;
  readonly test: string;
  readonly cases: number;
  readonly failures: number;
  readonly seed: number;
  readonly seconds: number;
};

type Counts = {
  /** Cases in `npm test`. */
  readonly slice: number;
  /** Its share of a long run of a million: what is cheap gets most. */
  readonly ofAMillion: number;
};

/**
 * How `fc.assert` tries an input that comes from outside: how many cases, and a note of how many it in truth tried.
 * Every file that asks here is part of `npm run faults -- --fuzz 1000000`.
 */
export function casesOf<Case>(input: string, { slice, ofAMillion }: Counts): fc.Parameters<Case> {
  const test = expect.getState().currentTestName ?? '';
  const begunAtMs = performance.now();
  return {
    numRuns: Math.max(runs(slice), Math.ceil((ofAMillion * Number(wanted ?? 0)) / 1_000_000)),
    reporter(details): void {
      note({
        input,
        test,
        cases: details.numRuns,
        failures: details.failed ? 1 : 0,
        seed: details.seed,
        seconds: Math.round((performance.now() - begunAtMs) / 1000),
      });
      if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    },
  };
}

/** For tests whose slice takes longer than others may; a long run has no bound. */
export const fuzzTimeoutMs = wanted === undefined ? 120_000 : 0;

function note(played: PlayedCases): void {
  const path = process.env.ORDERBUD_FUZZ_COUNTS;
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(played)}\n`);
}
