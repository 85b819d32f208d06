import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import type { PlannedOrder } from './plan-mails.ts';
import { deleteDoNotTell, markToCheck, putDoNotTell } from './planning-store.ts';

/**
 * "Don't tell the customer about this": the named facts move silently with the next run, as they are now. Takes back
 * until then; noted with who and why.
 *
 * @param planned what the next run would tell of the order, read in this transaction
 * @throws AppError 'order-changed-meanwhile' when the facts are no longer news as they were shown
 */
export function keepFromCustomer(
  tx: WriteTx,
  context: CommandContext,
  input: { readonly planned: PlannedOrder | undefined; readonly facts: readonly string[]; readonly reason: string },
): void {
  const moves = (input.planned?.changes ?? []).flatMap((change) => change.moves);
  const chosen = moves.filter((move) => input.facts.includes(move.fact));
  if (input.planned === undefined || chosen.length < input.facts.length) throw new AppError('order-changed-meanwhile');
  const { orderId } = input.planned.order;
  for (const move of chosen) {
    putDoNotTell(tx, {
      orderId,
      fact: move.fact,
      value: move.to,
      reason: input.reason,
      who: context.who,
      at: context.now,
    });
  }
  markToCheck(tx, orderId);
  logAction(tx, context, { what: 'not-to-be-told', orderId, details: { facts: input.facts, reason: input.reason } });
}

/** Takes "don't tell" back, as long as no run has moved the facts. @throws AppError 'not-found' */
export function tellAfterAll(
  tx: WriteTx,
  context: CommandContext,
  input: { readonly orderId: number; readonly facts: readonly string[] },
): void {
  const order = get(tx, 'SELECT 1 FROM sales_order WHERE id = @orderId', { orderId: input.orderId });
  if (order === undefined) throw new AppError('not-found', { orderId: input.orderId });
  deleteDoNotTell(tx, input.orderId, input.facts);
  markToCheck(tx, input.orderId);
  logAction(tx, context, { what: 'to-be-told-after-all', orderId: input.orderId, details: { facts: input.facts } });
}
