import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { type BenchResult, goalText, isMet, type Spread } from './result.ts';

const kept = z.object({
  ratio: z.number(),
  spread: z.tuple([z.number(), z.number()]).optional(),
  evidence: z
    .object({ bench: z.string(), commit: z.string(), goal: z.string(), isMet: z.boolean(), detail: z.string() })
    .optional(),
});
const baseline = z.record(z.string(), kept);

/** What each work measured when the baseline was kept, by its name. `evidence` is what people read of it. */
export type Baseline = Readonly<Record<string, z.infer<typeof kept>>>;

/** A result, and by which bench on which commit it was measured. */
export type Measured = BenchResult & { readonly bench: string; readonly commit: string };

type Ratio = { readonly ratio: number; readonly spread?: Spread | undefined };

/** How a ratio stands to the one that was kept; `better` too lies beyond the noise. */
export type Standing = 'new' | 'same' | 'worse' | 'better';

/** Interleaved ratios of one commit move by as much on a machine that does something else besides. */
const leastNoise = 0.15;

/**
 * Compares a ratio with the one kept of the same work. It differs when it lies further off than the rounds of either
 * measurement lay from their own ratio, and than a busy machine moves it by itself.
 */
export function standingOf(result: BenchResult, kept: Ratio | undefined): Standing {
  if (kept === undefined) return 'new';
  const rise = result.ratio - kept.ratio;
  const noise = Math.max(leastNoise * kept.ratio, reach(kept, rise), reach(result, -rise));
  if (Math.abs(rise) <= noise) return 'same';
  return rise > 0 === (result.isLeast ?? false) ? 'better' : 'worse';
}

/** How far the rounds of a measurement went in a direction. */
function reach(measured: Ratio, direction: number) {
  const [least, most] = measured.spread ?? [measured.ratio, measured.ratio];
  return direction > 0 ? most - measured.ratio : measured.ratio - least;
}

/** The baseline with what was measured now in the place of what was kept of it; the rest stays, in the order of names. */
export function keptAnew(before: Baseline, results: readonly Measured[]): Baseline {
  const rounded = (value: number): number => Number(value.toFixed(3));
  const measured = results.map((result): [string, Baseline[string]] => {
    const { work, ratio, spread, bench, commit, detail } = result;
    return [
      work,
      {
        ratio: rounded(ratio),
        ...(spread === undefined ? {} : { spread: [rounded(spread[0]), rounded(spread[1])] }),
        evidence: { bench, commit, goal: goalText(result), isMet: isMet(result), detail },
      },
    ];
  });
  const all: Baseline = { ...before, ...Object.fromEntries(measured) };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const path = new URL('./baseline.json', import.meta.url);

export async function readBaseline(): Promise<Baseline> {
  return baseline.parse(JSON.parse(await readFile(path, 'utf8')));
}

export async function writeBaseline(baseline: Baseline): Promise<void> {
  // As the formatter wants it: a spread on one line
  const text = JSON.stringify(baseline, null, 2).replace(/\[\s+([\d.]+),\s+([\d.]+)\s+\]/g, '[$1, $2]');
  await writeFile(path, `${text}\n`);
}
