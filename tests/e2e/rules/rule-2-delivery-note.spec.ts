import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerFileDialogs } from '../../support/dialogs.ts';
import { kari } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage } from '../pages/orders-page.ts';
import { expectToldOnce } from './told-once.ts';

/** As the company settings stand at first, printing the delivery note marks the order as picked: one mail tells both. */
const picked = 'Your order has been picked in our warehouse.';
const printed = 'The delivery note of your order has been printed.';

test('rule 2: a delivery note saved as PDF is told once; a closed dialog tells nothing', async ({
  app,
  page,
  shop,
}) => {
  const path = join(shop.folder, 'delivery-note.pdf');
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await answerFileDialogs(app, null);
  await orders.saveDeliveryNote();
  await expect(page.getByRole('button', { name: 'Print delivery note', exact: true })).toBeEnabled();
  await expect(orders.next()).toContainText('Nothing');
  await answerFileDialogs(app, path);
  await orders.saveDeliveryNote();
  await expect(orders.next()).toContainText(printed);
  expect((await readFile(path, 'latin1')).slice(0, 5)).toBe('%PDF-');
  await expectToldOnce(page, shop, { sentences: [picked, printed] });
});
