import type { WriteTx } from '../db/database.ts';
import { differingFacts } from '../rules/find-changes.ts';
import { readLedger, writeLedger } from './ledger-store.ts';
import { moveSilently } from './move-ledger.ts';
import { clearOrdersToCheck, deleteDoNotTell, listOrdersWithLedgerToCheck } from './planning-store.ts';
import { readPresentOrder } from './present-order-store.ts';

/**
 * Moves every baseline silently to the present, as at the first sight of an order (domain.md 9.4): nothing that
 * happened before is told. Told values stay, since they were told. @returns how many orders differed
 */
export function noteAllAsTheyAre(tx: WriteTx): number {
  return noteAsTheyAre(tx, listOrdersWithLedgerToCheck(tx));
}

/** The same for some orders. */
export function noteAsTheyAre(tx: WriteTx, orderIds: readonly number[]): number {
  let differing = 0;
  for (const orderId of orderIds) {
    const ledger = readLedger(tx, orderId);
    const order = readPresentOrder(tx, orderId);
    if (ledger === undefined || order === undefined) continue;
    const facts = differingFacts(ledger.baseline, order.facts);
    if (facts.length === 0) continue;
    differing += 1;
    writeLedger(tx, { ...moveSilently(ledger, facts, order.facts), version: ledger.version + 1 });
    deleteDoNotTell(tx, orderId, facts);
  }
  clearOrdersToCheck(tx, orderIds);
  return differing;
}
