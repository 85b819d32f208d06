import type { FaultReason, ImportField, RowFault } from '../../../shared/import.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/**
 * What was read of a file, until it is imported or put away. `member` joins rows to what they are part of: the rows of one
 * order are one unit, else each row is one. `own_key` finds rows that name the same.
 */
export const stagingSchema = `
CREATE TABLE file_row (no INTEGER PRIMARY KEY, line INTEGER NOT NULL, cells TEXT NOT NULL) STRICT;
CREATE TABLE member (unit INTEGER NOT NULL, no INTEGER NOT NULL, PRIMARY KEY (unit, no)) STRICT, WITHOUT ROWID;
CREATE INDEX member_by_row ON member(no);
CREATE TABLE own_key (key TEXT PRIMARY KEY, unit INTEGER NOT NULL, line INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE fault (
  id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, no INTEGER NOT NULL, line INTEGER NOT NULL, field TEXT,
  reason TEXT NOT NULL, value TEXT NOT NULL, other_line INTEGER
) STRICT;
CREATE INDEX fault_by_unit ON fault(unit);
CREATE INDEX fault_by_row ON fault(no);
`;

export type FileRow = { readonly no: number; readonly line: number; readonly cells: readonly string[] };
export type UnitRow = FileRow & { readonly unit: number };
/** A fault of the row `no` of the unit. */
export type StagedFault = RowFault & { readonly unit: number; readonly no: number };

type Stored = { readonly no: number; readonly line: number; readonly cells: string };

function rowOf<Row extends Stored>(row: Row): Omit<Row, 'cells'> & { readonly cells: readonly string[] } {
  return { ...row, cells: JSON.parse(row.cells) as readonly string[] };
}

export function insertRow(tx: WriteTx, row: FileRow): void {
  run(tx, 'INSERT INTO file_row(no, line, cells) VALUES (@no, @line, @cells)', {
    no: row.no,
    line: row.line,
    cells: JSON.stringify(row.cells),
  });
}

export function countRows(db: ReadDb): number {
  return get<{ rows: number }>(db, 'SELECT coalesce(max(no), 0) AS rows FROM file_row')?.rows ?? 0;
}

/** Rows in the order of the file. */
export function rowsAfter(db: ReadDb, no: number, limit: number): readonly FileRow[] {
  return all<Stored>(db, 'SELECT no, line, cells FROM file_row WHERE no > @no ORDER BY no LIMIT @limit', {
    no,
    limit,
  }).map(rowOf);
}

/** Forgets what an earlier preview made of the rows. */
export function clearUnits(tx: WriteTx): void {
  for (const table of ['member', 'own_key', 'fault']) run(tx, `DELETE FROM ${table}`);
}

export function insertMember(tx: WriteTx, member: { readonly unit: number; readonly no: number }): void {
  run(tx, 'INSERT INTO member(unit, no) VALUES (@unit, @no)', member);
}

/** The rows of some units, unit by unit, each in the order of the file. */
export function rowsOfUnits(db: ReadDb, from: number, to: number): readonly UnitRow[] {
  return all<Stored & { readonly unit: number }>(
    db,
    `SELECT m.unit, r.no, r.line, r.cells FROM member m JOIN file_row r ON r.no = m.no
     WHERE m.unit BETWEEN @from AND @to ORDER BY m.unit, m.no`,
    { from, to },
  ).map(rowOf);
}

export function findKey(db: ReadDb, key: string): { readonly unit: number; readonly line: number } | undefined {
  return get(db, 'SELECT unit, line FROM own_key WHERE key = @key', { key });
}

export function insertKey(
  tx: WriteTx,
  key: { readonly key: string; readonly unit: number; readonly line: number },
): void {
  run(tx, 'INSERT INTO own_key(key, unit, line) VALUES (@key, @unit, @line) ON CONFLICT DO NOTHING', key);
}

export function insertFault(tx: WriteTx, fault: StagedFault): void {
  run(
    tx,
    `INSERT INTO fault(unit, no, line, field, reason, value, other_line)
     VALUES (@unit, @no, @line, @field, @reason, @value, @otherLine)`,
    { ...fault },
  );
}

/** Which of some units have a fault. */
export function faultyUnits(db: ReadDb, from: number, to: number): ReadonlySet<number> {
  const rows = all<{ unit: number }>(db, 'SELECT DISTINCT unit FROM fault WHERE unit BETWEEN @from AND @to', {
    from,
    to,
  });
  return new Set(rows.map(({ unit }) => unit));
}

/** Rows that would not be imported, those of an order with a fault elsewhere among them; and faults. */
export function countFaults(db: ReadDb): { readonly faultyRows: number; readonly faultCount: number } {
  const counts = get<{ faultyRows: number; faultCount: number }>(
    db,
    `SELECT (SELECT count(*) FROM member WHERE unit IN (SELECT unit FROM fault)) AS faultyRows,
       (SELECT count(*) FROM fault) AS faultCount`,
  );
  return counts ?? { faultyRows: 0, faultCount: 0 };
}

export type FaultRow = Omit<RowFault, 'field' | 'reason'> & {
  readonly id: number;
  readonly field: ImportField | null;
  readonly reason: FaultReason;
};

/** Faults by line, then in the order in which they were found. `after` is how many to leave out. */
export function listFaults(db: ReadDb, after: number, limit: number): readonly FaultRow[] {
  return all<FaultRow>(
    db,
    `SELECT id, line, field, reason, value, other_line AS otherLine FROM fault ORDER BY line, id LIMIT @limit OFFSET @after`,
    { after, limit },
  );
}

/** Rows of faulty units after `no`, for the file that is mended and imported again. */
export function faultyRowsAfter(db: ReadDb, no: number, limit: number): readonly FileRow[] {
  return all<Stored>(
    db,
    `SELECT r.no, r.line, r.cells FROM file_row r JOIN member m ON m.no = r.no
     WHERE r.no > @no AND m.unit IN (SELECT unit FROM fault) ORDER BY r.no LIMIT @limit`,
    { no, limit },
  ).map(rowOf);
}

export function faultsOfRow(db: ReadDb, no: number): readonly FaultRow[] {
  return all<FaultRow>(
    db,
    'SELECT id, line, field, reason, value, other_line AS otherLine FROM fault WHERE no = @no ORDER BY id',
    { no },
  );
}
