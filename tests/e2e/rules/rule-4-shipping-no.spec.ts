import { kari } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { expectToldOnce } from './told-once.ts';

test('rule 4: a number in Shipping no. is told once, and again when it changes', async ({ page, shop }) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.showTab('Freight');
  await orders.carrier().fill('Posten');
  await typeAndLeave(orders.shippingNo(), ' 70300012345 ');
  const entered = 'Shipping number: 70300012345 (Posten).';
  await expect(orders.next()).toContainText(entered);
  await expectToldOnce(page, shop, { sentences: [entered] });

  await orders.openOrder(kari.webOrderNo);
  await orders.showTab('Freight');
  await typeAndLeave(orders.shippingNo(), '70300099999');
  const changed = 'Shipping number changed from 70300012345 (Posten) to 70300099999 (Posten).';
  await expect(orders.next()).toContainText(changed);
  await expectToldOnce(page, shop, { sentences: [changed] });
});
