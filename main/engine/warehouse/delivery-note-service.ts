import { AppError } from '../../../shared/errors.ts';
import type { ConfirmDeliveryNoteInput, DeliveryNoteScope } from '../../../shared/warehouse.ts';
import { type CommandContext, dayIn } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import type { DeliveryNoteModel } from '../documents/document-models.ts';
import { logAction } from '../logging/log-store.ts';
import { bookDelivery } from '../orders/delivery-store.ts';
import { readDocumentHead } from '../orders/document-head-store.ts';
import { readEffectiveDates } from '../orders/effective-dates.ts';
import type { OrderRecord } from '../orders/order-record.ts';
import { raiseVersion, readLines, readOrder, readOrderAt } from '../orders/order-store.ts';
import { workOn } from '../orders/order-work.ts';
import { requirePrintable } from '../orders/print-permission.ts';
import { readShipments } from '../orders/shipment-store.ts';
import { readCompany, readSalesSettings } from '../settings/company-store.ts';
import {
  insertNote,
  insertPrint,
  notedBefore,
  readNoteLines,
  readNotes,
  setPrintFlags,
} from './delivery-note-store.ts';
import { type CoveredLine, coverageOfCopy, coverageOfNewNote, noteLines } from './note-coverage.ts';

type Moment = { readonly now: string; readonly today: string };
type Planned = {
  readonly noteNo: string;
  readonly isOriginal: boolean;
  /** Of a copy: the note it repeats. */
  readonly noteId: number | null;
  readonly noteDate: string | null;
  readonly coverage: readonly CoveredLine[];
};

export type DeliveryNotePlan = {
  readonly model: DeliveryNoteModel;
  readonly noteNo: string;
  readonly isOriginal: boolean;
  readonly orderVersion: number;
};

/**
 * What printing the delivery note now would give; stores nothing. With nothing new to cover it is a copy of the last
 * note (domain.md 9.7, rule 2).
 *
 * @throws AppError 'nothing-to-deliver' with nothing to cover and no note, 'order-finished', 'order-not-process-complete'
 */
export function prepareDeliveryNote(
  db: ReadDb,
  wanted: { readonly orderId: number; readonly scope?: DeliveryNoteScope },
  moment: Moment,
): DeliveryNotePlan {
  const order = readOrder(db, wanted.orderId);
  requirePrintable(order, readSalesSettings(db));
  const plan = planNote(db, order, wanted.scope ?? 'to-be-delivered');
  const dates = readEffectiveDates(db, [order.id]);
  return {
    noteNo: plan.noteNo,
    isOriginal: plan.isOriginal,
    orderVersion: order.version,
    model: {
      ...readDocumentHead(db, order, moment.now),
      noteNo: plan.noteNo,
      isOriginal: plan.isOriginal,
      noteDate: plan.noteDate ?? moment.today,
      shipments: readShipments(db, order.id).map(({ carrier, shippingNo }) => ({ carrier, shippingNo })),
      lines: noteLines(plan.coverage, (lineId) => dates.get(lineId)?.date ?? null),
    },
  };
}

/**
 * The original of a delivery note again, as it was: what it covered, under its number and date.
 * @throws AppError 'not-found'
 */
export function readDeliveryNote(
  db: ReadDb,
  { orderId, noteId }: { readonly orderId: number; readonly noteId: number },
): DeliveryNoteModel {
  const order = readOrder(db, orderId);
  const note = readNotes(db, orderId).find(({ id }) => id === noteId);
  if (note === undefined) throw new AppError('not-found', { what: 'delivery-note' });
  const before = notedBefore(db, orderId, noteId);
  const dates = readEffectiveDates(db, [orderId]);
  return {
    ...readDocumentHead(db, order, note.createdAt),
    noteNo: note.noteNo,
    isOriginal: true,
    noteDate: dayIn(readCompany(db).timeZone, new Date(note.createdAt)),
    shipments: readShipments(db, orderId).map(({ carrier, shippingNo }) => ({ carrier, shippingNo })),
    lines: noteLines(
      coverageOfCopy(readLines(db, orderId), readNoteLines(db, noteId), before),
      (lineId) => dates.get(lineId)?.date ?? null,
    ),
  };
}

function planNote(db: ReadDb, order: OrderRecord, scope: DeliveryNoteScope): Planned {
  const lines = readLines(db, order.id);
  const notes = readNotes(db, order.id);
  const coverage = coverageOfNewNote(lines, scope);
  if (coverage.some(({ nowMilli }) => nowMilli > 0)) {
    const noteNo = `${order.orderNo}-${notes.length + 1}`;
    return { noteNo, isOriginal: true, noteId: null, noteDate: null, coverage };
  }
  const last = notes.at(-1);
  if (last === undefined) throw new AppError('nothing-to-deliver');
  return {
    noteNo: last.noteNo,
    isOriginal: false,
    noteId: last.id,
    noteDate: dayIn(readCompany(db).timeZone, new Date(last.createdAt)),
    coverage: coverageOfCopy(lines, readNoteLines(db, last.id), notedBefore(db, order.id, last.id)),
  };
}

/**
 * The delivery note was printed or saved. An original is stored with what it covers, sets Picked and Ready for
 * invoicing and books the delivery where the company settings say so; a copy is only counted.
 *
 * @throws AppError 'order-changed-meanwhile' when the order is not what was printed
 */
export function confirmDeliveryNotePrinted(
  tx: WriteTx,
  context: CommandContext,
  input: ConfirmDeliveryNoteInput,
): void {
  const order = readOrderAt(tx, input);
  const settings = readSalesSettings(tx);
  requirePrintable(order, settings);
  const plan = planNote(tx, order, input.scope);
  if (plan.noteNo !== input.noteNo) throw new AppError('order-changed-meanwhile', { version: order.version });
  const lines = plan.coverage
    .filter(({ nowMilli }) => nowMilli > 0)
    .map(({ line, nowMilli }) => ({ lineId: line.id, quantityMilli: nowMilli }));
  const noteId = plan.noteId ?? insertNote(tx, context, { orderId: order.id, noteNo: plan.noteNo, lines });
  insertPrint(tx, context, { noteId, isOriginal: plan.isOriginal, how: input.how });
  if (plan.isOriginal) {
    setPrintFlags(tx, order.id, {
      picked: settings.pickedBy === 'delivery-note',
      readyForInvoicing: settings.readyForInvoicingBy === 'delivery-note' && workOn(order.status).invoice,
    });
    if (settings.stockByDeliveryNote && input.scope === 'to-be-delivered') deliverNoted(tx, context, order);
    raiseVersion(tx, order.id);
  }
  const details = { noteNo: plan.noteNo, isOriginal: plan.isOriginal, how: input.how };
  logAction(tx, context, { what: 'delivery-note-printed', orderId: order.id, details });
}

/** Stock follows the delivery note: what is to be delivered has left with it (domain.md 4.3, 6). */
function deliverNoted(tx: WriteTx, context: CommandContext, order: OrderRecord): void {
  if (!workOn(order.status).deliver) return;
  const lines = readLines(tx, order.id).map((line) => ({ line, quantityMilli: line.toBeDeliveredMilli }));
  bookDelivery(tx, context, { order, lines, cause: 'delivery-note' });
}
