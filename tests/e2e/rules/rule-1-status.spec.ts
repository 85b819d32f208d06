import { jacket, kari, tent } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { expectToldOnce } from './told-once.ts';

test.describe('to a customer who reads Norwegian', () => {
  test.use({ shopOptions: { language: 'no', kariBuys: { [jacket]: 3 } } });

  test('rule 1: an order that is invoiced is told once, in the language of the order', async ({ page, shop }) => {
    const orders = new OrdersPage(page);
    await orders.openOrder(kari.webOrderNo);
    await orders.invoice();
    await expect(page.getByRole('main')).toContainText('Invoice');
    const status = 'Ordrestatus: Fakturert (før: Under behandling).';
    await expect(orders.next()).toContainText(status);
    await expectToldOnce(page, shop, { sentences: [status, `${jacket}: alle 3 er levert (før: 0).`] });
  });
});

test('rule 1: a part invoice is told with the back order that it makes', async ({ page, shop }) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await typeAndLeave(orders.toBeDelivered(tent), '0');
  await expect(orders.next()).toContainText(`${tent}: not in the next delivery`);
  await orders.invoice();
  await expectToldOnce(page, shop, {
    sentences: [
      'Order status: Invoiced (before: In progress).',
      `The rest follows as back order ${kari.webOrderNo} / rest 1.`,
      `${jacket}: all 3 delivered (before: 0).`,
    ],
  });
  expect(await shop.readMyPage(`${kari.webOrderNo} / rest 1`)).toContain(tent);
});
