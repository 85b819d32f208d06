import { kari } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage } from '../pages/orders-page.ts';
import { expectToldOnce } from './told-once.ts';

test('a change that staff keep from the customer is not told; the rest is, and the history says why', async ({
  page,
  shop,
}) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.showTab('Miscellaneous');
  await orders.picked().click();
  await expect(orders.picked()).toBeChecked();
  await orders.showTab('Freight');
  await page.getByLabel('Shipping no.').fill('7012');
  await page.keyboard.press('Tab');
  await expect(orders.next()).toContainText('7012');

  await orders
    .next()
    .getByRole('button', { name: /^Don’t tell: Your order has been picked/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Don’t tell' }).click();
  await expect(page.getByRole('dialog')).toContainText('Enter why the customer is not told.');
  await page.getByLabel('Reason').fill('the wrong order was picked');
  await page.keyboard.press('Enter');
  await expect(orders.next()).toContainText('the wrong order was picked');
  await orders.showTab('History');
  await expect(page.getByRole('tabpanel', { name: 'History' })).toContainText('Reason: the wrong order was picked');

  await expectToldOnce(page, shop, { sentences: ['Shipping number: 7012.'] });
});
