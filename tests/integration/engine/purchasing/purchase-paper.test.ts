import { beforeEach, expect, it } from 'vitest';
import { all, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { logPurchasePrinted, readPurchasePaper } from '../../../../main/engine/purchasing/purchase-paper-service.ts';
import { cancelPurchase } from '../../../../main/engine/purchasing/purchase-service.ts';
import { aProduct, aPurchase, pieces, purchaseAt } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

const createdAt = '2026-03-03T10:12:00.000Z';
let db: ReadDb;
let purchaseOrderId: number;
beforeEach(async () => {
  db = await openTestCompany();
  const productId = aProduct(db);
  const lines = [
    { productId, orderedMilli: pieces(4) },
    { productId, orderedMilli: pieces(2), deliveryDate: '2026-04-09' },
  ];
  ({ purchaseOrderId } = aPurchase(db, { deliveryDate: '2026-04-01', lines }));
});
const paper = () => readPurchasePaper(db, purchaseOrderId, createdAt).model;

it('is in the supplier’s language and goes to the supplier; each line has the date that holds for it', () => {
  command(db, (tx) => run(tx, "UPDATE contact SET language = 'de', name = 'Zelte GmbH', city = 'Kiel'", {}));
  expect(paper()).toMatchObject({
    language: 'de',
    recipient: { name: 'Zelte GmbH', city: 'Kiel' },
    lines: [
      { orderedMilli: 4000, deliveryDate: '2026-04-01' },
      { orderedMilli: 2000, deliveryDate: '2026-04-09' },
    ],
  });
});

it('leaves out a line of which nothing is ordered any more', () => {
  command(db, (tx) => run(tx, 'UPDATE purchase_line SET ordered_milli = 0 WHERE position = 1', {}));
  expect(paper().lines).toMatchObject([{ orderedMilli: 2000 }]);
});

it('is not printed once the purchase order is cancelled', () => {
  command(db, (tx, context) => cancelPurchase(tx, context, purchaseAt(db, purchaseOrderId)));
  expect(paper).toThrow(expect.objectContaining({ code: 'purchase-finished' }));
});

it('that was printed is logged', () => {
  const seen = purchaseAt(db, purchaseOrderId);
  command(db, (tx, context) => logPurchasePrinted(tx, context, { ...seen, how: 'pdf' }));
  const [entry] = all<{ details: string }>(db, "SELECT details FROM log_entry WHERE what = 'purchase-printed'", {});
  expect(JSON.parse(entry?.details ?? '')).toEqual({ ...seen, how: 'pdf' });
});
