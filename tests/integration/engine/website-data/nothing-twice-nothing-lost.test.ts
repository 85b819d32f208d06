import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { all, get, inTransaction, type ReadDb, run, type WriteTx } from '../../../../main/engine/db/database.ts';
import { creditOrder } from '../../../../main/engine/invoicing/credit-service.ts';
import { invoiceOrder } from '../../../../main/engine/invoicing/invoice-service.ts';
import { applyAcceptedMail } from '../../../../main/engine/ledger/ledger-service.ts';
import { decideUncertainMail } from '../../../../main/engine/outbox/decide-mail-service.ts';
import { writeProduct } from '../../../../main/engine/products/product-store.ts';
import { saveCarrier } from '../../../../main/engine/settings/carrier-store.ts';
import { countStock } from '../../../../main/engine/warehouse/stock-taking-service.ts';
import type { Change } from '../../../../shared/change.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { backOrderEffects } from '../../../support/staff-work.ts';
import {
  addContact,
  addProduct,
  addWebOrder,
  companyOver,
  edit,
  onlyLineOf,
  setRules,
} from '../../../support/web-orders.ts';

let db: ReadDb;
let kari: number;
let jacket: number;

beforeEach(async () => {
  db = await openTestCompany();
  setRules(db, 1, 2, 3, 4, 5, 6, 7);
  kari = addContact(db, { name: 'Kari Nordmann' });
  jacket = addProduct(db, { name: 'Rain jacket', stockMilli: 5000 });
});

type OrderAt = { readonly orderId: number; readonly orderVersion: number };

function onOrder<Result>(orderId: number, work: (tx: WriteTx, order: OrderAt) => Result): Result {
  return inTransaction(db, (tx) => {
    const row = get<{ version: number }>(tx, 'SELECT version FROM sales_order WHERE id = @orderId', { orderId });
    return work(tx, { orderId, orderVersion: row?.version ?? 0 });
  });
}

const invoice = (orderId: number) =>
  onOrder(orderId, (tx, order) => invoiceOrder(tx, { ...testContext, effects: backOrderEffects }, order));

const queue = async () => (await queueRun(companyOver(db))).planned;

function become(state: string): void {
  inTransaction(db, (tx) => {
    for (const { id } of all<{ id: number }>(tx, `SELECT id FROM mail WHERE state = 'queued'`)) {
      run(tx, 'UPDATE mail SET state = @state WHERE id = @id', { id, state });
      if (state === 'accepted') applyAcceptedMail(tx, testContext, id);
    }
  });
}

const lastMail = () =>
  get<{ id: number; plain: string }>(db, 'SELECT id, plain FROM whole_mail ORDER BY id DESC LIMIT 1');

/** Everything that the last run told, sent or not. */
function told(): readonly Change[] {
  return all<{ changes: string }>(
    db,
    `SELECT mo.changes FROM mail_order mo JOIN mail m ON m.id = mo.mail_id WHERE m.state = 'queued' ORDER BY mo.order_id`,
  ).flatMap((row) => JSON.parse(row.changes) as Change[]);
}
const kindsTold = () => told().map((one) => one.kind);

describe('a set of shipments: the same parcel is told once (9.1, 9.7 rule 4)', () => {
  const shipmentOf = (orderId: number) =>
    get<{ id: number }>(db, 'SELECT id FROM shipment WHERE order_id = @orderId', { orderId })?.id ?? 0;
  const posten = { carrier: 'Posten', shippingNo: '7012' };

  it.each([false, true])('taken off and typed again (a run between: %s) it is no news', async (isRunBetween) => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { shipments: [{ id: null, ...posten }] });
    await queue();
    become('accepted');
    edit(db, order, { shipments: [{ id: shipmentOf(order), carrier: '', shippingNo: '' }] });
    if (isRunBetween) await queue();
    const other = addWebOrder(db, { contactId: kari, webOrderNo: 'W-2', productId: jacket });
    inTransaction(db, (tx) => run(tx, `INSERT INTO shipment VALUES (@id, @other, '', 'X', '')`, { id: 1, other }));
    inTransaction(db, (tx) => run(tx, 'DELETE FROM order_to_check WHERE order_id = @other', { other }));
    edit(db, order, { shipments: [{ id: null, ...posten }] });
    expect(await queue()).toBe(0);
    expect(get(db, 'SELECT count(*) AS n FROM order_to_check')).toEqual({ n: 0 });
  });

  it('another number after it is told', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { shipments: [{ id: null, ...posten }] });
    await queue();
    become('accepted');
    edit(db, order, { shipments: [{ id: shipmentOf(order), carrier: '', shippingNo: '' }] });
    edit(db, order, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7013' }] });
    await queue();
    expect(kindsTold()).toEqual(['shipment']);
  });
});

