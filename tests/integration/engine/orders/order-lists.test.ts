import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { editOrder } from '../../../../main/engine/orders/edit-order-service.ts';
import { countForNavigation, listOrders } from '../../../../main/engine/orders/order-list-store.ts';
import { listOrdersInput, type OrderFilter } from '../../../../shared/sales-orders.ts';
import { aContact, anOrder, aProduct, aPurchase, at, pieces } from '../../../support/builders.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';

let db: ReadDb;
beforeEach(async () => {
  db = await openTestCompany();
});
const list = (input: Record<string, unknown> = {}) => listOrders(db, listOrdersInput.parse(input));
const ids = (input: Record<string, unknown>) => list(input).rows.map(({ id }) => id);

function addMail(orderId: number, state: 'uncertain' | 'refused' | 'accepted', isLive = 1): void {
  command(db, (tx) => {
    run(tx, `INSERT OR IGNORE INTO run(id, started_at, who, step) VALUES (1, @now, 'tester', 'done')`, {
      now: testContext.now,
    });
    const { lastId } = run(
      tx,
      `INSERT INTO mail(random_id, run_id, website_id, contact_id, kind, address, language, sender_address, subject, frozen_at, state)
       SELECT @randomId, 1, 1, contact_id, 'order-status', 'a@mail.example', 'en', 's@shop.example', '', @now, @state
       FROM sales_order WHERE id = @orderId`,
      { randomId: randomUUID(), now: testContext.now, state, orderId },
    );
    run(tx, `INSERT INTO mail_order VALUES (@lastId, @orderId, 1, '[]', @isLive)`, { lastId, orderId, isLive });
  });
}

describe('the list of sales orders', () => {
  it('comes newest first, page by page, without gaps', () => {
    const built = [1, 2, 3, 4, 5].map(() => anOrder(db).orderId);
    const first = list({ limit: 2 });
    const second = list({ limit: 2, cursor: first.nextCursor });
    const third = list({ limit: 2, cursor: second.nextCursor });
    const seen = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(seen).toEqual(built.toReversed());
    expect(third.nextCursor).toBeNull();
  });

  it('shows what is to be delivered of what was ordered, what is expected, and the total with VAT', () => {
    const productId = aProduct(db, { unitPriceMinor: 1000, stock: 9 });
    const lines = [
      { productId, orderedMilli: pieces(3), toBeDeliveredMilli: pieces(2), deliveryDate: '2026-04-01' },
      { productId, orderedMilli: pieces(1), deliveryDate: '2026-05-01' },
    ];
    const { orderId } = anOrder(db, { lines, freightMinor: 1000, webOrderNo: 'W-1' });
    const shipments = [{ id: null, carrier: '', shippingNo: '7012' }];
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), shipments }));
    expect(list().rows).toMatchObject([
      {
        webOrderNo: 'W-1',
        isWebOrder: true,
        orderedMilli: 4000,
        toBeDeliveredMilli: 3000,
        remainingMilli: 4000,
        expectedDate: '2026-05-01',
        totalMinor: 6250,
        shippingNos: ['7012'],
        needsAttention: false,
      },
    ]);
  });

  it('is found by number, web no., customer, product and shipping no., and never by signs alone', () => {
    const contactId = aContact(db, { name: 'Berg Sport 100% AS' });
    const productId = aProduct(db, { productNo: 'TENT-9', name: 'Mountain tent' });
    const { orderId } = anOrder(db, { contactId, webOrderNo: 'W-8841', lines: [{ productId, orderedMilli: 1000 }] });
    anOrder(db, { webOrderNo: 'X-1' });
    const shipments = [{ id: null, carrier: '', shippingNo: 'NO7012' }];
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), shipments }));
    for (const search of [
      '10001',
      'w-88',
      '8841',
      'w8841',
      'berg sport',
      'sport be',
      'berg 100%',
      'TENT',
      'tent-9',
      'mount berg',
      '7012',
    ]) {
      expect([search, ids({ search })]).toEqual([search, [orderId]]);
    }
    expect(ids({ search: 'nothing like it' })).toEqual([]);
    expect(ids({ search: '%' })).toEqual([]);
  });
});

describe('the chips', () => {
  const filtered = (filter: OrderFilter) => ids({ filter });

  it('to pick: something to be delivered and not picked; to ship: picked, on its way out', () => {
    const toPick = anOrder(db).orderId;
    const picked = anOrder(db).orderId;
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, picked), picked: true }));
    expect(filtered('to-pick')).toEqual([toPick]);
    expect(filtered('to-ship')).toEqual([picked]);
  });

  it('to ship ends when everything is delivered and a shipping no. stands', () => {
    const { orderId, lineIds } = anOrder(db);
    const shipments = [{ id: null, carrier: '', shippingNo: '7012' }];
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), picked: true, shipments }));
    expect(filtered('to-ship')).toEqual([orderId]);
    const lines = [{ lineId: lineIds[0] ?? 0, toBeDeliveredMilli: 0 }];
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, orderId), lines }));
    expect(filtered('to-ship')).toEqual([]);
  });

  it('waiting for goods: stock in the website’s warehouses does not cover what remains', () => {
    const short = aProduct(db, { stock: 2 });
    const service = aProduct(db, { isStockItem: false });
    const waiting = anOrder(db, { lines: [{ productId: short, orderedMilli: pieces(3) }] }).orderId;
    anOrder(db, { lines: [{ productId: short, orderedMilli: pieces(2) }] });
    anOrder(db, { lines: [{ productId: service, orderedMilli: pieces(2) }] });
    expect(filtered('waiting-for-goods')).toEqual([waiting]);
  });

  it('needs attention: a mail is uncertain or refused, and still the one that counts', () => {
    const [uncertain, refused, accepted, replaced] = [1, 2, 3, 4].map(() => anOrder(db).orderId) as [
      number,
      number,
      number,
      number,
    ];
    addMail(uncertain, 'uncertain');
    addMail(refused, 'refused');
    addMail(accepted, 'accepted');
    addMail(replaced, 'refused', 0);
    expect(filtered('needs-attention')).toEqual([refused, uncertain]);
    expect(
      list()
        .rows.filter((row) => row.needsAttention)
        .map(({ id }) => id),
    ).toEqual([refused, uncertain]);
  });

  it('are counted for the navigation', () => {
    const picked = anOrder(db).orderId;
    command(db, (tx, context) => editOrder(tx, context, { ...at(db, picked), picked: true }));
    anOrder(db, { lines: [{ productId: aProduct(db), orderedMilli: pieces(1) }] });
    anOrder(db, { status: 'quotation' });
    aPurchase(db, { lines: [{ productId: aProduct(db), orderedMilli: pieces(1) }] });
    aPurchase(db, { isDraft: true });
    expect(countForNavigation(db)).toEqual({
      openOrders: 2,
      toPick: 1,
      toShip: 1,
      waitingForGoods: 1,
      needsAttention: 0,
      ordersNotDelivered: 2,
      purchasesNotReceived: 1,
    });
  });
});
