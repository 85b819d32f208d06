import { AppError } from '../../../shared/errors.ts';
import type { HoldInput } from '../../../shared/website-data.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { deleteHold, markBackOrdersToCheck, markOrdersOfContactToCheck, putHold, readHold } from './hold-store.ts';
import { markToCheck } from './planning-store.ts';

/**
 * Holds a customer, an order or one change: the next runs tell nothing of it and nothing of it moves, until staff let go.
 * Unlike "don't tell", it is told then. A held order's back orders are held with it, also those that come later. Noted with who and why.
 * @throws AppError 'not-found'
 */
export function holdBack(tx: WriteTx, context: CommandContext, input: HoldInput): void {
  const { what, reason } = input;
  const facts = input.what === 'change' ? input.facts : [];
  const contactId = input.what === 'customer' ? input.contactId : null;
  const orderId = input.what === 'customer' ? null : input.orderId;
  const isThere =
    contactId === null
      ? get(tx, 'SELECT 1 FROM ledger WHERE order_id = @orderId', { orderId })
      : get(tx, 'SELECT 1 FROM contact WHERE id = @contactId AND merged_into IS NULL', { contactId });
  if (isThere === undefined) throw new AppError('not-found', { what: contactId === null ? 'order' : 'contact' });
  putHold(tx, { contactId, orderId, facts, reason, who: context.who, at: context.now });
  mark(tx, { contactId, orderId });
  const details = { what, reason, ...(contactId === null ? { facts } : { contactId }) };
  logAction(tx, context, { what: 'held', ...(orderId === null ? {} : { orderId }), details });
}

/** Lets go: the next run tells what is news then. Nothing happens where another window was faster. */
export function letGo(tx: WriteTx, context: CommandContext, holdId: number): void {
  const hold = readHold(tx, holdId);
  if (hold === undefined) return;
  const { what, orderId, contactId, facts } = hold;
  deleteHold(tx, holdId);
  mark(tx, orderId === null ? { contactId, orderId } : { contactId: null, orderId });
  const details = { what, ...(orderId === null ? { contactId } : { facts }) };
  logAction(tx, context, { what: 'let-go', ...(orderId === null ? {} : { orderId }), details });
}

function mark(tx: WriteTx, of: { readonly contactId: number | null; readonly orderId: number | null }): void {
  if (of.orderId !== null) {
    markToCheck(tx, of.orderId);
    markBackOrdersToCheck(tx, of.orderId);
  }
  if (of.contactId !== null) markOrdersOfContactToCheck(tx, of.contactId);
}