describe('rule 5 on an invoice that is not delivered', () => {
  it('staff who lower To be delivered to 0 make news; only the reset of the invoicing itself belongs to rule 1', async () => {
    inTransaction(db, (tx) => run(tx, 'UPDATE company SET stock_by_delivery_note = 1'));
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    invoice(order);
    await queue();
    become('accepted');
    edit(db, order, { lines: [{ lineId: onlyLineOf(db, order), toBeDeliveredMilli: 0 }] });
    await queue();
    expect(told()).toMatchObject([{ kind: 'line-quantity', toBeDelivered: { fromMilli: 3000, toMilli: 0 } }]);
  });
});

it('the report names nobody as told and not told: an address entered while mails were worded counts (9.10)', async () => {
  const ola = addContact(db, { name: 'Ola Hansen', email: '' });
  const [hers, his] = [
    addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket }),
    addWebOrder(db, { contactId: ola, webOrderNo: 'W-2', productId: jacket }),
  ];
  for (const order of [hers, his]) edit(db, order, { picked: true });
  let isFirst = true;
  const newUuid = () => {
    if (isFirst)
      inTransaction(db, (tx) => run(tx, `UPDATE contact SET email = 'ola@x.example' WHERE id = @ola`, { ola }));
    if (isFirst) edit(db, hers, { deliveryDate: '2026-04-01' });
    isFirst = false;
    return randomUUID();
  };
  await queueRun(companyOver(db), { newUuid });
  expect(get(db, `SELECT count(*) AS n FROM mail WHERE state = 'queued'`)).toEqual({ n: 2 });
  expect(all(db, 'SELECT order_id FROM run_not_told')).toEqual([]);
});

it('"you may already have received this" is said of what the uncertain mail told, not of later news (9.11)', async () => {
  const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
  edit(db, order, { picked: true });
  await queue();
  become('uncertain');
  inTransaction(db, (tx) => decideUncertainMail(tx, testContext, { mailId: 1, decision: 'tell-anew' }));
  edit(db, order, { picked: false });
  expect(await queue()).toBe(0);
  edit(db, order, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
  await queue();
  expect(kindsTold()).toEqual(['shipment']);
  expect(lastMail()?.plain).not.toContain('may already have received');
  become('waiting');
  edit(db, order, { picked: true });
  await queue();
  expect(lastMail()?.plain).toContain('may already have received');
});

describe('a line that waits', () => {
  it('is told when it is taken off, even when nothing of it was to be delivered next (9.7 rule 5)', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    const lineId = onlyLineOf(db, order);
    edit(db, order, { lines: [{ lineId, toBeDeliveredMilli: 0 }] });
    await queue();
    become('accepted');
    edit(db, order, { lines: [{ lineId, remove: true }] });
    await queue();
    expect(told()).toMatchObject([{ kind: 'line-quantity', isRemoved: true }]);
    expect(lastMail()?.plain).toContain('Rain jacket was taken off the order.');
    become('accepted');
    expect(await queue()).toBe(0);
    expect(get(db, 'SELECT count(*) AS n FROM order_to_check')).toEqual({ n: 0 });
  });

  it('hears that its date no longer holds, though a few pieces that are not enough lie in stock (9.7 rule 6)', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket, orderedMilli: 9000 });
    edit(db, order, { deliveryDate: '2026-04-01' });
    await queue();
    become('accepted');
    edit(db, order, { deliveryDate: null });
    await queue();
    expect(told()).toMatchObject([{ kind: 'expected-date', from: '2026-04-01', to: null }]);
  });

  it('with all of it in stock needs no date: that it goes with the goods is silent', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket, orderedMilli: 5000 });
    edit(db, order, { deliveryDate: '2026-04-01' });
    await queue();
    become('accepted');
    edit(db, order, { deliveryDate: null });
    expect(await queue()).toBe(0);
  });
});

