import { z } from 'zod';
import { change, type FactMove } from '../../../shared/change.ts';
import type { CommandContext } from '../db/context.ts';
import { all, run, type WriteTx } from '../db/database.ts';
import { copyFactHolds } from './hold-store.ts';
import { readLedger, writeLedger } from './ledger-store.ts';
import {
  backOrderBaseline,
  backOrderPassedOver,
  backOrderTold,
  isStillUnheard,
  moveAsTold,
  movedFacts,
  movesForBackOrder,
} from './move-ledger.ts';
import { copyDoNotTell, forgetToldImport, markToCheck, notePassedOver, readPassedOver } from './planning-store.ts';
import { readPresentOrder } from './present-order-store.ts';

/** First sight of a webshop order sets all baselines silently (domain.md 9.4). Orders typed in by staff have no ledger. */
export function startLedger(tx: WriteTx, orderId: number): void {
  const order = readPresentOrder(tx, orderId);
  if (order === undefined || readLedger(tx, orderId) !== undefined) return;
  writeLedger(tx, { orderId, version: 1, baseline: order.facts, told: {} });
  run(tx, 'DELETE FROM order_to_check WHERE order_id = @orderId', { orderId });
}

/** A back order's ledger starts from its parent's baselines and told values of the moved lines (domain.md 9.3, 9.5). */
export function startBackOrderLedger(
  tx: WriteTx,
  orders: { readonly parentOrderId: number; readonly backOrderId: number },
): void {
  const parent = readLedger(tx, orders.parentOrderId);
  const backOrder = readPresentOrder(tx, orders.backOrderId);
  if (backOrder === undefined) return;
  const baseline = backOrderBaseline(parent?.baseline ?? {}, backOrder.facts, backOrder.lines);
  const told = backOrderTold(parent?.told ?? {}, backOrder.facts, backOrder.lines);
  writeLedger(tx, { orderId: orders.backOrderId, version: 1, baseline, told });
  // What staff decided of the moved lines holds for them wherever they go
  const moved = movedFacts(backOrder.lines);
  copyFactHolds(tx, orders, moved);
  copyDoNotTell(tx, orders, moved);
  const passedOver = backOrderPassedOver(readPassedOver(tx, orders.parentOrderId), backOrder.lines);
  notePassedOver(tx, orders.backOrderId, passedOver);
}

const changes = z.array(change);

/**
 * The server has taken a mail (or staff say it arrived): baseline and told value of every fact it named move to the
 * value it named. Runs in the transaction that sets the mail's state.
 */
export function applyAcceptedMail(tx: WriteTx, context: CommandContext, mailId: number): void {
  const mail = { id: mailId, acceptedAt: context.now };
  const rows = all<{ orderId: number; changes: string }>(
    tx,
    'SELECT order_id AS orderId, changes FROM mail_order WHERE mail_id = @mailId',
    { mailId },
  );
  for (const row of rows) {
    const moves = changes.parse(JSON.parse(row.changes)).flatMap((told) => told.moves);
    applyMoves(tx, row.orderId, moves, mail);
    applyToBackOrders(tx, row.orderId, moves, mail);
  }
}

type AcceptedMail = { readonly id: number; readonly acceptedAt: string };

function applyMoves(tx: WriteTx, orderId: number, moves: readonly FactMove[], mail: AcceptedMail): void {
  const ledger = readLedger(tx, orderId);
  if (ledger === undefined) throw new Error(`Order ${orderId} was told of without a ledger`);
  writeLedger(tx, moveAsTold(ledger, moves, mail));
  // A plan read before this must not be carried out on the ledger as it is now
  markToCheck(tx, orderId);
  forgetToldImport(tx, { orderId, mailId: mail.id });
}

/** Back orders of back orders too: any of them may have been made while the mail was under way or uncertain. */
function applyToBackOrders(tx: WriteTx, orderId: number, moves: readonly FactMove[], mail: AcceptedMail): void {
  const backOrders = all<{ id: number }>(tx, 'SELECT id FROM sales_order WHERE parent_order_id = @orderId', {
    orderId,
  });
  for (const { id } of backOrders) {
    const ledger = readLedger(tx, id);
    if (ledger === undefined) continue;
    const lines = all<{ id: number; originLineId: number | null }>(
      tx,
      'SELECT id, origin_line_id AS originLineId FROM order_line WHERE order_id = @id',
      { id },
    );
    const mirrored = movesForBackOrder(moves, lines);
    if (mirrored.length === 0) continue;
    const unheard = mirrored.filter((move) => isStillUnheard(ledger, move));
    if (unheard.length > 0) applyMoves(tx, id, unheard, mail);
    applyToBackOrders(tx, id, mirrored, mail);
  }
}
