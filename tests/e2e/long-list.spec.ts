import { join } from 'node:path';
import { inTransaction } from '../../main/engine/db/database.ts';
import { openTestCompany } from '../support/company.ts';
import { expect, test } from '../support/electron.ts';
import { addContact, addProduct, addWebOrder } from '../support/web-orders.ts';
import { SalesOrderList } from './pages/sales-order-list.ts';

/** More than the first two pages hold (use-order-list.ts). */
const orders = 620;
const firstOrderNo = 10_001;

test.use({
  start: async ({ userData }, use) => {
    const path = join(userData, 'many.orderbud');
    const db = await openTestCompany(path);
    const contactId = addContact(db, { name: 'Kari Nordmann' });
    const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 0 });
    inTransaction(db, () => {
      for (let n = 1; n <= orders; n++) addWebOrder(db, { contactId, webOrderNo: `W-${n}`, productId });
    });
    db.close();
    await use({ args: [path] });
  },
});

test('a list of several pages is read to its end by keyboard, and back', async ({ page }) => {
  const list = new SalesOrderList(page);
  const [newest, oldest] = [list.row(String(firstOrderNo + orders - 1)), list.row(String(firstOrderNo))];
  await newest.focus();

  // The next page is on its way while one goes to the end of those that are there
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(oldest).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Home');

  await expect(newest).toBeFocused();
});