describe('an order credited in part goes on (9.7 rule 1)', () => {
  it('what is still to come is told and stands in the mail', async () => {
    inTransaction(db, (tx) => run(tx, 'UPDATE company SET stock_by_delivery_note = 1'));
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    const lineId = onlyLineOf(db, order);
    invoice(order);
    await queue();
    become('accepted');
    onOrder(order, (tx, at) => creditOrder(tx, testContext, { ...at, lines: [{ lineId, quantityMilli: 1000 }] }));
    edit(db, order, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
    await queue();
    expect(kindsTold()).toEqual(['credited', 'shipment', 'line-quantity']);
    expect(lastMail()?.plain).toMatch(/2 to come|still to come: 2/i);
    become('accepted');
    onOrder(order, (tx, at) => creditOrder(tx, testContext, at));
    edit(db, order, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7013' }] });
    await queue();
    expect(kindsTold()).toEqual(['credited', 'status']);
  });
});

describe('what changes My page or a fact marks the order', () => {
  const publication = (orderId: number) =>
    get<{ version: number }>(db, 'SELECT version FROM order_publication WHERE order_id = @orderId', { orderId })
      ?.version ?? 0;

  it('another VAT rate of a line is another total on My page', () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    const before = publication(order);
    edit(db, order, { lines: [{ lineId: onlyLineOf(db, order), vatPermille: 150 }] });
    expect(publication(order)).toBe(before + 1);
  });

  it('a product that becomes a stock item is told when goods come', async () => {
    const tent = addProduct(db, { name: 'Tunnel tent', stockMilli: 0 });
    inTransaction(db, (tx) => writeProduct(tx, { productId: tent, isStockItem: false }));
    addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: tent });
    inTransaction(db, (tx) => writeProduct(tx, { productId: tent, isStockItem: true }));
    expect(await queue()).toBe(0);
    inTransaction(db, (tx) => countStock(tx, testContext, { productId: tent, warehouseId: 1, countedMilli: 4000 }));
    await queue();
    expect(kindsTold()).toEqual(['back-in-stock']);
  });

  it('a tracking page entered for a carrier reaches My page, however the order spells the carrier', () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { shipments: [{ id: null, carrier: 'posten', shippingNo: '7012' }] });
    const before = publication(order);
    inTransaction(db, (tx) => saveCarrier(tx, { name: 'Posten', trackingUrl: 'https://posten.example/{no}' }));
    expect(publication(order)).toBe(before + 1);
  });
});

describe('back orders of back orders (9.5)', () => {
  /** Delivers and invoices one piece; answers the order that waits for the rest. */
  const invoiceOne = (orderId: number): number => {
    edit(db, orderId, { lines: [{ lineId: onlyLineOf(db, orderId), toBeDeliveredMilli: 1000 }] });
    return invoice(orderId).backOrderId ?? 0;
  };

  it.each(['it-arrived', 'tell-anew'] as const)(
    'are held while the first order’s mail is uncertain; after "%s" all is told once',
    async (decision) => {
      const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
      edit(db, order, { deliveryDate: '2026-04-01' });
      await queue();
      become('uncertain');
      const second = invoiceOne(invoiceOne(order));
      expect(await queue()).toBe(0);
      const uncertain = get<{ id: number }>(db, `SELECT id FROM mail WHERE state = 'uncertain'`)?.id ?? 0;
      inTransaction(db, (tx) => decideUncertainMail(tx, testContext, { mailId: uncertain, decision }));
      await queue();
      const dates = told().filter((one) => one.kind === 'expected-date').length;
      expect(dates).toBe(decision === 'it-arrived' ? 0 : 1);
      become('accepted');
      expect(await queue()).toBe(0);
      expect(second).toBeGreaterThan(0);
    },
  );

  it('starts from what the customer was told, and hears once what a mail under way tells (9.3)', async () => {
    const order = addWebOrder(db, { contactId: kari, webOrderNo: 'W-1', productId: jacket });
    edit(db, order, { deliveryDate: '2026-04-01' });
    await queue();
    become('accepted');
    setRules(db, 1, 2, 3, 4, 5, 7);
    edit(db, order, { deliveryDate: '2026-04-10' });
    await queue();
    setRules(db, 1, 2, 3, 4, 5, 6, 7);
    edit(db, order, { deliveryDate: '2026-05-01' });
    await queue();
    const backOrder = invoiceOne(order);
    become('accepted');
    await queue();
    expect(kindsTold()).not.toContain('expected-date');
    become('accepted');
    edit(db, backOrder, { deliveryDate: '2026-06-01' });
    await queue();
    expect(told()).toMatchObject([{ kind: 'expected-date', from: '2026-05-01', to: '2026-06-01' }]);
  });
});
