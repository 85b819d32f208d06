import { existsSync, rmSync, statSync } from 'node:fs';
import type { BackupPreview } from '../../../shared/companies.ts';
import { AppError } from '../../../shared/errors.ts';
import { get, type ReadDb } from './database.ts';
import { namedIfDiskFull } from './disk-full.ts';
import { migrations, requireKnownVersion } from './migrate.ts';
import { openToLookAt } from './open-database.ts';

/**
 * What is in a backup, before anything is restored; not a byte of it changes.
 * @throws AppError 'company-not-found', 'backup-damaged', 'company-from-newer-program', 'disk-full'
 */
export async function lookAtBackup(path: string): Promise<BackupPreview> {
  const found = await readCompanyFile(path, (db) => {
    const company = get<{ companyName: string; publicId: string }>(
      db,
      'SELECT name AS companyName, public_id AS publicId FROM company',
    );
    const counts = get<{ orders: number; lastRunAt: string | null; newestChangeAt: string | null }>(
      db,
      `SELECT (SELECT count(*) FROM sales_order) AS orders, (SELECT max(finished_at) FROM run) AS lastRunAt,
         max(coalesce((SELECT at FROM log_entry ORDER BY id DESC LIMIT 1), ''),
           coalesce((SELECT created_at FROM sales_order ORDER BY id DESC LIMIT 1), '')) AS newestChangeAt`,
    );
    if (company === undefined || counts === undefined) throw new AppError('backup-damaged');
    return { ...company, ...counts, newestChangeAt: counts.newestChangeAt === '' ? null : counts.newestChangeAt };
  });
  const { size, mtime } = statSync(path);
  return { path, sizeBytes: size, madeAt: mtime.toISOString(), ...found };
}

async function readCompanyFile<Answer>(path: string, read: (db: ReadDb) => Answer): Promise<Answer> {
  if (!existsSync(path)) throw new AppError('company-not-found');
  const isAlone = ['.lock', '-wal', '-shm'].every((end) => !existsSync(`${path}${end}`));
  let db: ReadDb | null = null;
  try {
    db = await openToLookAt(path);
    requireKnownVersion(db, migrations);
    return read(db);
  } catch (error) {
    const named = namedIfDiskFull(error);
    throw named instanceof AppError ? named : new AppError('backup-damaged', {}, { cause: error });
  } finally {
    db?.close();
    // A connection that only reads leaves its own empty files behind
    if (isAlone) for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}
