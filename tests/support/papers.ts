import type { ReadDb } from '../../main/engine/db/database.ts';
import { creditOrder } from '../../main/engine/invoicing/credit-service.ts';
import { invoiceOrder } from '../../main/engine/invoicing/invoice-service.ts';
import { confirmDeliveryNotePrinted, prepareDeliveryNote } from '../../main/engine/warehouse/delivery-note-service.ts';
import { at } from './builders.ts';
import { command, testContext } from './company.ts';
import { backOrderEffects } from './staff-work.ts';

/** Saves the delivery note of what is to be delivered as PDF, as staff do. */
export function printNote(db: ReadDb, orderId: number, context = testContext): void {
  const { noteNo } = prepareDeliveryNote(db, { orderId }, context);
  const printed = { ...at(db, orderId), noteNo, scope: 'to-be-delivered', how: 'pdf' } as const;
  command(db, (tx) => confirmDeliveryNotePrinted(tx, context, printed), context);
}

export function makeInvoice(db: ReadDb, orderId: number, context = testContext): void {
  command(db, (tx) => invoiceOrder(tx, { ...context, effects: backOrderEffects }, at(db, orderId)), context);
}

/** Credits an invoice whole. */
export function makeCreditNote(db: ReadDb, orderId: number): void {
  command(db, (tx, context) => creditOrder(tx, context, at(db, orderId)));
}
