import { accessSync, constants, copyFileSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from './database.ts';
import { namedIfDiskFull } from './disk-full.ts';
import { migrate, migrations, requireKnownVersion, schemaVersion } from './migrate.ts';
import { openDatabase, openToLookAt } from './open-database.ts';

/**
 * Opens a company file: whole, of this program's schema, with a copy of the file taken before its schema is changed.
 * It is looked at first, so a file that is refused stays as it is.
 *
 * @throws AppError 'company-not-found', 'company-damaged', 'company-from-newer-program', or 'disk-full'
 */
export async function openCompanyFile(path: string): Promise<ReadDb> {
  if (!existsSync(path)) throw new AppError('company-not-found');
  await requireWholeCompany(path);
  const db = await openDatabase(path);
  try {
    copyBeforeMigration(db, path);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * A company is worked on in its file and in files beside it.
 * @throws AppError 'company-not-found', 'company-read-only'
 */
export function requireWritable(path: string): void {
  if (!existsSync(path)) throw new AppError('company-not-found');
  try {
    for (const place of [path, dirname(path)]) accessSync(place, constants.W_OK);
  } catch (error) {
    throw new AppError('company-read-only', {}, { cause: error });
  }
}

async function requireWholeCompany(path: string): Promise<void> {
  let db: ReadDb | null = null;
  try {
    db = await openToLookAt(path);
    const verdict = db.pragma('quick_check(1)', { simple: true });
    const { tables } = db.prepare(`SELECT count(*) AS tables FROM sqlite_master WHERE name = 'company'`).get() as {
      tables: number;
    };
    if (verdict !== 'ok' || tables !== 1) throw new AppError('company-damaged');
    requireKnownVersion(db, migrations);
  } catch (error) {
    const named = namedIfDiskFull(error);
    throw named instanceof AppError ? named : new AppError('company-damaged', {}, { cause: error });
  } finally {
    db?.close();
  }
}

function copyBeforeMigration(db: ReadDb, path: string): void {
  const present = schemaVersion(db);
  if (present >= (migrations.at(-1)?.number ?? 0)) return;
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(path, `${path}.before-version-${present + 1}`);
}

/** Makes a new company file. @throws AppError 'bad-input' when a file of that name is there already. */
export async function createCompanyFile(path: string): Promise<ReadDb> {
  if (path !== ':memory:' && existsSync(path)) throw new AppError('bad-input', { field: 'path', reason: 'exists' });
  const db = await openDatabase(path);
  migrate(db);
  return db;
}
