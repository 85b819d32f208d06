import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** A line per case that held, so that a long run which was stopped goes on behind it. */
export function keptCases<Entry>(name: string, entry: z.ZodType<Entry>) {
  const folder = join(import.meta.dirname, '..', '..', 'test-results', 'faults');
  const path = join(folder, `${name}.jsonl`);
  mkdirSync(folder, { recursive: true });
  /** A line that a power cut left in half counts for nothing; nor does one of an older shape. */
  const parseLine = (line: string): Entry[] => {
    try {
      return [entry.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  };
  return {
    read: (): Entry[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(parseLine) : []),
    add: (added: Entry) => appendFileSync(path, `${JSON.stringify(added)}\n`),
  };
}

/** The seed of one case: cases of different seeds have nothing in common. */
export function seedOfCase(seed: number, n: number): number {
  return (seed * 1_000_003 + n) | 0;
}
