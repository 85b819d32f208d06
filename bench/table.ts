import type { Measured, Standing } from './baseline.ts';
import { goalText, isMet, spreadText } from './result.ts';

/** A result beside what was kept of the same work. */
export type Compared = Measured & { readonly standing: Standing; readonly keptRatio: number | null };

/** All results as a table of fixed columns, and below it what got worse than noise. */
export function tableOf(results: readonly Compared[]): string {
  const rows = [
    ['', 'ratio', 'goal', 'spread', 'before', 'work'],
    ...results.map((result) => [
      isMet(result) ? 'met' : 'NOT MET',
      result.ratio.toFixed(2),
      goalText(result) || '-',
      result.spread === undefined ? '-' : spreadText(result.spread),
      result.keptRatio === null ? '-' : result.keptRatio.toFixed(2),
      result.work,
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return [...lines, '', ...worseLines(results)].join('\n');
}

function worseLines(results: readonly Compared[]): readonly string[] {
  const worse = results.filter(({ standing }) => standing === 'worse');
  if (worse.length === 0) return ['Nothing got worse than noise.'];
  const lineOf = ({ work, keptRatio, ratio }: Compared) => `  ${work}: ${keptRatio?.toFixed(2)} -> ${ratio.toFixed(2)}`;
  return ['Worse than noise since bench/baseline.json was kept:', ...worse.map(lineOf)];
}
