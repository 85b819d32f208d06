import { z } from 'zod';
import { type FactKey, type Facts, type FactValue, facts, factValue } from '../../../shared/change.ts';
import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';

const told = z.record(z.string(), z.object({ value: factValue, at: z.string(), mailId: z.int() }));
export type Told = Readonly<
  Record<FactKey, { readonly value: FactValue; readonly at: string; readonly mailId: number }>
>;

/** What the customer knows of one webshop order (domain.md 9.1). */
export type Ledger = {
  readonly orderId: number;
  /** Rises when a fact that had a sentence moves; a mail names the version it starts from. */
  readonly version: number;
  readonly baseline: Facts;
  readonly told: Told;
};

export function readLedger(db: ReadDb, orderId: number): Ledger | undefined {
  const row = get<{ version: number; baseline: string; told: string }>(
    db,
    'SELECT version, baseline, told FROM ledger WHERE order_id = @orderId',
    { orderId },
  );
  if (row === undefined) return undefined;
  return {
    orderId,
    version: row.version,
    baseline: facts.parse(JSON.parse(row.baseline)),
    told: told.parse(JSON.parse(row.told)),
  };
}

/** Writes the ledger of an order, new or known. */
export function writeLedger(tx: WriteTx, ledger: Ledger): void {
  run(
    tx,
    `INSERT INTO ledger(order_id, version, baseline, told) VALUES (@orderId, @version, @baseline, @told)
     ON CONFLICT(order_id) DO UPDATE SET version = @version, baseline = @baseline, told = @told`,
    {
      orderId: ledger.orderId,
      version: ledger.version,
      baseline: JSON.stringify(ledger.baseline),
      told: JSON.stringify(ledger.told),
    },
  );
}

/** Told values alone, as the rules compare them. */
export function toldValues(ledger: Ledger): Readonly<Record<FactKey, FactValue>> {
  return Object.fromEntries(Object.entries(ledger.told).map(([fact, entry]) => [fact, entry.value]));
}
