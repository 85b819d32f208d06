import { beforeEach, expect, it } from 'vitest';
import { type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { editPurchase, receivePurchase } from '../../../../main/engine/purchasing/purchase-service.ts';
import { countStock } from '../../../../main/engine/warehouse/stock-taking-service.ts';
import { findConcerned } from '../../../../main/engine/website-data/concerned-service.ts';
import { anOrder, aProduct, aPurchase, checkNothing, pieces, purchaseAt } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';
import { addContact, addWebOrder, companyOver, editRules, setRules } from '../../../support/web-orders.ts';

let db: ReadDb;
let tent: number;
let purchaseOrderId: number;
let purchaseLineId: number;
beforeEach(async () => {
  db = await openTestCompany();
  command(db, (tx) =>
    run(tx, `UPDATE website SET smtp_host = 'mail.shop.example', my_page_url = 'https://my.shop.example'`),
  );
  tent = aProduct(db);
  const built = aPurchase(db, { deliveryDate: '2026-04-01', lines: [{ productId: tent, orderedMilli: pieces(9) }] });
  purchaseOrderId = built.purchaseOrderId;
  purchaseLineId = built.purchaseLineIds[0] ?? 0;
});
const waits = (webOrderNo: string) =>
  addWebOrder(db, {
    contactId: addContact(db, { name: 'Kari Nordmann', email: `${webOrderNo}@customer.example` }),
    webOrderNo,
    productId: tent,
  });
const concerned = () => findConcerned(companyOver(db), [tent]);
const moveDate = (deliveryDate: string) =>
  command(db, (tx, context) => editPurchase(tx, context, { ...purchaseAt(db, purchaseOrderId), deliveryDate }));

it('a changed purchase date is told to the customers who go by it, when rule 6 is on', () => {
  setRules(db, 6);
  waits('W-1');
  waits('W-2');
  anOrder(db, { webOrderNo: null, lines: [{ productId: tent, orderedMilli: pieces(1) }] });
  checkNothing(db);
  expect(concerned()).toMatchObject({ waiting: 3, told: 0, silent: 0 });
  moveDate('2026-04-20');
  expect(concerned()).toMatchObject({ waiting: 3, told: 2, silent: 0, notTold: 0, isCut: false });
});

it('an order that cannot be judged hides no other', () => {
  setRules(db, 6);
  const broken = waits('W-1');
  waits('W-2');
  checkNothing(db);
  moveDate('2026-04-20');
  command(db, (tx) => run(tx, `UPDATE ledger SET baseline = '[]' WHERE order_id = @broken`, { broken }));
  expect(concerned()).toMatchObject({ waiting: 2, told: 1 });
});

it('with rule 6 off it is said which rule is off', () => {
  setRules(db, 1);
  waits('W-1');
  checkNothing(db);
  moveDate('2026-04-20');
  expect(concerned()).toMatchObject({ waiting: 1, told: 0, silent: 1, silentRules: [6] });
});

it('what an option leaves unsaid is counted apart: it is told once it has added up', () => {
  setRules(db, 6);
  editRules(db, { ruleOptions: { 6: { toleranceDays: 3 } } });
  waits('W-1');
  checkNothing(db);
  moveDate('2026-04-02');
  expect(concerned()).toMatchObject({ waiting: 1, told: 0, silent: 0, filtered: 1, notTold: 0 });
  moveDate('2026-04-05');
  expect(concerned()).toMatchObject({ told: 1, filtered: 0 });
});

it('goods that came or were counted are told under rule 7', () => {
  setRules(db, 7);
  waits('W-1');
  checkNothing(db);
  const lines = [{ purchaseLineId, quantityMilli: pieces(1) }];
  command(db, (tx, context) => receivePurchase(tx, context, { ...purchaseAt(db, purchaseOrderId), lines }));
  expect(concerned()).toMatchObject({ told: 1 });
  command(db, (tx, context) => countStock(tx, context, { productId: tent, warehouseId: 1, countedMilli: 0 }));
  expect(concerned()).toMatchObject({ waiting: 1, told: 0, silent: 0 });
});

it('whoever opted out has news that is not told', () => {
  setRules(db, 6);
  waits('W-1');
  command(db, (tx) => run(tx, 'UPDATE contact SET customer_opted_out = 1'));
  checkNothing(db);
  moveDate('2026-04-20');
  expect(concerned()).toMatchObject({ told: 0, notTold: 1 });
});
