import type { ImportCounts, ImportField, ImportPlan } from '../../../shared/import.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import type { Effects } from '../effects.ts';
import type { ImportUnit } from './import-unit.ts';
import type { FoundFault } from './read-row.ts';

/** What an import would do with a unit. A fault without a row of its own is its first row's. */
export type Assessment =
  | { readonly outcome: Exclude<keyof ImportCounts, 'faulty'> }
  | { readonly outcome: 'faulty'; readonly faults: readonly (FoundFault & { readonly no?: number })[] };

export type ImportOptions = Pick<ImportPlan, 'websiteId' | 'purchasesAre'>;

export type StoreParts = {
  readonly options: ImportOptions;
  readonly effects: Pick<Effects, 'orderImported'>;
  /** Told of each customer or supplier that an order brought with it. */
  readonly onNewContact: () => void;
};

/** The one of the register that a unit leads to, or what a new one will be known by. */
export type Claim = {
  readonly key: string;
  /** Where it is shown that another row has it already. */
  readonly field: ImportField;
  /** Becomes one of its own then; else it would be passed over, or undo what the other brings, and is at fault. */
  readonly isElseNew?: boolean;
};

/** One kind of import. `store` is called for what `assess` has found new or changed a moment ago in the same transaction. */
export type KindImport = {
  readonly assess: (db: ReadDb, unit: ImportUnit, options: ImportOptions) => Assessment;
  /** What a unit without a fault lays claim to in the register; a second unit cannot have the same. */
  readonly claims?: (db: ReadDb, unit: ImportUnit, options: ImportOptions) => readonly Claim[];
  readonly store: (tx: WriteTx, context: CommandContext, unit: ImportUnit, parts: StoreParts) => void;
};

export function faulty(...faults: readonly (FoundFault & { readonly no?: number })[]): Assessment {
  return { outcome: 'faulty', faults };
}

/** What differs makes a change; an empty cell leaves what stands. */
export function outcomeOf(
  present: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): Assessment {
  const isChanged = Object.entries(wanted).some(([column, value]) => value !== undefined && value !== present[column]);
  return { outcome: isChanged ? 'changed' : 'unchanged' };
}
