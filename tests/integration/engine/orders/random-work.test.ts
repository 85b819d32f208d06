import fc from 'fast-check';
import { expect, it } from 'vitest';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { creditOrder } from '../../../../main/engine/invoicing/credit-service.ts';
import { invoiceOrder } from '../../../../main/engine/invoicing/invoice-service.ts';
import { cancelOrder } from '../../../../main/engine/orders/cancel-order-service.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import { readLines } from '../../../../main/engine/orders/order-store.ts';
import { receivePurchase } from '../../../../main/engine/purchasing/purchase-service.ts';
import { deliverProducts } from '../../../../main/engine/warehouse/deliver-products-service.ts';
import {
  confirmDeliveryNotePrinted,
  prepareDeliveryNote,
} from '../../../../main/engine/warehouse/delivery-note-service.ts';
import { countStock } from '../../../../main/engine/warehouse/stock-taking-service.ts';
import { AppError } from '../../../../shared/errors.ts';
import {
  anOrder,
  aProduct,
  aPurchase,
  at,
  checkNothing,
  orderNow,
  pieces,
  purchaseAt,
  setSalesSettings,
  stockOf,
  toCheck,
} from '../../../support/builders.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';
import { runs } from '../../../support/runs.ts';

/** One thing that staff do, on the order and line that the numbers pick among those that are there. */
const step = fc.record({
  kind: fc.constantFrom('tbd', 'qty', 'deliver', 'note', 'invoice', 'credit', 'cancel', 'receive', 'count', 'remove'),
  order: fc.nat(9),
  line: fc.nat(3),
  milli: fc.integer({ min: 0, max: 12_000 }),
  flag: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Shop = {
  readonly db: ReadDb;
  readonly productId: number;
  readonly purchase: { readonly id: number; readonly lineId: number };
  counted: number;
};

const effects = { backOrderMade: () => {} };

function take(shop: Shop, { kind, order, line, milli, flag }: Step): void {
  const { db, productId, purchase } = shop;
  const orders = all<{ id: number }>(db, 'SELECT id FROM sales_order ORDER BY id');
  const orderId = orders[order % orders.length]?.id ?? 0;
  const lines = readLines(db, orderId);
  const lineId = lines[line % lines.length]?.id ?? 0;
  const chosen = [{ lineId, quantityMilli: milli }];
  command(db, (tx, context) => {
    switch (kind) {
      case 'tbd':
        return editOrder(tx, context, { ...at(tx, orderId), lines: [{ lineId, toBeDeliveredMilli: milli }] });
      case 'qty':
        return editOrder(tx, context, { ...at(tx, orderId), lines: [{ lineId, orderedMilli: milli }] });
      case 'remove':
        return editOrder(tx, context, { ...at(tx, orderId), lines: [{ lineId, remove: true }] });
      case 'deliver':
        return deliverProducts(tx, context, { ...at(tx, orderId), lines: chosen });
      case 'note': {
        const scope = flag ? 'delivered-only' : 'to-be-delivered';
        const { noteNo, orderVersion } = prepareDeliveryNote(tx, { orderId, scope }, testContext);
        return confirmDeliveryNotePrinted(tx, context, { orderId, orderVersion, noteNo, scope, how: 'pdf' });
      }
      case 'invoice':
        return invoiceOrder(tx, { ...context, effects }, at(tx, orderId));
      case 'credit':
        return creditOrder(tx, context, { ...at(tx, orderId), lines: chosen, returnToStock: flag });
      case 'cancel':
        return milli < 2000 ? cancelOrder(tx, context, { ...at(tx, orderId), as: 'cancelled' }) : undefined;
      case 'receive': {
        const received = [{ purchaseLineId: purchase.lineId, quantityMilli: milli }];
        return receivePurchase(tx, context, { ...purchaseAt(tx, purchase.id), lines: received });
      }
      case 'count': {
        const before = Math.round(stockOf(tx, productId) * 1000);
        countStock(tx, context, { productId, warehouseId: 1, countedMilli: milli });
        shop.counted += milli - before;
        return undefined;
      }
      default:
        throw new Error(kind);
    }
  });
}

/** Facts of all webshop orders that rules speak of, to see which a step has changed. */
function factsByOrder(db: ReadDb): Map<number, string> {
  const rows = all<{ id: number; facts: string }>(
    db,
    `SELECT o.id, json_array(o.status, o.picked, (SELECT count(*) FROM delivery_note n WHERE n.order_id = o.id),
       (SELECT json_group_array(json_array(l.to_be_delivered_milli, l.delivered_milli, l.remaining_milli > 0, l.is_removed,
          (SELECT coalesce(sum(quantity_milli), 0) > 0 FROM product_stock s WHERE s.product_id = l.product_id) AND l.remaining_milli > 0))
        FROM order_line l WHERE l.order_id = o.id),
       (SELECT count(*) FROM sales_order c WHERE c.parent_order_id = o.id OR c.credited_order_id = o.id)) AS facts
     FROM sales_order o`,
  );
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}

function expectSound(shop: Shop): void {
  const { db, productId, purchase } = shop;
  const sum = (sql: string) => get<{ milli: number }>(db, `SELECT coalesce(sum(${sql}`)?.milli ?? 0;
  const unsound = all(
    db,
    `SELECT l.* FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE l.to_be_delivered_milli > l.remaining_milli
        OR (l.is_removed = 0 AND l.ordered_milli <> l.delivered_milli + l.moved_milli + l.remaining_milli)
        OR l.invoiced_milli > l.ordered_milli
        OR (o.status = 'invoice' AND l.remaining_milli > 0)
        OR (o.status IN ('cancelled','credit-note') AND l.to_be_delivered_milli > 0)
        OR l.noted_milli <> (SELECT coalesce(sum(x.quantity_milli), 0) FROM delivery_note_line x WHERE x.line_id = l.id)
        OR (o.status <> 'credit-note'
            AND l.delivered_milli <> (SELECT coalesce(sum(x.quantity_milli), 0) FROM delivery_line x WHERE x.line_id = l.id))
        OR l.invoiced_milli < (SELECT coalesce(sum(b.ordered_milli), 0) FROM order_line b JOIN sales_order c ON c.id = b.order_id
            WHERE b.origin_line_id = l.id AND c.status = 'credit-note')`,
  );
  expect(unsound).toEqual([]);
  const delivered = sum(
    `x.quantity_milli), 0) AS milli FROM delivery_line x JOIN order_line l ON l.id = x.line_id WHERE l.product_id = ${productId}`,
  );
  const received = sum(`received_milli), 0) AS milli FROM purchase_line WHERE id = ${purchase.lineId}`);
  expect(Math.round(stockOf(db, productId) * 1000)).toBe(received + shop.counted - delivered);
}

async function openShop(stockByDeliveryNote: boolean): Promise<Shop> {
  const db = await openTestCompany();
  setSalesSettings(db, { stockByDeliveryNote });
  const productId = aProduct(db);
  const service = aProduct(db, { isStockItem: false });
  anOrder(db, {
    lines: [
      { productId, orderedMilli: pieces(10) },
      { productId: service, orderedMilli: pieces(3) },
    ],
  });
  anOrder(db, { lines: [{ productId, orderedMilli: pieces(4) }] });
  const { purchaseOrderId, purchaseLineIds } = aPurchase(db, { lines: [{ productId, orderedMilli: pieces(30) }] });
  return { db, productId, purchase: { id: purchaseOrderId, lineId: purchaseLineIds[0] ?? 0 }, counted: 0 };
}

/** What is ordered over all orders and their back orders, less what back orders took over. */
function orderedInAll(db: ReadDb): number {
  const row = get<{ milli: number }>(
    db,
    `SELECT sum(l.ordered_milli - l.moved_milli) AS milli FROM order_line l JOIN sales_order o ON o.id = l.order_id
     WHERE o.status <> 'credit-note'`,
  );
  return row?.milli ?? 0;
}

it('whatever staff do in whatever order, quantities and stock stay sound, and the run learns of every change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 5, maxLength: 40 }), async (byNote, steps) => {
      const shop = await openShop(byNote);
      const { db } = shop;
      for (const next of steps) {
        checkNothing(db);
        const before = factsByOrder(db);
        const orderedBefore = orderedInAll(db);
        try {
          take(shop, next);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(factsByOrder(db)).toEqual(before);
        }
        expectSound(shop);
        // A quantity edited is another order; what is credited before it left is not owed any more.
        if (next.kind !== 'qty' && next.kind !== 'credit') expect(orderedInAll(db)).toBe(orderedBefore);
        const changed = [...factsByOrder(db)].filter(([id, facts]) => before.get(id) !== facts).map(([id]) => id);
        expect(toCheck(db)).toEqual(expect.arrayContaining(changed));
      }
      db.close();
    }),
    { numRuns: runs(60) },
  );
}, 120_000);

it('a command that fails half-way leaves nothing behind', async () => {
  const { db } = await openShop(false);
  const orderId = all<{ id: number }>(db, 'SELECT id FROM sales_order ORDER BY id')[0]?.id ?? 0;
  const before = orderNow(db, orderId);
  const failing = () =>
    inTransaction(db, (tx) => {
      invoiceOrder(tx, { ...testContext, effects }, at(tx, orderId));
      run(tx, 'INSERT INTO warehouse(id, name) VALUES (1, 1)');
    });
  expect(failing).toThrow();
  expect(orderNow(db, orderId)).toEqual(before);
});
