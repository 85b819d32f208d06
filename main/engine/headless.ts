/**
 * Get Website Data without a window (domain.md 9.21): `node main/engine/headless.ts <company file>`. Prints the report
 * as one line of JSON. Exit code 0: all done; 3: done, but something waits for people or for the next run; 4: stopped before
 * its first mail, for staff to look at it in the window; 1: not done.
 */
import { AppError } from '../../shared/errors.ts';
import type { RunReport } from '../../shared/website-data.ts';
import { createSession } from './create-session.ts';
import { getWebsiteData } from './website-data/run-service.ts';

/** Whether a run left nothing behind for people or for the next run. */
export function isComplete(report: RunReport): boolean {
  return report.websites.every(
    (website) =>
      website.waiting + website.refused + website.uncertain + website.held === 0 &&
      [
        website.fetchProblem,
        website.returnsProblem,
        website.publishProblem,
        website.sendProblem,
        website.updateProblem,
      ].every((problem) => problem === null),
  );
}

export function exitCodeOf(report: RunReport): 0 | 3 | 4 {
  if (report.websites.some(({ stopped }) => stopped !== null)) return 4;
  return isComplete(report) ? 0 : 3;
}

async function main(companyPath: string | undefined): Promise<number> {
  if (companyPath === undefined) {
    console.error('Usage: headless.ts <company file>');
    return 1;
  }
  const session = createSession();
  try {
    await session.open(companyPath);
    const report = await getWebsiteData(session, {
      onUnexpected: (error, step) => console.error(`Get Website Data, ${step} failed:`, error),
    });
    console.log(JSON.stringify(report));
    return exitCodeOf(report);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(`Not done: ${error.code} ${JSON.stringify(error.details)}`);
    return 1;
  } finally {
    session.close();
  }
}

if (import.meta.main) process.exitCode = await main(process.argv[2]);
