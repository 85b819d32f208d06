import { beforeEach, expect, it } from 'vitest';
import { all, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { customerKnowsWith, readCustomerKnows } from '../../../../main/engine/website-data/preview-service.ts';
import { openTestCompany } from '../../../support/company.ts';
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
let orderId: number;
let lineId: number;
beforeEach(async () => {
  db = await openTestCompany();
  setRules(db, 1, 3, 4, 5, 6);
  const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 9000 });
  orderId = addWebOrder(db, {
    contactId: addContact(db, { name: 'Kari' }),
    webOrderNo: 'W-1',
    productId,
    language: 'no',
  });
  lineId = onlyLineOf(db, orderId);
});
const company = () => companyOver(db);
const now = () => readCustomerKnows(company(), orderId);

/** Every row of every table. */
function everything(): unknown {
  const tables = all<{ name: string }>(
    db,
    `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'`,
  );
  return tables.map(({ name }) => [name, all(db, `SELECT * FROM "${name}"`)]);
}

it('what is typed is told as it would be told, in the customer’s language, and nothing of it is stored', () => {
  const before = everything();
  const typed = customerKnowsWith(company(), { orderId, edit: { lines: [{ lineId, toBeDeliveredMilli: 2000 }] } });
  expect(typed.next).toMatchObject([{ rule: 5, text: expect.stringContaining('Rain jacket') }]);
  expect(typed.language).toBe('no');
  expect(everything()).toEqual(before);
  expect(db.inTransaction).toBe(false);
  edit(db, orderId, { lines: [{ lineId, toBeDeliveredMilli: 2000 }] });
  expect(now().next).toEqual(typed.next);
});

it('everything that can be typed is judged: Picked, a shipping no., a date and which date it is', () => {
  const typed = customerKnowsWith(company(), {
    orderId,
    edit: {
      picked: true,
      shipments: [{ id: null, carrier: 'Posten', shippingNo: '7012' }],
      deliveryDate: '2026-12-14',
    },
  });
  expect(typed.next.map(({ rule }) => rule)).toEqual([3, 4, 6]);
  expect(typed.next[2]).toMatchObject({ dateSource: 'order' });
  expect(now().next).toEqual([]);
});

it('a value typed back to what the customer knows leaves nothing to tell', () => {
  edit(db, orderId, { lines: [{ lineId, toBeDeliveredMilli: 1000 }] });
  expect(now().next).toHaveLength(1);
  const typed = customerKnowsWith(company(), { orderId, edit: { lines: [{ lineId, toBeDeliveredMilli: 3000 }] } });
  expect(typed.next).toEqual([]);
});

it('what could not be stored is refused, and nothing of it is left', () => {
  const before = everything();
  const most = { orderId, edit: { lines: [{ lineId, toBeDeliveredMilli: 3001 }] } };
  expect(() => customerKnowsWith(company(), most)).toThrow(expect.objectContaining({ code: 'quantity-out-of-range' }));
  expect(everything()).toEqual(before);
});

it('a rule that is off says so while one types', () => {
  setRules(db, 1);
  const typed = customerKnowsWith(company(), { orderId, edit: { picked: true } });
  expect(typed).toMatchObject({ next: [], silentRules: [3] });
});

it('names the address that was refused, and what the website lacks', () => {
  inTransaction(db, (tx) =>
    run(tx, `INSERT INTO address_mark VALUES ('kari@customer.example', 550, '5.1.1', 'No such user', '2026-03-01')`),
  );
  edit(db, orderId, { picked: true });
  expect(now()).toMatchObject({
    notTold: 'address-refused',
    refusedAddress: 'kari@customer.example',
    missing: ['mail-server', 'website-address'],
    heldBy: null,
  });
});
