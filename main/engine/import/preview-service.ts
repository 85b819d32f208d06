import { AppError } from '../../../shared/errors.ts';
import type { ImportCounts, ImportField, ImportPlan, PreviewEvent, PreviewRow } from '../../../shared/import.ts';
import { inTransaction, type ReadDb, type WriteTx } from '../db/database.ts';
import { type ImportUnit, joinUnit, type UnitLine } from './import-unit.ts';
import { importerOf } from './importer-of.ts';
import { type Assessment, faulty } from './kind-import.ts';
import { type FoundFault, faultOf, readRow } from './read-row.ts';
import type { StagedImport } from './staged-import.ts';
import {
  clearUnits,
  countFaults,
  type FileRow,
  faultyUnits,
  findKey,
  insertFault,
  insertKey,
  insertMember,
  rowsAfter,
  rowsOfUnits,
} from './staging-store.ts';
import { keysOf, missingFields } from './unit-keys.ts';

const rowsPerTurn = 500;
const unitsPerTurn = 200;
const firstRowsShown = 20;

/**
 * Says what an import would do, changing nothing: which rows are at fault, and what is new, changed and unchanged. What the
 * file disagrees with itself about is found first, then what the register says.
 */
export async function* previewImport(db: ReadDb, staged: StagedImport, plan: ImportPlan): AsyncGenerator<PreviewEvent> {
  staged.preview = null;
  const { rows, rowCount } = staged;
  const of = rowCount * 2;
  inTransaction(rows, clearUnits);
  const sorter = new RowSorter(plan, staged.headers.length);
  for (let no = 0; no < rowCount; no += rowsPerTurn) {
    const some = rowsAfter(rows, no, rowsPerTurn);
    inTransaction(rows, (tx) => {
      for (const row of some) sorter.place(tx, row);
    });
    yield { kind: 'progress', phase: 'checking', done: no, of };
    await nextTurn();
    requireOpen(db);
  }
  const checker = new UnitChecker(db, staged, plan);
  for (let unit = 1; unit <= sorter.units; unit += unitsPerTurn) {
    inTransaction(rows, (tx) => checker.check(tx, unit, unit + unitsPerTurn - 1));
    yield { kind: 'progress', phase: 'checking', done: rowCount + checker.rowsSeen, of };
    await nextTurn();
    requireOpen(db);
  }
  const { counts, firstRows } = checker;
  staged.preview = { plan, units: sorter.units, counts };
  yield { kind: 'previewed', preview: { counts: { ...counts }, rowCount, ...countFaults(rows), firstRows } };
}

/** Lets calls from windows in between. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** @throws AppError 'no-company-open' when the company was closed meanwhile */
export function requireOpen(db: ReadDb): void {
  if (!db.open) throw new AppError('no-company-open');
}

/** Puts every row into its unit and notes what is wrong with it by itself or beside other rows. */
class RowSorter {
  units = 0;
  private readonly plan: ImportPlan;
  private readonly width: number;
  private readonly mapped: ReadonlySet<ImportField>;

  constructor(plan: ImportPlan, width: number) {
    this.plan = plan;
    this.width = width;
    this.mapped = new Set(plan.columns.map(({ field }) => field));
  }

  place(tx: WriteTx, { no, line, cells }: FileRow): void {
    const { kind, columns } = this.plan;
    const { values, faults } = readRow(cells, columns, this.width);
    const missing = missingFields(kind, values, this.mapped).filter(
      ({ field }) => !faults.some((fault) => fault.field === field),
    );
    // What has no number belongs to nothing else
    const keys = missing.some(({ field }) => field === 'orderNo' || field === 'webOrderNo')
      ? null
      : keysOf(kind, values);
    const { unit, clash } = this.unitFor(tx, keys, line);
    insertMember(tx, { unit, no });
    const found: readonly FoundFault[] = [...faults, ...missing, ...clash];
    for (const fault of found) insertFault(tx, { unit, no, line, ...fault });
  }

