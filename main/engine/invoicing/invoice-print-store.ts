import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** Whether the invoice or credit note of an order has been printed or saved: whatever comes next is a copy. */
export function isInvoicePrinted(db: ReadDb, orderId: number): boolean {
  return get(db, 'SELECT 1 FROM invoice_print WHERE order_id = @orderId LIMIT 1', { orderId }) !== undefined;
}

export function insertInvoicePrint(
  tx: WriteTx,
  context: CommandContext,
  print: { readonly orderId: number; readonly how: 'printer' | 'pdf' },
): void {
  run(tx, 'INSERT INTO invoice_print(order_id, how, printed_at, printed_by) VALUES (@orderId, @how, @now, @who)', {
    ...print,
    now: context.now,
    who: context.who,
  });
}
