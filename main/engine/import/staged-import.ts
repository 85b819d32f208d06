import { AppError } from '../../../shared/errors.ts';
import type { ImportCounts, ImportPlan } from '../../../shared/import.ts';
import type { ReadDb } from '../db/database.ts';

/** A file that was read, and what its last preview found. */
export type StagedImport = {
  readonly importId: number;
  readonly rows: ReadDb;
  /** One for each column; empty texts where the file has no row of names. */
  readonly headers: readonly string[];
  readonly hasHeader: boolean;
  readonly separator: string;
  readonly rowCount: number;
  preview: { readonly plan: ImportPlan; readonly units: number; readonly counts: ImportCounts } | null;
};

/** At most one file for each open company is kept, the last one read. */
const staged = new WeakMap<object, StagedImport>();
let lastId = 0;

export function nextImportId(): number {
  lastId += 1;
  return lastId;
}

/** Keeps a file that was read in place of the one before. `owner` is the open company. */
export function keepStaged(owner: object, one: StagedImport): void {
  dropStaged(owner);
  staged.set(owner, one);
}

/** Forgets what was read; with a number only if it is still that. */
export function dropStaged(owner: object, importId?: number): void {
  const one = staged.get(owner);
  if (one === undefined || (importId !== undefined && one.importId !== importId)) return;
  staged.delete(owner);
  one.rows.close();
}

/** @throws AppError 'import-over' when another file was read since, or the engine began anew */
export function requireStaged(owner: object, importId: number): StagedImport {
  const one = staged.get(owner);
  if (one === undefined || one.importId !== importId) throw new AppError('import-over');
  return one;
}
