import { mkdir, writeFile } from 'node:fs/promises';
import type { Baseline } from './baseline.ts';
import { spreadText } from './result.ts';

const path = new URL('../docs/evidence/speed.md', import.meta.url);

/** Writes what was kept as a page for people, with the commands that measure it anew. */
export async function writeEvidence(baseline: Baseline): Promise<void> {
  await mkdir(new URL('.', path), { recursive: true });
  await writeFile(path, evidenceOf(baseline));
}

/** What was kept before its evidence was has no line. */
export function evidenceOf(baseline: Baseline): string {
  const rows = Object.entries(baseline).flatMap(([work, { ratio, spread, evidence }]) => {
    if (evidence === undefined) return [];
    const { bench, commit, goal, isMet, detail } = evidence;
    const standing = goal === '' ? '' : isMet ? 'met' : '**not met**';
    const cells = [work, ratio.toFixed(2), spread === undefined ? '' : spreadText(spread), goal, standing];
    return [
      `| ${[...cells, detail, `\`${bench}\` at ${commit}`].map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`,
    ];
  });
  return [
    '# Speed, measured',
    '',
    'Each figure is a ratio to a bound that was measured in the same run, in turns; the spread is the least and the most of its rounds.',
    'Two cores, the machine at rest. `npm run bench <name>` measures one again and says what moved by more than noise since;',
    '`npm run bench <name> -- --keep` writes this page. What a bench measures, and why a goal is not met, stands in',
    '[bench/README.md](../../bench/README.md).',
    '',
    '| work, against its bound | ratio | spread | goal | | in figures | bench, commit |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
