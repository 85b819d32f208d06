import fc from 'fast-check';
import { all, get, inTransaction, type ReadDb, run, type WriteTx } from '../../main/engine/db/database.ts';
import type { Effects } from '../../main/engine/effects.ts';
import { creditOrder } from '../../main/engine/invoicing/credit-service.ts';
import { invoiceOrder } from '../../main/engine/invoicing/invoice-service.ts';
import { startBackOrderLedger } from '../../main/engine/ledger/ledger-service.ts';
import { cancelOrder } from '../../main/engine/orders/cancel-order-service.ts';
import { editOrder } from '../../main/engine/orders/edit-order-service.ts';
import {
  createPurchase,
  editPurchase,
  receivePurchase,
  transferPurchase,
} from '../../main/engine/purchasing/purchase-service.ts';
import { deliverProducts } from '../../main/engine/warehouse/deliver-products-service.ts';
import { confirmDeliveryNotePrinted, prepareDeliveryNote } from '../../main/engine/warehouse/delivery-note-service.ts';
import { countStock } from '../../main/engine/warehouse/stock-taking-service.ts';
import type { EditOrderInput } from '../../shared/sales-orders.ts';
import { testContext } from './company.ts';

/** One thing that staff do; throws AppError when it cannot be done on the order it fell on. */
export type StaffWork = (db: ReadDb) => void;

export const backOrderEffects: Pick<Effects, 'backOrderMade'> = {
  backOrderMade: (tx, _context, orders) => startBackOrderLedger(tx, orders),
};

/** Invoices what is to be delivered of an order; the rest becomes a back order. @returns its id */
export function invoicePart(db: ReadDb, orderId: number): number {
  return inTransaction(db, (tx) => {
    const orderVersion =
      get<{ version: number }>(tx, 'SELECT version FROM sales_order WHERE id = @orderId', { orderId })?.version ?? 0;
    const context = { ...testContext, effects: backOrderEffects };
    return invoiceOrder(tx, context, { orderId, orderVersion }).backOrderId ?? 0;
  });
}

type OrderWork = (
  tx: WriteTx,
  order: { readonly orderId: number; readonly orderVersion: number; readonly lineId: number },
) => void;

/** Falls on one of the orders there are, back orders included. */
function onAnyOrder(work: OrderWork, pick: number): StaffWork {
  return (db) => {
    const orders = all<{ orderId: number; orderVersion: number; lineId: number }>(
      db,
      `SELECT o.id AS orderId, o.version AS orderVersion, (SELECT min(id) FROM order_line WHERE order_id = o.id) AS lineId
       FROM sales_order o WHERE o.status <> 'credit-note' ORDER BY o.id`,
    );
    const order = orders[pick % orders.length];
    if (order !== undefined) inTransaction(db, (tx) => work(tx, order));
  };
}

const pick = fc.nat(11);
const day = fc.constantFrom('2026-02-20', '2026-03-10', '2026-04-01', '2026-05-01');
const maybeDay = fc.option(day, { nil: null });
const edits =
  (change: Omit<EditOrderInput, 'orderId' | 'orderVersion'>): OrderWork =>
  (tx, { orderId, orderVersion }) =>
    void editOrder(tx, testContext, { orderId, orderVersion, ...change });

const orderWork: fc.Arbitrary<OrderWork> = fc.oneof(
  fc.boolean().map((picked) => edits({ picked })),
  maybeDay.map((deliveryDate) => edits({ deliveryDate })),
  fc
    .constantFrom('7012', '7013', ' 7012 ')
    .map((shippingNo) => edits({ shipments: [{ id: null, carrier: 'Posten', shippingNo }] })),
  fc.constantFrom('7014', '').map(
    (shippingNo): OrderWork =>
      (tx, { orderId, orderVersion }) => {
        const shipment = get<{ id: number }>(tx, 'SELECT id FROM shipment WHERE order_id = @orderId', { orderId });
        if (shipment !== undefined) {
          editOrder(tx, testContext, {
            orderId,
            orderVersion,
            shipments: [{ id: shipment.id, carrier: 'Posten', shippingNo }],
          });
        }
      },
  ),
  fc.constantFrom(0, 1000, 2000, 3000).map(
    (toBeDeliveredMilli): OrderWork =>
      (tx, { orderId, orderVersion, lineId }) =>
        void editOrder(tx, testContext, { orderId, orderVersion, lines: [{ lineId, toBeDeliveredMilli }] }),
  ),
  maybeDay.map(
    (deliveryDate): OrderWork =>
      (tx, { orderId, orderVersion, lineId }) =>
        void editOrder(tx, testContext, { orderId, orderVersion, lines: [{ lineId, deliveryDate }] }),
  ),
  fc.constant<OrderWork>(
    (tx, { orderId, orderVersion }) =>
      void editOrder(tx, testContext, {
        orderId,
        orderVersion,
        newLines: [{ productId: 1, orderedMilli: 1000, deliveryDate: null }],
      }),
  ),
  fc.constantFrom(1000, 2000).map(
    (quantityMilli): OrderWork =>
      (tx, { orderId, orderVersion, lineId }) =>
        void deliverProducts(tx, testContext, { orderId, orderVersion, lines: [{ lineId, quantityMilli }] }),
  ),
  fc.constant<OrderWork>((tx, { orderId, orderVersion }) => {
    const plan = prepareDeliveryNote(tx, { orderId }, testContext);
    confirmDeliveryNotePrinted(tx, testContext, {
      orderId,
      orderVersion,
      noteNo: plan.noteNo,
      scope: 'to-be-delivered',
      how: 'pdf',
    });
  }),
  fc.constant<OrderWork>((tx, order) => void invoiceOrder(tx, { ...testContext, effects: backOrderEffects }, order)),
  fc.constant<OrderWork>(
    (tx, { orderId, orderVersion }) => void creditOrder(tx, testContext, { orderId, orderVersion }),
  ),
  fc.constant<OrderWork>(
    (tx, { orderId, orderVersion, lineId }) =>
      void creditOrder(tx, testContext, { orderId, orderVersion, lines: [{ lineId, quantityMilli: 1000 }] }),
  ),
  fc.constant<OrderWork>(
    (tx, { orderId, orderVersion, lineId }) =>
      void editOrder(tx, testContext, { orderId, orderVersion, lines: [{ lineId, remove: true }] }),
  ),
  fc.constantFrom('cancelled' as const, 'lost-sale' as const).map(
    (as): OrderWork =>
      (tx, { orderId, orderVersion }) =>
        cancelOrder(tx, testContext, { orderId, orderVersion, as }),
  ),
);

