import { kari } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage } from '../pages/orders-page.ts';
import { expectToldOnce } from './told-once.ts';

test('rule 3: Picked on the tab Miscellaneous is told once', async ({ page, shop }) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.showTab('Miscellaneous');
  await orders.picked().click();
  await expect(orders.picked()).toBeChecked();
  await expect(orders.next()).toContainText('Your order has been picked in our warehouse.');
  await expectToldOnce(page, shop, { sentences: ['Your order has been picked in our warehouse.'] });
});
