import { expect, test } from '../my-page-test.ts';
import { OrderPage } from '../pages/order-page.ts';
import { OrdersPage } from '../pages/orders-page.ts';

test('orders stand newest first, each with its status, when it is expected and what it costs', async ({
  page,
  shop,
  member,
}) => {
  await shop.publishOrders(member, [
    { webOrderNo: 'W-1', orderDate: '2026-01-10', statusText: 'Delivered', isFinished: true },
    { webOrderNo: 'W-3', orderDate: '2026-03-01', statusText: 'Partly delivered', total: 'NOK 1,250.00' },
    { webOrderNo: 'W-2', orderDate: '2026-02-10' },
  ]);
  const orders = new OrdersPage(page);
  await orders.open();
  await expect(orders.orderNos()).toHaveText(['W-3', 'W-2', 'W-1']);
  await expect(orders.row('W-3')).toContainText('1 Mar 2026');
  await expect(orders.row('W-3')).toContainText('Partly delivered');
  await expect(orders.row('W-3')).toContainText('Expected 14 Dec 2026');
  await expect(orders.row('W-3')).toContainText('NOK 1,250.00');
  await expect(orders.row('W-1')).not.toContainText('Expected');
  await expect(page.getByText('As of 3 Mar 2026, 09:12')).toBeVisible();
});

test('a search finds orders by number and by product, and leads back to all of them', async ({
  page,
  shop,
  member,
}) => {
  const [, tent] = await shop.publishOrders(member, [
    { webOrderNo: 'W-41', orderDate: '2026-02-01' },
    { webOrderNo: 'W-42', orderDate: '2026-02-02', lines: [lineOf('Tunnel tent')] },
  ]);
  const orders = new OrdersPage(page);
  await orders.open();
  await orders.search('w-41');
  await expect(orders.orderNos()).toHaveText(['W-41']);
  await orders.search('TUNNEL');
  await expect(orders.orderNos()).toHaveText(['W-42']);
  await orders.search('kayak');
  await expect(page.getByRole('status')).toContainText('kayak');
  await page.getByRole('link', { name: 'All orders' }).click();
  await expect(orders.orderNos()).toHaveText(['W-42', 'W-41']);
  await orders.row('W-42').click();
  await expect(page).toHaveURL(`/orders/${tent?.orderId}`);
});

test('a long history comes in pages, and a search stays on when one turns them', async ({ page, shop, member }) => {
  const numbers = Array.from({ length: 30 }, (_, index) => String(index + 1).padStart(2, '0'));
  await shop.publishOrders(member, [
    ...numbers.map((no) => ({ webOrderNo: `W-${no}`, orderDate: `2026-01-${no}`, lines: [lineOf('Wool socks')] })),
    { webOrderNo: 'W-99', orderDate: '2026-02-01' },
  ]);
  const orders = new OrdersPage(page);
  await orders.open();
  await orders.search('wool');
  await expect(orders.orderNos()).toHaveCount(25);
  await expect(orders.orderNos().first()).toHaveText('W-30');
  await orders.older();
  await expect(orders.orderNos()).toHaveText(['W-05', 'W-04', 'W-03', 'W-02', 'W-01']);
  await expect(page.getByText('Page 2 of 2')).toBeVisible();
  await orders.newer();
  await expect(orders.orderNos().first()).toHaveText('W-30');
});

test('a back order stands under its origin, and its page names it', async ({ page, shop, member }) => {
  const origin = await shop.publishOrder(member, { webOrderNo: 'W-7' });
  const rest = { originOrderId: origin.orderId, webOrderNo: 'W-7 / rest 1' };
  await shop.publishOrder(member, rest);
  const orders = new OrdersPage(page);
  await orders.open();
  await orders.backOrdersOf('W-7').click();
  await expect(new OrderPage(page).heading()).toHaveText('Order W-7 / rest 1');
  await page.getByRole('link', { name: 'W-7', exact: true }).click();
  await expect(new OrderPage(page).heading()).toHaveText('Order W-7');
});

test('an order that the shop has not handled yet stands on top, and its page shows what was ordered', async ({
  page,
  shop,
  member,
}) => {
  await shop.publishOrder(member, { webOrderNo: 'W-801' });
  await shop.placeOrder(member, { webOrderNo: 'W-802' });
  const orders = new OrdersPage(page);
  await orders.open();
  await expect(orders.orderNos()).toHaveText(['W-802', 'W-801']);
  await orders.row('W-802').click();
  await expect(page.getByText('Received, not yet handled')).toBeVisible();
  await expect(page.getByText('Rain jacket')).toBeVisible();
});

function lineOf(description: string) {
  return {
    productNo: 'N-2',
    description,
    ordered: '1',
    delivered: '0',
    toCome: '1',
    expected: '',
    price: '100.00',
    amount: '100.00',
  };
}
