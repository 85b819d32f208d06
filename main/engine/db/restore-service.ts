import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { backupFolder, copyCompany, isSameFile } from './backup-service.ts';
import { openToLookAt } from './open-database.ts';
import { flushFile, verifyCopy } from './verify-copy-service.ts';

/** Where a restore stands; tests stop it in between. */
export const restoreSteps = ['copied', 'verified', 'settled', 'kept-aside', 'put-in-place'] as const;
export type RestoreStep = (typeof restoreSteps)[number];

export type Restore = {
  /** The company file that is replaced. */
  readonly companyPath: string;
  /** Of the company in it; null when the file is too damaged to tell, then any company's backup will do. */
  readonly publicId: string | null;
  readonly backupPath: string;
  /** Closes the company file; called once the backup is proved. */
  readonly letGo: () => void;
  /** UTC, ISO 8601. */
  readonly now: string;
  readonly onStep?: (step: RestoreStep) => void;
};

/**
 * Puts a backup in the place of a company file. The backup is copied beside it and proved while the company stays open;
 * then the present file is kept in the backup folder under a name with the time; last, one rename replaces it. Ended at
 * any point, the place holds the old company or the new one, whole.
 *
 * @returns where the present file was kept
 * @throws AppError 'company-not-found', 'backup-damaged', 'backup-of-other-company', 'company-from-newer-program',
 *   'backup-is-open-company'; then the company is as it was
 */
export async function restoreBackup(restore: Restore): Promise<string> {
  const { companyPath, backupPath, onStep } = restore;
  if (!existsSync(backupPath)) throw new AppError('company-not-found');
  if (isSameFile(companyPath, backupPath)) throw new AppError('backup-is-open-company');
  const copy = `${companyPath}.restoring`;
  try {
    await copyBackup(backupPath, copy);
    onStep?.('copied');
    await verifyCopy(copy, restore.publicId);
    onStep?.('verified');
    restore.letGo();
    await settleChanges(companyPath);
    onStep?.('settled');
    const aside = keepAside(companyPath, restore.now);
    onStep?.('kept-aside');
    // A log of changes to the old file must never be taken for one of the new
    for (const end of ['-wal', '-shm']) rmSync(`${companyPath}${end}`, { force: true });
    renameSync(copy, companyPath);
    onStep?.('put-in-place');
    return aside;
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

async function copyBackup(from: string, to: string): Promise<void> {
  try {
    const db = await openToLookAt(from);
    try {
      await copyCompany(db, to);
    } finally {
      db.close();
    }
  } catch (error) {
    throw new AppError('backup-damaged', {}, { cause: error });
  }
}

/** Writes changes that lie beside the file into it, so that the file alone is the old company. One too damaged to be opened stays as it is. */
async function settleChanges(companyPath: string): Promise<void> {
  if (!existsSync(`${companyPath}-wal`)) return;
  await verifyCopy(companyPath, null).catch(() => {});
}

/** The present file, and what a damaged one has beside it, under a name that says when and why. */
function keepAside(companyPath: string, now: string): string {
  const folder = backupFolder(companyPath);
  mkdirSync(folder, { recursive: true });
  const end = extname(companyPath);
  const time = now.slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  const aside = join(folder, `${basename(companyPath, end)} before restore ${time}${end}`);
  for (const beside of ['-wal', '']) {
    if (!existsSync(`${companyPath}${beside}`)) continue;
    copyFileSync(`${companyPath}${beside}`, `${aside}${beside}.part`);
    flushFile(`${aside}${beside}.part`);
    renameSync(`${aside}${beside}.part`, `${aside}${beside}`);
  }
  return aside;
}
