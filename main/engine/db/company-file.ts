import { accessSync, constants, copyFileSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from './database.ts';
import { namedIfDiskFull } from './disk-full.ts';
import { checkBeside, isSound, mostBytesCheckedBefore } from './file-check.ts';
import { migrate, migrations, requireKnownVersion, schemaVersion } from './migrate.ts';
import { openDatabase, openToLookAt } from './open-database.ts';

export type Opening = {
  /** Whoever had the file open last closed it; then it may be opened before it is checked (docs/adr/0012-checked-beside.md). */
  readonly wasLetGo: boolean;
  /** Told why the check beside it could not have a thread. */
  readonly onUnexpected?: (error: unknown) => void;
};

/**
 * Opens a company file: whole, of this program's schema, with a copy of the file taken before its schema is changed.
 * It is looked at first, so a file that is refused stays as it is. A large one that was closed as it should be is found
 * whole, or damaged, beside the work (`whenSound`). Closed by `closeWithCheck`.
 *
 * @throws AppError 'company-not-found', 'company-damaged', 'company-from-newer-program', or 'disk-full'
 */
export async function openCompanyFile(path: string, opening: Opening = { wasLetGo: false }): Promise<ReadDb> {
  if (!existsSync(path)) throw new AppError('company-not-found');
  const looking = await lookAtCompany(path, (look) => opening.wasLetGo && mayBeCheckedBeside(look, path));
  if (looking === null) return openWhole(path);
  try {
    const db = await openDatabase(path);
    checkBeside({ db, looking, onUnexpected: opening.onUnexpected ?? (() => {}) });
    return db;
  } catch (error) {
    looking.close();
    throw error;
  }
}

async function openWhole(path: string): Promise<ReadDb> {
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

/** @returns the connection that looked, where the file is still to be checked; null when it was */
async function lookAtCompany(path: string, mayWait: (look: ReadDb) => boolean): Promise<ReadDb | null> {
  let db: ReadDb | null = null;
  let isKept = false;
  try {
    db = await openToLookAt(path);
    const { tables } = db.prepare(`SELECT count(*) AS tables FROM sqlite_master WHERE name = 'company'`).get() as {
      tables: number;
    };
    isKept = tables === 1 && mayWait(db);
    if (!isKept && (tables !== 1 || !isSound(db))) throw new AppError('company-damaged');
    requireKnownVersion(db, migrations);
    return isKept ? db : null;
  } catch (error) {
    isKept = false;
    const named = namedIfDiskFull(error);
    throw named instanceof AppError ? named : new AppError('company-damaged', {}, { cause: error });
  } finally {
    if (!isKept) db?.close();
  }
}

/**
 * A small file costs less to check than a thread. One with changes beside it was not closed by its program; one that is no
 * WAL file (a copy, put here by hand), or of an older schema, would be written to by opening it.
 */
function mayBeCheckedBeside(look: ReadDb, path: string): boolean {
  const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return (
    bytesOf(path) > mostBytesCheckedBefore &&
    bytesOf(`${path}-wal`) === 0 &&
    look.pragma('journal_mode', { simple: true }) === 'wal' &&
    schemaVersion(look) === newestVersion()
  );
}

function copyBeforeMigration(db: ReadDb, path: string): void {
  const present = schemaVersion(db);
  if (present >= newestVersion()) return;
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(path, `${path}.before-version-${present + 1}`);
}

function newestVersion(): number {
  return migrations.at(-1)?.number ?? 0;
}

/** Makes a new company file. @throws AppError 'bad-input' when a file of that name is there already. */
export async function createCompanyFile(path: string): Promise<ReadDb> {
  if (path !== ':memory:' && existsSync(path)) throw new AppError('bad-input', { field: 'path', reason: 'exists' });
  const db = await openDatabase(path);
  migrate(db);
  return db;
}