/** Dates that move by a day or two around today, stock by pieces, a status to and fro, part invoices. */
const smallOrderWork: fc.Arbitrary<OrderWork> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('2026-03-02', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', null)
      .map((deliveryDate) => edits({ deliveryDate })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('order' as const, 'batch-order' as const).map((status) => edits({ status })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1000, 3000).map(
      (toBeDeliveredMilli): OrderWork =>
        (tx, { orderId, orderVersion, lineId }) =>
          void editOrder(tx, testContext, { orderId, orderVersion, lines: [{ lineId, toBeDeliveredMilli }] }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<OrderWork>(
      (tx, order) => void invoiceOrder(tx, { ...testContext, effects: backOrderEffects }, order),
    ),
  },
);

const companyWork: fc.Arbitrary<StaffWork> = fc.oneof(
  fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(-1000, 0, 1000, 5000)).map(
    ([productId, countedMilli]): StaffWork =>
      (db) =>
        inTransaction(db, (tx) => countStock(tx, testContext, { productId, warehouseId: 1, countedMilli })),
  ),
  fc.tuple(fc.constantFrom(1, 2), maybeDay).map(
    ([productId, date]): StaffWork =>
      (db) => {
        inTransaction(db, (tx) =>
          run(tx, 'UPDATE product SET expected_delivery_date = @date WHERE id = @productId', { productId, date }),
        );
      },
  ),
  fc.tuple(fc.constantFrom(1, 2), day).map(
    ([productId, deliveryDate]): StaffWork =>
      (db) =>
        inTransaction(db, (tx) => {
          const purchaseOrderId = createPurchase(tx, testContext, {
            supplierId: 1,
            deliveryDate,
            lines: [{ productId, orderedMilli: 2000 }],
          });
          transferPurchase(tx, testContext, { purchaseOrderId, purchaseVersion: 1 });
        }),
  ),
  maybeDay.map((deliveryDate) =>
    onLastPurchase((tx, at) => void editPurchase(tx, testContext, { ...at, deliveryDate })),
  ),
  fc.constantFrom(1000, 2000).map((quantityMilli) =>
    onLastPurchase((tx, at) => {
      const line = get<{ id: number }>(tx, 'SELECT id FROM purchase_line WHERE purchase_order_id = @id', {
        id: at.purchaseOrderId,
      });
      receivePurchase(tx, testContext, { ...at, lines: [{ purchaseLineId: line?.id ?? 0, quantityMilli }] });
    }),
  ),
  fc.constantFrom(0, 1).map(
    (on): StaffWork =>
      (db) => {
        inTransaction(db, (tx) => run(tx, 'UPDATE company SET stock_by_delivery_note = @on', { on }));
      },
  ),
);

function onLastPurchase(
  work: (tx: WriteTx, at: { purchaseOrderId: number; purchaseVersion: number }) => void,
): StaffWork {
  return (db) => {
    const last = get<{ purchaseOrderId: number; purchaseVersion: number }>(
      db,
      'SELECT id AS purchaseOrderId, version AS purchaseVersion FROM purchase_order ORDER BY id DESC',
    );
    if (last !== undefined) inTransaction(db, (tx) => work(tx, last));
  };
}

/** Random work in which most changes are small. */
export const smallWork: fc.Arbitrary<StaffWork> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(smallOrderWork, fc.constantFrom(0, 0, 1, 1, 4, 5)).map(([work, on]) => onAnyOrder(work, on)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 1000, 2000, 5000).map(
      (countedMilli): StaffWork =>
        (db) =>
          inTransaction(db, (tx) => countStock(tx, testContext, { productId: 2, warehouseId: 1, countedMilli })),
    ),
  },
);

/** Random work of a day. */
export const staffWork: fc.Arbitrary<StaffWork> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(orderWork, pick).map(([work, on]) => onAnyOrder(work, on)) },
  { weight: 1, arbitrary: companyWork },
);
