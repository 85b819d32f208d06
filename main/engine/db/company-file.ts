import { copyFileSync, existsSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from './database.ts';
import { migrate, migrations, schemaVersion } from './migrate.ts';
import { openDatabase } from './open-database.ts';

/**
 * Opens a company file: whole, of this program's schema, with a copy of the file taken before its schema is changed.
 *
 * @throws AppError 'company-not-found', 'company-damaged' (nothing is written to the file), or
 * 'company-from-newer-program'
 */
export async function openCompanyFile(path: string): Promise<ReadDb> {
  if (path !== ':memory:' && !existsSync(path)) throw new AppError('company-not-found');
  const db = await openDatabase(path).catch((error: unknown) => {
    throw new AppError('company-damaged', {}, { cause: error });
  });
  try {
    checkWhole(db);
    copyBeforeMigration(db, path);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function checkWhole(db: ReadDb): void {
  let verdict: unknown;
  try {
    verdict = db.pragma('quick_check(1)', { simple: true });
  } catch (error) {
    throw new AppError('company-damaged', {}, { cause: error });
  }
  if (verdict !== 'ok') throw new AppError('company-damaged');
  const isCompany = db.prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name = 'company'`).get() as { n: number };
  if (isCompany.n !== 1) throw new AppError('company-damaged');
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
