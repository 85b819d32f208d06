import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import type { LineRecord, OrderRecord } from '../orders/order-record.ts';
import { drawNumber, insertLine, insertOrder } from '../orders/order-store.ts';

export type MovedLine = { readonly line: LineRecord; readonly movedMilli: number };

/**
 * Makes the back order that takes over what an invoice left (domain.md 4.4, 9.5): same customer, language and website,
 * dates and reservations carried along, all of it to be delivered next. Answers its id.
 */
export function makeBackOrder(
  tx: WriteTx,
  context: CommandContext,
  parent: OrderRecord,
  moved: readonly MovedLine[],
): number {
  const { id: _id, version: _version, ...copied } = parent;
  const backOrderId = insertOrder(tx, {
    ...copied,
    publicId: context.newUuid(),
    orderNo: drawNumber(tx, 'order'),
    status: 'back-order',
    webOrderNo: backOrderNo(tx, parent.id),
    orderDate: context.today,
    freightMinor: 0,
    picked: false,
    readyForInvoicing: false,
    parentOrderId: parent.id,
    creditedOrderId: null,
    invoiceNo: null,
    invoicedAt: null,
    createdAt: context.now,
  });
  moved.forEach(({ line, movedMilli }, index) => {
    const {
      id: _line,
      isStockItem: _stock,
      isRemoved: _removed,
      movedMilli: _moved,
      notedMilli: _noted,
      ...rest
    } = line;
    insertLine(tx, {
      ...rest,
      orderId: backOrderId,
      position: index + 1,
      orderedMilli: movedMilli,
      toBeDeliveredMilli: movedMilli,
      deliveredMilli: 0,
      invoicedMilli: 0,
      originLineId: line.id,
    });
    run(tx, 'UPDATE order_line SET moved_milli = moved_milli + @movedMilli WHERE id = @id', {
      id: line.id,
      movedMilli,
    });
  });
  logAction(tx, context, { what: 'back-order-made', orderId: parent.id, details: { backOrderId } });
  // Its own history begins with where it comes from
  logAction(tx, context, { what: 'made-as-back-order', orderId: backOrderId, details: { orderNo: parent.orderNo } });
  return backOrderId;
}

/** "<web order no.> / rest N": N counts the back orders of the order that all stem from. Empty for a staff order. */
function backOrderNo(db: ReadDb, parentOrderId: number): string {
  const root = get<{ webOrderNo: string; count: number }>(
    db,
    `WITH RECURSIVE up(id, parent, web_order_no) AS (
       SELECT id, parent_order_id, web_order_no FROM sales_order WHERE id = @parentOrderId
       UNION ALL
       SELECT o.id, o.parent_order_id, o.web_order_no FROM sales_order o JOIN up ON o.id = up.parent
     ), down(id) AS (
       SELECT id FROM up WHERE parent IS NULL
       UNION ALL
       SELECT o.id FROM sales_order o JOIN down ON o.parent_order_id = down.id
     )
     SELECT web_order_no AS webOrderNo, (SELECT count(*) FROM down) AS count FROM up WHERE parent IS NULL`,
    { parentOrderId },
  );
  if (root === undefined) throw new Error(`Order ${parentOrderId} has no root`);
  // The root counts itself, so its first back order is number 1.
  return root.webOrderNo === '' ? '' : `${root.webOrderNo} / rest ${root.count}`;
}
