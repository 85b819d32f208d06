import { afterEach, beforeEach, expect, test } from 'vitest';
import { all } from '../../../../main/engine/db/database.ts';
import { planFor } from '../../../../main/engine/website-data/queue-mails-service.ts';
import { causesOf } from '../../../../main/engine/website-data/surge-causes-service.ts';
import { type ImportCompany, openImportCompany } from '../../../support/import-company.ts';
import { addContact, addProduct, addWebOrder, companyOver, edit, setRules } from '../../../support/web-orders.ts';

let company: ImportCompany;
beforeEach(async () => {
  company = await openImportCompany();
});
afterEach(() => company.close());

test('orders that an import changed name it as the cause, those that staff changed do not', async () => {
  const { db } = company;
  setRules(db, 3, 7);
  const contactId = addContact(db, { name: 'Kari Nordmann' });
  const empty = addProduct(db, { name: 'Tent', stockMilli: 0 });
  const byImport = addWebOrder(db, { contactId, webOrderNo: 'W-1', productId: empty });
  const byStaff = addWebOrder(db, {
    contactId,
    webOrderNo: 'W-2',
    productId: addProduct(db, { name: 'Mug', stockMilli: 0 }),
  });
  edit(db, byStaff, { picked: true });
  const { report } = await company.import('stock', 'Product no.;Stock\nP-Tent;5\n');
  expect(report.counts.changed).toBe(1);
  const { orders } = planFor(companyOver(db), 1);
  expect(causesOf(db, orders).map(({ orderId, causes }) => [orderId, causes.map(({ kind }) => kind)])).toEqual([
    [byImport, ['import', 'product']],
    [byStaff, []],
  ]);
  const [logged] = all<{ id: number }>(db, `SELECT id FROM log_entry WHERE what = 'file-imported'`);
  expect(causesOf(db, orders)[0]?.causes[0]).toMatchObject({ id: logged?.id });
});
