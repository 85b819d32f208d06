/** What passed and what failed, added up over all kinds of checks. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {readonly Counts[]} all @returns {Counts} */
export function sumCounts(all) {
  return all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), none);
}

/** @type {Counts} */
const none = { passed: 0, failed: 0 };

/**
 * One step that either works or not, such as the type check.
 *
 * @param {boolean} isOk
 * @returns {Counts}
 */
export function countStep(isOk) {
  return isOk ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A test runner's counts. A runner that wrote no report, or failed without a failed test to show, broke in
 * itself, which counts as one failure.
 *
 * @param {number} exitCode
 * @param {string} file what its JSON reporter wrote
 * @param {(report: any) => Counts} read its part of the report
 * @returns {Counts}
 */
export function countRunner(exitCode, file, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const counts = read(JSON.parse(readFileSync(file, 'utf8')));
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {any} report of Vitest's JSON reporter @returns {Counts} */
export function readVitest(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** @param {any} report of Playwright's JSON reporter @returns {Counts} */
export function readPlaywright(report) {
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected };
}
