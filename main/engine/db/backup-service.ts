import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { BackupFile } from '../../../shared/companies.ts';
import { AppError } from '../../../shared/errors.ts';
import { get, type ReadDb } from './database.ts';
import { standAlone, verifyCopy } from './verify-copy-service.ts';

/** Days of which a backup is kept. */
const backupsKept = 14;
/** Pages that are copied before windows are let in between. */
const pagesPerStep = 2000;

/** Where the backups of a company file lie: beside it, so that the user finds them. */
export function backupFolder(companyPath: string): string {
  return join(dirname(companyPath), `${basename(companyPath, extname(companyPath))} backups`);
}

/**
 * Keeps one backup a day of the open company, made while work goes on, and removes the oldest. A backup appears under
 * its name only when it is whole.
 *
 * @param day `YYYY-MM-DD`, in the company's time zone
 * @returns the new backup's path, or null when today's is there
 */
export async function backUpDaily(db: ReadDb, companyPath: string, day: string): Promise<string | null> {
  const folder = backupFolder(companyPath);
  const path = join(folder, `${day}${extname(companyPath)}`);
  if (existsSync(path)) return null;
  mkdirSync(folder, { recursive: true });
  await db.backup(`${path}.part`);
  await standAlone(`${path}.part`);
  renameSync(`${path}.part`, path);
  for (const old of backupsToRemove(readdirSync(folder))) rmSync(join(folder, old));
  return path;
}

/** Names of daily backups beyond those that are kept; other files of the folder are left alone. */
export function backupsToRemove(names: readonly string[]): readonly string[] {
  const daily = names.filter((name) => /^\d{4}-\d{2}-\d{2}\.\w+$/.test(name)).sort();
  return daily.slice(0, Math.max(0, daily.length - backupsKept));
}

/** The daily backups of a company and the files that restores put aside, newest first. */
export function listBackups(companyPath: string): readonly BackupFile[] {
  const folder = backupFolder(companyPath);
  const end = extname(companyPath);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => extname(name) === end) : [];
  return names
    .map((name) => {
      const path = join(folder, name);
      const { size, mtime } = statSync(path);
      return { path, name: basename(name, end), sizeBytes: size, madeAt: mtime.toISOString() };
    })
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/**
 * Copies the open company to a place that staff chose, while work goes on, and proves that the copy is whole. It
 * appears under its name only then; a file of that name is replaced as a whole.
 *
 * @param onProgress pages copied, of all
 * @throws AppError 'backup-is-open-company', 'backup-damaged' when the copy cannot be read back
 */
export async function backUpTo(
  company: { readonly db: ReadDb; readonly path: string },
  path: string,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<void> {
  if (isSameFile(company.path, path)) throw new AppError('backup-is-open-company');
  const part = `${path}.part`;
  try {
    await copyCompany(company.db, part, onProgress);
    const row = get<{ publicId: string }>(company.db, 'SELECT public_id AS publicId FROM company');
    await verifyCopy(part, row?.publicId ?? null);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Copies what a connection sees, changes that lie beside the file included. */
export async function copyCompany(
  db: ReadDb,
  path: string,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<void> {
  rmSync(path, { force: true });
  const { totalPages } = await db.backup(path, {
    progress: ({ totalPages, remainingPages }) => {
      onProgress(totalPages - remainingPages, totalPages);
      return pagesPerStep;
    },
  });
  onProgress(totalPages, totalPages);
}

/** Whether two paths lead to one file, through links and other spellings too. */
export function isSameFile(a: string, b: string): boolean {
  const real = (path: string) => (existsSync(path) ? realpathSync.native(path) : resolve(path));
  return real(a) === real(b);
}
