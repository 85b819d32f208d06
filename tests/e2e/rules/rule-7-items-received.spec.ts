import { kari, tent } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { PurchasesPage } from '../pages/purchases-page.ts';
import { pressShortcut } from '../pages/shortcut.ts';
import { StockTakingPage } from '../pages/stock-taking-page.ts';
import { expectToldOnce } from './told-once.ts';

const backInStock = `${tent} is now back in stock.`;

test('rule 7: items received from the supplier are told once', async ({ page, shop }) => {
  const purchases = new PurchasesPage(page);
  await purchases.openFirst();
  await purchases.receive({ [tent]: '10' });
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await expect(orders.next()).toContainText(backInStock);
  await expectToldOnce(page, shop, { sentences: [backInStock] });
});

test('rule 7: stock that rises from 0 by stock taking is told once', async ({ app, page, shop }) => {
  const stock = new StockTakingPage(page);
  await stock.open();
  await typeAndLeave(stock.counted(tent), '4');
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await expect(orders.next()).toContainText(backInStock);
  await expectToldOnce(page, shop, { sentences: [backInStock], openBy: () => pressShortcut(app, 'F9') });
});
