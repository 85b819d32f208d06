import { AppError } from '../../../shared/errors.ts';
import { inTransaction, type ReadDb } from './database.ts';
import { first } from './migrations/0001-first.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** In order, without gaps. Frozen once released. */
export const migrations: readonly Migration[] = [first];

export function schemaVersion(db: ReadDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** @throws AppError 'company-from-newer-program' when the file knows more than this program. */
export function requireKnownVersion(db: ReadDb, steps: readonly Migration[]): void {
  const present = schemaVersion(db);
  const newest = newestOf(steps);
  if (present > newest)
    throw new AppError('company-from-newer-program', { fileVersion: present, programVersion: newest });
}

function newestOf(steps: readonly Migration[]): number {
  return steps.at(-1)?.number ?? 0;
}

/**
 * Brings a company file to this program's schema, all pending steps in one transaction.
 * @throws AppError 'company-from-newer-program' and touches nothing when the file knows more than this program.
 */
export function migrate(db: ReadDb, steps: readonly Migration[] = migrations): void {
  requireKnownVersion(db, steps);
  const present = schemaVersion(db);
  const pending = steps.filter((step) => step.number > present);
  if (pending.length === 0) return;
  inTransaction(db, (tx) => {
    for (const step of pending) tx.exec(step.sql);
    tx.pragma(`user_version = ${newestOf(steps)}`);
  });
}
