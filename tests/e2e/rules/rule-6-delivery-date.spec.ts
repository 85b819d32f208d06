import type { Locator } from '@playwright/test';
import { datesFor } from '../../../renderer/ui/dates.ts';
import { formatDate } from '../../../shared/formatting.ts';
import { dayIn, kari, tent } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { ProductsPage } from '../pages/products-page.ts';
import { PurchasesPage } from '../pages/purchases-page.ts';
import { expectNothingToTell, expectToldOnce } from './told-once.ts';

const { formatDate: shown } = datesFor({ language: 'en', region: 'en-GB' });

function moved(from: string, to: string): string {
  return `Expected delivery of ${tent} moved from ${formatDate(from, 'en')} to ${formatDate(to, 'en')}.`;
}

// Tents alone: a date of the order holds for every line that has none of its own.
test.use({ shopOptions: { kariBuys: { [tent]: 2 } } });

test('rule 6: the product’s date goes before the order’s, and that before the purchase’s', async ({ page, shop }) => {
  test.slow();
  const orders = new OrdersPage(page);
  const products = new ProductsPage(page);
  const purchases = new PurchasesPage(page);
  const setDate = async (field: Locator, date: string) => {
    await typeAndLeave(field, shown(date));
    await expect(field).toHaveValue(shown(date));
  };
  const setOrderDate = async (date: string) => {
    await orders.openOrder(kari.webOrderNo);
    await orders.showTab('Miscellaneous');
    await setDate(orders.deliveryDate(), date);
  };

  await test.step('the purchase’s date holds while no other is entered', async () => {
    await purchases.openFirst();
    await setDate(purchases.deliveryDate(), dayIn(21));
    await expectToldOnce(page, shop, { sentences: [moved(shop.tentsComeOn, dayIn(21))] });
  });

  await test.step('the product’s date goes before it', async () => {
    await products.open(tent);
    await setDate(products.expectedDeliveryDate(), dayIn(35));
    await expectToldOnce(page, shop, { sentences: [moved(dayIn(21), dayIn(35))] });
  });

  await test.step('dates that the product’s goes before are not told', async () => {
    await purchases.openFirst();
    await setDate(purchases.deliveryDate(), dayIn(60));
    await setOrderDate(dayIn(42));
    await expectNothingToTell(page, shop);
  });

  await test.step('without the product’s date the order’s holds, not the purchase’s', async () => {
    await products.open(tent);
    await typeAndLeave(products.expectedDeliveryDate(), '');
    await expect(products.expectedDeliveryDate()).toHaveValue('');
    await expectToldOnce(page, shop, { sentences: [moved(dayIn(35), dayIn(42))] });
  });
});
