import { AppError } from '../../../shared/errors.ts';
import type { ImportCounts, ImportPlan, RunImportEvent } from '../../../shared/import.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { beginLongTransaction } from '../db/long-transaction.ts';
import type { Effects } from '../effects.ts';
import { logAction } from '../logging/log-store.ts';
import { joinUnit } from './import-unit.ts';
import { countersOfOrdersToCheck, nameImportOfOrders } from './imported-changes-store.ts';
import { importerOf } from './importer-of.ts';
import { nextTurn, readUnits, requireOpen } from './preview-service.ts';
import type { StagedImport } from './staged-import.ts';
import { faultyUnits } from './staging-store.ts';

const unitsPerTurn = 50;

/** The company as the import needs it; the session's is one. */
export type ImportCompany = {
  readonly db: ReadDb;
  readonly command: <Result>(work: (tx: WriteTx, context: CommandContext) => Result) => Result;
};

export type RunImport = {
  readonly staged: StagedImport;
  readonly leaveFaulty: boolean;
  readonly effects: Pick<Effects, 'orderImported'>;
};

/**
 * Imports what the preview found good, in one transaction: all of it or nothing, also when it is left early or the process
 * ends. The register is asked again, for it may have changed since.
 *
 * @throws AppError 'import-over' without a preview; 'import-has-faults' when a row is at fault and `leaveFaulty` is not set,
 * or one has become so; 'run-in-progress' while Get Website Data works, 'import-in-progress'
 */
export async function* runImport(company: ImportCompany, given: RunImport): AsyncGenerator<RunImportEvent> {
  const { staged, leaveFaulty } = given;
  if (staged.preview === null) throw new AppError('import-over');
  const { plan, units, counts } = staged.preview;
  if (counts.faulty > 0 && !leaveFaulty) throw new AppError('import-has-faults');
  const context = company.command((_tx, context) => context);
  const long = await beginLongTransaction(company.db);
  try {
    const before = countersOfOrdersToCheck(long.tx);
    const storer = new UnitStorer(long.tx, context, { ...given, plan });
    for (let from = 1; from <= units; from += unitsPerTurn) {
      storer.store(from, Math.min(from + unitsPerTurn - 1, units));
      yield { kind: 'progress', phase: 'storing', done: Math.min(from + unitsPerTurn - 1, units), of: units };
      await nextTurn();
      requireOpen(company.db);
    }
    const { newContacts } = storer;
    const stored = { ...storer.counts, faulty: counts.faulty };
    if (stored.new + stored.changed > 0) {
      logAction(long.tx, context, { what: 'file-imported', details: { kind: plan.kind, ...stored, newContacts } });
      nameImportOfOrders(long.tx, before);
    }
    long.commit();
    yield { kind: 'imported', report: { counts: stored, newContacts } };
  } finally {
    long.end();
  }
}

class UnitStorer {
  newContacts = 0;
  readonly counts: { -readonly [Outcome in keyof ImportCounts]: number } = {
    new: 0,
    changed: 0,
    unchanged: 0,
    faulty: 0,
  };
  private readonly tx: WriteTx;
  private readonly context: CommandContext;
  private readonly given: RunImport & { readonly plan: ImportPlan };

  constructor(tx: WriteTx, context: CommandContext, given: RunImport & { readonly plan: ImportPlan }) {
    this.tx = tx;
    this.context = context;
    this.given = given;
  }

  store(from: number, to: number): void {
    const { staged, plan, effects } = this.given;
    const importer = importerOf(plan.kind);
    const left = faultyUnits(staged.rows, from, to);
    const parts = { options: plan, effects, onNewContact: () => this.countContact() };
    for (const [unit, lines] of readUnits(staged, plan, { from, to })) {
      if (left.has(unit)) continue;
      const one = joinUnit(plan.kind, lines).unit;
      const { outcome } = importer.assess(this.tx, one, plan);
      if (outcome === 'faulty') throw new AppError('import-has-faults');
      this.counts[outcome] += 1;
      if (outcome !== 'unchanged') importer.store(this.tx, this.context, one, parts);
    }
  }

  private countContact(): void {
    this.newContacts += 1;
  }
}
