import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlayedCases } from '../support/fuzz.ts';
import { presentCommit } from '../support/present-commit.ts';

const root = join(import.meta.dirname, '..', '..');
const evidencePath = join(root, 'docs', 'evidence', 'fuzzing.md');
/** From here on the evidence is written by people, and kept. */
const notesFrom = '\n## ';

type Wanted = { readonly cases: number; readonly seed: number };

/**
 * Plays so many cases of everything that comes from outside, and writes down how many were played in truth. Answers the
 * exit code: not 0 when a case failed, or fewer were played than wanted.
 */
export function fuzz(vitest: string, wanted: Wanted): number {
  const counts = join(root, 'test-results', 'faults', `fuzz-${wanted.seed}.jsonl`);
  mkdirSync(dirname(counts), { recursive: true });
  rmSync(counts, { force: true });
  const projects = ['--project', 'unit', '--project', 'integration'];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...projects, ...fuzzTests()], {
    stdio: 'inherit',
    cwd: root,
    env: {
      ...process.env,
      ORDERBUD_FUZZ: String(wanted.cases),
      ORDERBUD_SEED: String(wanted.seed),
      ORDERBUD_FUZZ_COUNTS: counts,
    },
  });
  const played = existsSync(counts) ? readPlayed(readFileSync(counts, 'utf8')) : [];
  const table = tableOf(played);
  console.log(`\n${table}`);
  mkdirSync(dirname(evidencePath), { recursive: true });
  writeFileSync(evidencePath, evidenceOf(wanted, table, status === 0));
  const isEnough = sum(played, 'cases') >= wanted.cases;
  if (!isEnough) console.error(`Fewer cases were played than the ${format(wanted.cases)} that were wanted`);
  return status === 0 && isEnough ? 0 : 1;
}

/** Every test file that takes its number of cases from support/fuzz.ts. */
function fuzzTests(): readonly string[] {
  const files = globSync('tests/{unit,integration}/**/*.test.ts', { cwd: root });
  return files.filter((file) => readFileSync(join(root, file), 'utf8').includes("/support/fuzz.ts'")).sort();
}

function readPlayed(lines: string): readonly PlayedCases[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PlayedCases);
}

function tableOf(played: readonly PlayedCases[]): string {
  const inputs = [...new Set(played.map(({ input }) => input))].sort();
  const row = (name: string, of: readonly PlayedCases[]) =>
    `| ${name} | ${of.length} | ${format(sum(of, 'cases'))} | ${sum(of, 'failures')} | ${format(sum(of, 'seconds'))} |`;
  return [
    '| input | tests | cases | failures | seconds |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...inputs.map((input) =>
      row(
        input,
        played.filter((each) => each.input === input),
      ),
    ),
    row('**all**', played),
  ].join('\n');
}

const sum = (played: readonly PlayedCases[], what: 'cases' | 'failures' | 'seconds'): number =>
  played.reduce((total, each) => total + each[what], 0);
const format = (number: number): string => number.toLocaleString('en-GB');

function evidenceOf({ cases, seed }: Wanted, table: string, isClean: boolean): string {
  const before = existsSync(evidencePath) ? readFileSync(evidencePath, 'utf8') : '';
  const notes = before.indexOf(notesFrom);
  return `# Fuzzing: what comes from outside

\`npm run faults -- --fuzz ${cases} --seed ${seed}\` at commit ${presentCommit()}.
A case that fails is played again by the same command; fast-check prints it, shrunk.

${table}
${isClean ? '' : '\n**A test of this run failed.**\n'}${notes < 0 ? '' : before.slice(notes)}`;
}
