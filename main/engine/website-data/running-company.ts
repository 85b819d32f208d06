import { AppError } from '../../../shared/errors.ts';
import { keepWritable } from '../db/database.ts';
import type { OpenCompany } from '../session.ts';

const running = new WeakSet<OpenCompany>();

/** Whether Get Website Data is running on the company. */
export function isRunning(company: OpenCompany): boolean {
  return running.has(company);
}

/** To be asked where the work begins to write: what was so before an await may have changed. @throws AppError 'run-in-progress' */
export function requireNoRun(company: OpenCompany): void {
  if (isRunning(company)) throw new AppError('run-in-progress');
}

/**
 * One run at a time, and nothing else holds its writes meanwhile (domain.md 9.20). @returns how to end it
 * @throws AppError 'run-in-progress', 'import-in-progress'
 */
export function beginRunning(company: OpenCompany): () => void {
  requireNoRun(company);
  const release = keepWritable(company.db);
  running.add(company);
  return () => {
    running.delete(company);
    release();
  };
}
