import { randomUUID } from 'node:crypto';
import { linkIn } from '../../support/my-page-mails.ts';
import { expect, test } from '../my-page-test.ts';
import { LookUpPage } from '../pages/look-up-page.ts';
import { OrderPage } from '../pages/order-page.ts';

test('a guest sees an order by a mailed link, once and for half an hour; asking shows nothing by itself', async ({
  page,
  shop,
  site,
  request,
}) => {
  const guest = { ...(await shop.newCustomer()), email: `guest.${randomUUID()}@example.com` };
  const order = await shop.publishOrder(guest, { accountId: null, webOrderNo: orderNo() });
  const lookUp = new LookUpPage(page);
  await page.goto('/log-in');
  await page.getByRole('link', { name: 'Look up an order' }).click();
  await lookUp.ask(order.webOrderNo, guest.email);
  await expect(page.getByRole('heading', { name: 'Look in your inbox' })).toBeVisible();
  await expect(page.getByText(order.statusText, { exact: true })).toHaveCount(0);
  const link = linkIn(await site.mailBox.mailTo(guest.email));
  expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  await lookUp.show();
  await expect(new OrderPage(page).heading()).toHaveText(`Order ${order.webOrderNo}`);
  await expect(new OrderPage(page).line('Rain jacket')).toBeVisible();
  await page.goto(link);
  await expect(lookUp.spent()).toBeVisible();
  await site.forward({ minutes: 31 });
  await page.goto('/look-up/order');
  await expect(page.getByRole('heading', { name: 'This view has ended' })).toBeVisible();
});

test("another customer's order number gets the same answer, and no mail", async ({ page, shop, site, kari }) => {
  const order = await shop.publishOrder(kari, { webOrderNo: orderNo() });
  const stranger = `stranger.${randomUUID()}@example.com`;
  const lookUp = new LookUpPage(page);
  await lookUp.open();
  await lookUp.ask(order.webOrderNo, stranger);
  await expect(page.getByRole('heading', { name: 'Look in your inbox' })).toBeVisible();
  await lookUp.open();
  await lookUp.ask(order.webOrderNo, kari.email);
  await site.mailBox.mailTo(kari.email, new RegExp(order.webOrderNo));
  expect(site.mailBox.mailsTo(stranger)).toEqual([]);
});

function orderNo(): string {
  return `G-${randomUUID().slice(0, 8)}`;
}
