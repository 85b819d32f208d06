import { randomUUID } from 'node:crypto';
import type { PublishedProduct } from '../../../shared/my-page/protocol.ts';
import type { ShopDesk } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { CustomerForm } from '../pages/customer-form.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { OrdersPage } from '../pages/orders-page.ts';

const jacket: PublishedProduct = {
  productNo: 'N-1001',
  name: 'Rain jacket',
  unit: 'pcs',
  unitPriceMinor: 80_000,
  vatPermille: 250,
  currency: 'NOK',
  webStockMilli: 4000,
};

test.beforeEach(({ shop }) => shop.publishProducts([jacket]));

test('no password protection: anyone orders in the shop, and nobody registers', async ({ page, shop }) => {
  await shop.publishSettings({ passwordMode: 'none', approval: 'automatic' });
  await page.goto('/register');
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
  await page.goto('/shop');
  const name = await orderAsGuest(page);
  expect(await ordersOf(shop, name)).toMatchObject([{ order: { siteAccountId: null } }]);
});

for (const passwordMode of ['whole-website', 'webshop-only'] as const) {
  test(`${passwordMode}: the shop opens after log-in, and its order is the customer's own`, async ({
    page,
    context,
    shop,
    member,
  }) => {
    await shop.publishSettings({ passwordMode });
    await context.clearCookies();
    await page.goto('/shop');
    await new LogInPage(page).logIn(member.email);
    await expect(page.getByRole('heading', { name: 'Shop', level: 1 })).toBeVisible();
    const form = new CustomerForm(page);
    await form.fill({ 'Quantity of Rain jacket': '2', Address: 'Storgata 1', Postcode: '0155', City: 'Oslo' });
    await form.send('Place order');
    const orderNo = await page.locator('.thanks-no strong').innerText();
    await page.getByRole('link', { name: 'Follow your orders' }).click();
    await expect(new OrdersPage(page).row(orderNo)).toContainText('Received, not yet handled');
  });
}

test('voluntary log-in: who is not logged in orders as well', async ({ page, shop }) => {
  await shop.publishSettings({ passwordMode: 'voluntary' });
  await page.goto('/shop');
  await expect(page.getByRole('main')).toContainText('4 pcs in stock');
  const name = await orderAsGuest(page);
  expect(await ordersOf(shop, name)).toMatchObject([
    { order: { siteAccountId: null, lines: [{ productNo: 'N-1001', quantityMilli: 2000 }] } },
  ]);
});

test('an order without a product says so and keeps what was typed', async ({ page }) => {
  await page.goto('/shop');
  const form = new CustomerForm(page);
  await form.fill({ Name: 'Ola Nordmann' });
  await form.send('Place order');
  await expect(page.getByRole('alert')).toHaveText('Choose a quantity of at least one product.');
  await expect(form.field('Name')).toHaveValue('Ola Nordmann');
});

/** @returns the name under which it was placed */
async function orderAsGuest(page: CustomerForm['page']): Promise<string> {
  const name = `Guest ${randomUUID()}`;
  const form = new CustomerForm(page);
  await form.fill({
    'Quantity of Rain jacket': '2',
    Name: name,
    'E-mail': 'guest@example.com',
    Address: 'Storgata 1',
    Postcode: '0155',
    City: 'Oslo',
  });
  await form.send('Place order');
  await expect(page.getByRole('heading', { name: 'Thank you for your order' })).toBeVisible();
  return name;
}

function ordersOf(shop: ShopDesk, name: string) {
  return shop.enquiriesOf('order', ({ order }) => order.customer.name === name);
}
