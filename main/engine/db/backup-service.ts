import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { ReadDb } from './database.ts';

/** Days of which a backup is kept. */
const backupsKept = 14;

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
  renameSync(`${path}.part`, path);
  for (const old of backupsToRemove(readdirSync(folder))) rmSync(join(folder, old));
  return path;
}

/** Names of daily backups beyond those that are kept; other files of the folder are left alone. */
export function backupsToRemove(names: readonly string[]): readonly string[] {
  const daily = names.filter((name) => /^\d{4}-\d{2}-\d{2}\.\w+$/.test(name)).sort();
  return daily.slice(0, Math.max(0, daily.length - backupsKept));
}
