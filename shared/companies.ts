import { z } from 'zod';

/** What the start screen and the status bar know of the company. */
export type CompanyState =
  | {
      readonly kind: 'none';
      /** The company file that was closed because it was found damaged; null where none was. */
      readonly damagedPath: string | null;
    }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly path: string;
      readonly isDemo: boolean;
      readonly currency: string;
      readonly language: string;
      readonly timeZone: string;
    };

/** A company file that was opened on this computer. */
export type RecentCompany = {
  readonly path: string;
  /** UTC, ISO 8601; null when it was opened by a program that did not note it. */
  readonly openedAt: string | null;
  /** Whether the file still lies there; a disk or network folder may be away. */
  readonly isThere: boolean;
};

/** A backup in the folder of a company. */
export type BackupFile = {
  readonly path: string;
  /** The file's name without its ending: the day, or what it was put aside for. */
  readonly name: string;
  readonly sizeBytes: number;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
};

/** What is in a backup, to be seen before it is restored. */
export type BackupPreview = {
  readonly path: string;
  readonly sizeBytes: number;
  readonly madeAt: string;
  readonly companyName: string;
  readonly publicId: string;
  readonly orders: number;
  readonly lastRunAt: string | null;
  /** When somebody last changed something in it. */
  readonly newestChangeAt: string | null;
};

/** How far a backup is; `path` once it stands there whole. */
export type BackupEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'finished'; readonly path: string };

const filePath = z.string().min(1).max(4000);
export const newCompanyInput = z.object({ path: filePath, name: z.string().trim().min(1).max(200) });
export const openCompanyInput = z.object({ path: filePath, takeOver: z.boolean().default(false) });
export const companyFileRef = z.object({ path: filePath });
/** `companyPath` names a company that cannot be opened; left out, it is the open one. */
export const restoreInput = z.object({ backupPath: filePath, companyPath: filePath.optional() });
