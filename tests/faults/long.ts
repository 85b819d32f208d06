import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { presentCommit } from '../support/present-commit.ts';

const root = join(import.meta.dirname, '..', '..');
const report = z.object({
  testResults: z.array(z.object({ name: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** What each file does, in the order of the page; a file without a line here is named by its file name. */
const deeds: Readonly<Record<string, string>> = {
  'kill-at-every-point':
    'kill -9 at every commit, keychain write, SMTP command and call of a run, at pairs of them, and in every session',
  'kill-lock': 'kill -9 while a company is opened',
  'kill-restore': 'kill -9 at every step of putting a backup back',
  'mail-server-faults':
    'the mail server refuses for now or for good, closes, cuts or resets, at every command: once, every second time, always',
  'website-faults':
    'each call of My page lost, cut, refused, answered wrong, before or after it was done; its clock or ours wrong',
  silence: 'mail server or My page says nothing for a whole run',
  'power-cut':
    'the power fails in every commit, and what the disk had not confirmed is cut off or scrambled at twenty places each',
  'disk-full': 'a disk with 250 sizes of room left, from none to enough, in one test',
  'read-only': 'a file or folder that cannot be written',
  'two-programs': 'eight programs open a company at once, 3,000 times, beside a living and a dead lock',
  'random-kills': 'four cases of random kills; docs/evidence/random-kills.md has the many',
  'expected-sentences': 'the model that the kills are judged by, itself',
};

/** Tries every case of the fault tests and writes docs/evidence/faults.md. @returns the exit code */
export function playAll(vitest: string, env: NodeJS.ProcessEnv): number {
  const outcome = join(root, 'test-results', 'faults', 'long.json');
  mkdirSync(join(outcome, '..'), { recursive: true });
  rmSync(outcome, { force: true });
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', outcome];
  const began = performance.now();
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'faults', ...reporters], {
    stdio: 'inherit',
    env,
  });
  if (status === 0) writeEvidence(readFileSync(outcome, 'utf8'), Math.round((performance.now() - began) / 60_000));
  return status ?? 1;
}

function writeEvidence(json: string, minutes: number): void {
  const { testResults } = report.parse(JSON.parse(json));
  const counts = new Map(
    testResults.map(({ name, assertionResults }) => [
      basename(name, '.test.ts'),
      assertionResults.filter(({ status }) => status === 'passed').length,
    ]),
  );
  const names = [
    ...Object.keys(deeds).filter((name) => counts.has(name)),
    ...[...counts.keys()].filter((name) => !(name in deeds)),
  ];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const page = [
    '# Faults, every case',
    '',
    `\`npm run faults -- --long\`, at commit ${presentCommit()}: ${total.toLocaleString('en')} cases, violations 0, in ${minutes} minutes.`,
    'After each fault the program is started again and run to the end, and what customers and My page were given is held against',
    'what the shop did (`tests/faults/invariants.ts`).',
    '',
    '| fault | cases | tests |',
    '| --- | ---: | --- |',
    ...names.map((name) => `| ${deeds[name] ?? name} | ${counts.get(name)} | \`tests/faults/${name}.test.ts\` |`),
    '',
  ];
  mkdirSync(join(root, 'docs', 'evidence'), { recursive: true });
  writeFileSync(join(root, 'docs', 'evidence', 'faults.md'), page.join('\n'));
}
