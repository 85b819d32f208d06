import { AppError } from '../../../shared/errors.ts';
import type { ConfirmPickingListInput } from '../../../shared/warehouse.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import type { PickingListModel } from '../documents/document-models.ts';
import { logAction } from '../logging/log-store.ts';
import { warehouseOf } from '../orders/delivery-store.ts';
import { readDocumentHead } from '../orders/document-head-store.ts';
import type { LineRecord, OrderRecord } from '../orders/order-record.ts';
import { raiseVersion, readLines, readOrder, readOrderAt } from '../orders/order-store.ts';
import { workOn } from '../orders/order-work.ts';
import { requirePrintable } from '../orders/print-permission.ts';
import { readSalesSettings } from '../settings/company-store.ts';
import { readStock, setPrintFlags } from './delivery-note-store.ts';

/**
 * The picking list of what is to be delivered now; stores nothing.
 * @throws AppError 'nothing-to-deliver', 'order-finished', 'order-not-process-complete'
 */
export function preparePickingList(
  db: ReadDb,
  orderId: number,
  moment: { readonly now: string; readonly today: string },
): { readonly model: PickingListModel; readonly orderVersion: number } {
  const order = readOrder(db, orderId);
  const lines = linesToPick(db, order);
  const warehouse = warehouseOf(db, order.websiteId);
  const stock = readStock(db, order.id, warehouse.id);
  return {
    orderVersion: order.version,
    model: {
      ...readDocumentHead(db, order, moment.now),
      printedDate: moment.today,
      deliveryDate: order.deliveryDate,
      warehouseName: warehouse.name,
      lines: lines.map((line) => ({
        productNo: line.productNo,
        description: line.description,
        unit: line.unit,
        toPickMilli: line.toBeDeliveredMilli,
        stockMilli: line.isStockItem && line.productId !== null ? (stock.get(line.productId) ?? 0) : null,
      })),
    },
  };
}

function linesToPick(db: ReadDb, order: OrderRecord): readonly LineRecord[] {
  requirePrintable(order, readSalesSettings(db));
  const lines = readLines(db, order.id).filter((line) => !line.isRemoved && line.toBeDeliveredMilli > 0);
  if (lines.length === 0) throw new AppError('nothing-to-deliver');
  return lines;
}

/**
 * The picking list was printed or saved: sets Picked and Ready for invoicing where the company settings say so.
 * @throws AppError 'order-changed-meanwhile' and as `preparePickingList`
 */
export function confirmPickingListPrinted(tx: WriteTx, context: CommandContext, input: ConfirmPickingListInput): void {
  const order = readOrderAt(tx, input);
  linesToPick(tx, order);
  const settings = readSalesSettings(tx);
  const isChanged = setPrintFlags(tx, order.id, {
    picked: settings.pickedBy === 'picking-list',
    readyForInvoicing: settings.readyForInvoicingBy === 'picking-list' && workOn(order.status).invoice,
  });
  if (isChanged) raiseVersion(tx, order.id);
  logAction(tx, context, { what: 'picking-list-printed', orderId: order.id, details: { how: input.how } });
}
