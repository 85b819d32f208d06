import { beforeEach, expect, it } from 'vitest';
import { get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { applyAcceptedMail } from '../../../../main/engine/ledger/ledger-service.ts';
import { createOrder } from '../../../../main/engine/orders/create-order-service.ts';
import { readKnownOfOrders } from '../../../../main/engine/website-data/known-of-orders-service.ts';
import { readCustomerKnows } from '../../../../main/engine/website-data/preview-service.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { addContact, addProduct, addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

let db: ReadDb;
let contactId: number;
let productId: number;
beforeEach(async () => {
  db = await openTestCompany();
  setRules(db, 3, 4);
  contactId = addContact(db, { name: 'Kari Nordmann' });
  productId = addProduct(db, { name: 'Rain jacket', stockMilli: 9000 });
});

let orders = 0;
const webOrder = (of = contactId) => addWebOrder(db, { contactId: of, productId, webOrderNo: `W-${++orders}` });
const knownOf = (...orderIds: number[]) => readKnownOfOrders(companyOver(db), orderIds);

/** A run up to the outbox; the mails end as told. */
async function runOnce(end: 'accepted' | 'uncertain'): Promise<void> {
  await queueRun(companyOver(db));
  const mailId = get<{ id: number }>(db, 'SELECT max(id) AS id FROM mail')?.id ?? 0;
  inTransaction(db, (tx) => {
    run(tx, 'UPDATE mail SET state = @end, settled_at = @now WHERE id = @mailId', {
      end,
      mailId,
      now: testContext.now,
    });
    if (end === 'accepted') applyAcceptedMail(tx, testContext, mailId);
  });
}

it('an order that staff typed in is never told, a webshop order not yet', () => {
  const staff = inTransaction(db, (tx) => createOrder(tx, testContext, { contactId, web: null, lines: [] }));
  const web = webOrder();
  expect(knownOf(web, staff)).toEqual([
    { orderId: web, state: 'nothing-told', told: null, next: [], reason: null, filtered: [] },
    { orderId: staff, state: 'no-webshop-order', told: null, next: [], reason: null, filtered: [] },
  ]);
});

it('says what the next run tells, and after it what was told and when', async () => {
  const orderId = webOrder();
  edit(db, orderId, { picked: true, shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }] });
  expect(knownOf(orderId)).toMatchObject([{ state: 'will-be-told', told: null, next: ['picked', 'shipment'] }]);
  await runOnce('accepted');
  const told = { at: testContext.now, kinds: ['picked', 'shipment'] };
  expect(knownOf(orderId)).toEqual([{ orderId, state: 'told', told, next: [], reason: null, filtered: [] }]);
  edit(db, orderId, { shipments: [{ id: null, carrier: 'Posten', shippingNo: '7013' }] });
  expect(knownOf(orderId)).toEqual([
    { orderId, state: 'will-be-told', told, next: ['shipment'], reason: null, filtered: [] },
  ]);
});

it('an uncertain mail holds the order; who opted out or has no address is not told, and a rule that is off tells nothing', async () => {
  const held = webOrder();
  edit(db, held, { picked: true });
  await runOnce('uncertain');
  const noAddress = webOrder(addContact(db, { name: 'Nobody', email: '' }));
  const optedOut = webOrder(addContact(db, { name: 'Quiet', wantsMails: false }));
  const ruleOff = webOrder();
  for (const orderId of [noAddress, optedOut]) edit(db, orderId, { picked: true });
  edit(db, ruleOff, { deliveryDate: '2026-05-01' });
  expect(knownOf(held, noAddress, optedOut, ruleOff).map(({ state, reason }) => [state, reason])).toEqual([
    ['held', 'uncertain-mail'],
    ['not-told', 'no-address'],
    ['not-told', 'opted-out'],
    ['nothing-told', null],
  ]);
});

it('says the same as the strip of each order', () => {
  const ids = [1, 2, 3].map(() => webOrder());
  edit(db, ids[0] ?? 0, { picked: true });
  edit(db, ids[1] ?? 0, { shipments: [{ id: null, carrier: '', shippingNo: '1' }] });
  for (const known of knownOf(...ids)) {
    const strip = readCustomerKnows(companyOver(db), known.orderId);
    expect([known.next.length, known.reason]).toEqual([strip.next.length, strip.notTold]);
  }
});
