/**
 * `npm run faults -- --protections [word...]`: takes each protection out of a copy of the program, one at a time, and sees its tests
 * fail; all of them also pass as long as nothing is taken out. Words choose protections by what they are or guard against. Without
 * words it writes docs/evidence/protections.md.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { presentCommit } from '../../support/present-commit.ts';
import { type Protection, protections } from './protections.ts';

type Tests = Pick<Protection, 'project' | 'test' | 'named'>;
/** `hung`: they came to no end, which is a failure too. */
type Outcome = { readonly failed: readonly string[]; readonly passed: number; readonly hung: boolean };

const root = join(import.meta.dirname, '..', '..', '..');
const longestMs = 600_000;
const report = z.object({
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const words = process.argv.slice(2);
const chosen = protections.filter(({ against, what }) => words.every((word) => `${against} ${what}`.includes(word)));
const copy = copyOfProgram();
try {
  const sound = new Map<string, number>();
  for (const { project, test, named } of chosen) {
    const tests = { project, test, named };
    const key = JSON.stringify(tests);
    if (sound.has(key)) continue;
    const { passed, failed, hung } = runTests(tests);
    if (failed.length > 0 || hung || passed === 0) throw new Error(`${test} fails with nothing taken out: ${failed}`);
    sound.set(key, passed);
  }
  const rows: string[] = [];
  let missed = 0;
  for (const protection of chosen) {
    const { failed, hung } = withoutProtection(protection);
    const isSeen = hung || failed.length > 0;
    if (!isSeen) missed += 1;
    const seen = hung ? 'came to no end' : (failed[0] ?? '**nothing failed**');
    console.log(`${isSeen ? '   ' : '!! '}${protection.against}: ${protection.what} -> ${seen}`);
    const { against, what, file, test } = protection;
    const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
    rows.push(`| ${against} | ${what} | \`${file}\` | \`${test}\`: ${seen.replaceAll('|', '/')}${more} |`);
  }
  if (words.length === 0) writeEvidence(rows);
  console.log(`${chosen.length - missed} of ${chosen.length} seen to fail without their protection`);
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function copyOfProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-protections-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter((name) => name !== '' && existsSync(join(root, name)))) {
    if (/^docs\//.test(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function withoutProtection({ file, source, without, ...tests }: Protection): Outcome {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(source).length !== 2) throw new Error(`Not once in ${file}: ${source}`);
  writeFileSync(
    path,
    whole.replace(source, () => without),
  );
  try {
    return runTests(tests);
  } finally {
    writeFileSync(path, whole);
  }
}

function runTests({ project, test, named }: Tests): Outcome {
  const output = join(copy, 'outcome.json');
  rmSync(output, { force: true });
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const given = ['run', '--project', project, test, '--bail', '5', '--reporter', 'json', '--outputFile', output];
  const { signal } = spawnSync(process.execPath, [vitest, ...given, ...(named === undefined ? [] : ['-t', named])], {
    cwd: copy,
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
  if (signal !== null || !existsSync(output)) return { failed: [], passed: 0, hung: true };
  const { testResults } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const names = (status: string) =>
    results.filter((result) => result.status === status).map(({ fullName }) => fullName);
  // A file that fails as a whole has no results
  const files = testResults.filter(({ message, assertionResults }) => message !== '' && assertionResults.length === 0);
  return {
    failed: [...names('failed'), ...files.map(() => 'the whole file')],
    passed: names('passed').length,
    hung: false,
  };
}

function writeEvidence(rows: readonly string[]): void {
  const folder = join(root, 'docs', 'evidence');
  mkdirSync(folder, { recursive: true });
  const page = [
    '# Protections, taken out one at a time',
    '',
    'A test proves a rule only when it fails without it. Each protection was taken out of a copy of the program by itself; what',
    `failed first stands beside it. As long as nothing is taken out, all pass. \`npm run faults -- --protections\`, at ${presentCommit()}.`,
    '',
    '| fault | protection | taken out of | what failed first |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ];
  writeFileSync(join(folder, 'protections.md'), page.join('\n'));
}
