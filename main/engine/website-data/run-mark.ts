import { z } from 'zod';

/**
 * The newest run that handed mails over, as it is kept outside the company file (restored-backup guard): a file that
 * does not hold this run is older than what customers were told.
 */
export const runMark = z.object({
  randomId: z.string().min(1),
  /** The number of the run in the file that made it. */
  counter: z.int(),
  /** When the run began; UTC, ISO 8601. */
  at: z.string(),
  isFinished: z.boolean(),
});
export type RunMark = z.infer<typeof runMark>;

/** What a company file knows of the run that a mark names. */
export type MarkedRun = { readonly isFinished: boolean };

/**
 * Whether a company file is older than a mark: it lacks the run, or knows it only from before its end. A mark that is
 * not there (another computer) says nothing.
 */
export function isOlderThanMark(mark: RunMark | null, held: MarkedRun | undefined): boolean {
  if (mark === null) return false;
  return held === undefined || (mark.isFinished && !held.isFinished);
}

/** Where the mark of a company is kept in the keychain. */
export function runMarkAccount(companyPublicId: string): string {
  return `last-run:${companyPublicId}`;
}

/** What the keychain answered, as a mark; null for nothing, or for what no program of ours wrote. */
export function parseRunMark(text: string | null): RunMark | null {
  if (text === null) return null;
  try {
    return runMark.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
