import { expect, test } from '../my-page-test.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { OrderPage } from '../pages/order-page.ts';

test('an order shows what was said, what comes when, and where its parcels are', async ({ page, shop, member }) => {
  const { orderId } = await shop.publishOrder(member, {
    webOrderNo: 'W-50',
    news: [
      { at: '2026-03-02T10:00:00Z', sentences: ['2 of 3 are on their way.', 'The rest is expected 14 Dec 2026.'] },
      { at: '2026-03-01T08:00:00Z', sentences: ['Your order has been picked.'] },
    ],
  });
  const order = new OrderPage(page);
  await order.open(orderId);
  await expect(order.heading()).toHaveText('Order W-50');
  await expect(order.news()).toHaveText([
    /2 Mar 2026, 11:00\s*2 of 3 are on their way\.\s*The rest is expected 14 Dec 2026\./,
    /1 Mar 2026, 09:00\s*Your order has been picked\./,
  ]);
  const cells = order.line('Rain jacket').getByRole('cell');
  await expect(cells).toContainText(['3', '2', '1', '14 Dec 2026', '100.00', '300.00']);
  await expect(order.trackingLink('7012')).toHaveAttribute('href', 'https://track.example/7012');
});

test('an order in the language it was made in keeps its sentences, whatever the pages speak', async ({
  page,
  shop,
  member,
}) => {
  const sentences = ['Bestillingen din er plukket.'];
  const { orderId } = await shop.publishOrder(member, {
    language: 'nb',
    news: [{ at: '2026-03-02T10:00:00Z', sentences }],
  });
  await new OrderPage(page).open(orderId);
  await expect(page.getByText('Bestillingen din er plukket.')).toBeVisible();
  await expect(page.getByText('Bestillingen din er plukket.').locator('..')).toHaveAttribute('lang', 'nb');
});

test('the link to an order leads through log-in to that order', async ({ page, shop, kari, context, userAgent }) => {
  const { orderId } = await shop.publishOrder(kari, { webOrderNo: 'W-51' });
  await shop.logIn(context, kari, userAgent ?? '');
  await context.clearCookies();
  const order = new OrderPage(page);
  await order.open(orderId);
  await new LogInPage(page).logIn(kari.email);
  await expect(order.heading()).toHaveText('Order W-51');
});

test("another customer's order is not found", async ({ page, shop, member }) => {
  const other = await shop.newCustomer();
  const { orderId } = await shop.publishOrder(other);
  expect(member.accountId).not.toBe(other.accountId);
  await new OrderPage(page).open(orderId);
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
});