  private unitFor(tx: WriteTx, keys: ReturnType<typeof keysOf> | null, line: number) {
    if (keys === null) return { unit: this.newUnit(), clash: [] };
    if (keys.group !== null) {
      const known = findKey(tx, keys.group);
      if (known !== undefined) return { unit: known.unit, clash: [] };
      const unit = this.newUnit();
      insertKey(tx, { key: keys.group, unit, line });
      return { unit, clash: [] };
    }
    const unit = this.newUnit();
    const clash = keys.clashes.flatMap(([key, field]): readonly FoundFault[] => {
      const other = findKey(tx, key);
      return other === undefined ? [] : [{ field, reason: 'same-as-line', value: '', otherLine: other.line }];
    });
    for (const key of keys.own) insertKey(tx, { key, unit, line });
    // One clash says enough
    return { unit, clash: clash.slice(0, 1) };
  }

  private newUnit(): number {
    this.units += 1;
    return this.units;
  }
}

/** Reads units again, with what each row says, in the order of the file. */
export function readUnits(
  staged: StagedImport,
  plan: ImportPlan,
  range: { readonly from: number; readonly to: number },
): ReadonlyMap<number, readonly UnitLine[]> {
  const units = new Map<number, UnitLine[]>();
  for (const { unit, no, line, cells } of rowsOfUnits(staged.rows, range.from, range.to)) {
    const { values } = readRow(cells, plan.columns, staged.headers.length);
    const lines = units.get(unit) ?? [];
    lines.push({ no, line, values });
    units.set(unit, lines);
  }
  return units;
}

/** Compares units with the register and counts. */
class UnitChecker {
  rowsSeen = 0;
  readonly counts: { -readonly [Outcome in keyof ImportCounts]: number } = {
    new: 0,
    changed: 0,
    unchanged: 0,
    faulty: 0,
  };
  readonly firstRows: PreviewRow[] = [];
  private readonly db: ReadDb;
  private readonly staged: StagedImport;
  private readonly plan: ImportPlan;

  constructor(db: ReadDb, staged: StagedImport, plan: ImportPlan) {
    this.db = db;
    this.staged = staged;
    this.plan = plan;
  }

  check(tx: WriteTx, from: number, to: number): void {
    const faultyOnes = faultyUnits(this.staged.rows, from, to);
    for (const [unit, lines] of readUnits(this.staged, this.plan, { from, to })) {
      const joined = joinUnit(this.plan.kind, lines);
      for (const { no, line, fault } of joined.faults) insertFault(tx, { unit, no, line, ...fault });
      const isFaulty = faultyOnes.has(unit) || joined.faults.length > 0;
      const outcome = isFaulty ? 'faulty' : this.assess(tx, unit, joined.unit);
      this.counts[outcome] += 1;
      this.rowsSeen += lines.length;
      this.show(lines, outcome);
    }
  }

  private assess(tx: WriteTx, unit: number, one: ImportUnit): Assessment['outcome'] {
    const assessment = this.assessInFile(tx, unit, one);
    if (assessment.outcome !== 'faulty') return assessment.outcome;
    for (const { no, ...fault } of assessment.faults) {
      const row = one.lines.find((line) => line.no === no) ?? one.lines[0];
      if (row !== undefined) insertFault(tx, { unit, no: row.no, line: row.line, ...fault });
    }
    return 'faulty';
  }

  /** What the register takes may still be there twice in the file. */
  private assessInFile(tx: WriteTx, unit: number, one: ImportUnit): Assessment {
    const { assess, claims } = importerOf(this.plan.kind);
    const assessment = assess(this.db, one, this.plan);
    if (assessment.outcome === 'faulty' || claims === undefined) return assessment;
    const claimed = claims(this.db, one, this.plan).map((claim) => ({ ...claim, key: `claimed: ${claim.key}` }));
    for (const { key, field, isElseNew } of claimed) {
      const other = findKey(tx, key);
      if (other === undefined) continue;
      return isElseNew === true
        ? { outcome: 'new' }
        : faulty({ ...faultOf('same-as-line', field), otherLine: other.line });
    }
    for (const { key } of claimed) insertKey(tx, { key, unit, line: one.lines[0]?.line ?? 0 });
    return assessment;
  }

  private show(lines: readonly UnitLine[], outcome: PreviewRow['outcome']): void {
    for (const { no, line } of lines) {
      if (this.firstRows.length >= firstRowsShown) return;
      this.firstRows.push({ line, outcome, cells: this.cellsOf(no) });
    }
  }

  private cellsOf(no: number): PreviewRow['cells'] {
    const cells = rowsAfter(this.staged.rows, no - 1, 1)[0]?.cells ?? [];
    return Object.fromEntries(this.plan.columns.map(({ index, field }) => [field, (cells[index] ?? '').slice(0, 200)]));
  }
}
