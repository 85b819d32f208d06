import { kari, sender } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';

const name = 'Kari\r\nBcc: thief@evil.example\r\n\r\n<img src=x onerror="document.title=1">';
const shippingNo = '7012<script>document.title=2</script>';

test.use({ shopOptions: { kariName: name } });

test('line breaks and HTML in names stay text: in the window, in the mail and on My page', async ({ page, shop }) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await expect(page.getByRole('main')).toContainText('<img src=x onerror=');
  await orders.showTab('Freight');
  await typeAndLeave(orders.shippingNo(), shippingNo);
  await expect(orders.next()).toContainText(`Shipping number: ${shippingNo}.`);
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 1, 'Accepted by the mail server': 1 });
  await expect(page).toHaveTitle(/Orderbud/);

  const [mail] = shop.mails;
  expect(shop.mails).toHaveLength(1);
  expect(mail).toMatchObject({ from: sender.address, to: kari.email });
  expect(mail?.parsed.bcc).toBeUndefined();
  expect(mail?.parsed.headerLines.map(({ key }) => key)).not.toContain('bcc');
  expect(mail?.parsed.to).toMatchObject({ value: [{ address: kari.email }] });
  expect(mail?.parsed.text).not.toMatch(/^Bcc:/m);
  expect(mail?.parsed.text).toContain(`Shipping number: ${shippingNo}.`);
  expect(mail?.parsed.html).not.toMatch(/<script|<img[^>]*onerror/i);
  expect(await shop.readMyPage()).toContain(`Shipping number: ${shippingNo}.`);
});
