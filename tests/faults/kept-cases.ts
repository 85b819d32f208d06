import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line per case that held, so that a long run which was stopped goes on behind it. */
export function keptCases<Entry>(name: string) {
  const folder = join(import.meta.dirname, '..', '..', 'test-results', 'faults');
  const path = join(folder, `${name}.jsonl`);
  mkdirSync(folder, { recursive: true });
  return {
    read: (): Entry[] =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line))
        : [],
    add: (entry: Entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`),
  };
}

/** The seed of one case: cases of different seeds have nothing in common. */
export function seedOfCase(seed: number, n: number): number {
  return (seed * 1_000_003 + n) | 0;
}
