import { join } from 'node:path';
import { answerFileDialogs } from '../../support/dialogs.ts';
import { jacket, kari, tent } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { WarehousePage } from '../pages/warehouse-page.ts';
import { expectToldOnce } from './told-once.ts';

test('rule 5: To be delivered changed on Product lines is told once', async ({ page, shop }) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await typeAndLeave(orders.toBeDelivered(jacket), '2');
  const sentence = `${jacket}: 2 of 3 in the next delivery (before: 3), the rest later.`;
  await expect(orders.next()).toContainText(sentence);
  await expectToldOnce(page, shop, { sentences: [sentence] });
});

test('rule 5: products delivered in the warehouse window are told once, without an invoice', async ({
  app,
  page,
  shop,
}) => {
  const warehouse = new WarehousePage(page);
  await warehouse.openDeliverProducts(kari.webOrderNo);
  await warehouse.delivered(jacket).fill('2');
  await warehouse.delivered(tent).fill('0');
  await answerFileDialogs(app, join(shop.folder, 'delivery-note.pdf'));
  await warehouse.printAndUpdateWarehouse();
  await expectToldOnce(page, shop, {
    sentences: [
      'Your order has been picked in our warehouse.',
      'The delivery note of your order has been printed.',
      `${jacket}: 2 of 3 delivered (before: 0), 1 still to come.`,
    ],
  });
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await expect(page.getByRole('button', { name: 'Invoice', exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: jacket })).toContainText('8');
});
