/** What passed and what failed, added up over all kinds of checks. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/** So much of a failure's message is said again at the end. */
const linesOfMessage = 15;

/** @param {readonly Counts[]} all @returns {Counts} */
export function sumCounts(all) {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    findings: all.flatMap(({ findings }) => findings),
  };
}

/**
 * One step that either works or not, such as the type check.
 *
 * @param {boolean} isOk
 * @param {string} name
 * @returns {Counts}
 */
export function countStep(isOk, name) {
  return isOk ? { passed: 1, failed: 0, findings: [] } : { passed: 0, failed: 1, findings: [`Failed: ${name}`] };
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
  if (!existsSync(file)) return { passed: 0, failed: 1, findings: [`Failed: no report in ${file}`] };
  const counts = read(JSON.parse(readFileSync(file, 'utf8')));
  if (exitCode === 0 || counts.failed > 0) return counts;
  const findings = [...counts.findings, `Failed: exit code ${exitCode} with no test that failed, see ${file}`];
  return { ...counts, failed: 1, findings };
}

/** @param {any} report of Vitest's JSON reporter @returns {Counts} */
export function readVitest(report) {
  const findings = report.testResults.flatMap((/** @type {any} */ file) => {
    const failed = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
    // A file that could not be loaded has a message of its own and no tests
    if (failed.length === 0 && file.status === 'failed') return [failure(file.name, file.message)];
    return failed.map((/** @type {any} */ test) =>
      failure(`${file.name} > ${test.fullName}`, test.failureMessages.join('\n')),
    );
  });
  return { passed: report.numPassedTests, failed: report.numFailedTests, findings };
}

/** @param {any} report of Playwright's JSON reporter @returns {Counts} */
export function readPlaywright(report) {
  const { expected, flaky, unexpected } = report.stats;
  const findings = specsOf(report).flatMap((spec) =>
    spec.tests.flatMap((/** @type {any} */ test) => {
      const name = `${spec.file}:${spec.line} > ${spec.title}`;
      const broken = test.results.find((/** @type {any} */ result) => result.errors.length > 0);
      const message = broken?.errors.map((/** @type {any} */ error) => error.message).join('\n') ?? '';
      if (test.status === 'unexpected') return [failure(name, message)];
      return test.status === 'flaky' ? [failure(name, message, 'Passed at the second try')] : [];
    }),
  );
  return { passed: expected + flaky, failed: unexpected, findings };
}

/** @param {any} suite @returns {any[]} */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** @param {string} name @param {string} message @param {string} verdict */
function failure(name, message, verdict = 'Failed') {
  const lines = message.split('\n').slice(0, linesOfMessage);
  return [`${verdict}: ${name}`, ...lines.map((line) => `    ${line}`)].join('\n');
}
