import { closeSync, fsyncSync, openSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
import { get, type ReadDb } from './database.ts';
import { namedIfDiskFull } from './disk-full.ts';
import { migrations, requireKnownVersion } from './migrate.ts';
import { openDatabase } from './open-database.ts';

/**
 * Proves that a copy of a company file is whole and can be opened by this program, and that it lies on the disk with
 * nothing beside it. `companyPublicId` null: any company will do.
 *
 * @throws AppError 'backup-damaged', 'backup-of-other-company', 'company-from-newer-program', 'disk-full'
 */
export async function verifyCopy(path: string, companyPublicId: string | null): Promise<void> {
  let db: ReadDb | null = null;
  try {
    db = await openDatabase(path);
    // Alone: no log of changes beside it that could be left behind
    db.pragma('journal_mode = DELETE');
    requireWholeCompany(db, companyPublicId);
  } catch (error) {
    const named = namedIfDiskFull(error);
    throw named instanceof AppError ? named : new AppError('backup-damaged', {}, { cause: error });
  } finally {
    db?.close();
  }
  flushFile(path);
}

function requireWholeCompany(db: ReadDb, companyPublicId: string | null): void {
  requireKnownVersion(db, migrations);
  if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new AppError('backup-damaged');
  const company = get<{ publicId: string }>(db, 'SELECT public_id AS publicId FROM company');
  if (company === undefined) throw new AppError('backup-damaged');
  if (companyPublicId !== null && company.publicId !== companyPublicId) throw new AppError('backup-of-other-company');
}

/** Makes a copy one that can be looked at without files appearing beside it. */
export async function standAlone(path: string): Promise<void> {
  const db = await openDatabase(path);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/** Waits until a file's bytes are on the disk. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
