import { kari, lars } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

const picked = 'Your order has been picked';

test('the preview shows each mail in the bytes that go out, by the keyboard, and what is held does not go', async ({
  page,
  shop,
}) => {
  await pick(page, kari.webOrderNo, lars.webOrderNo);
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  const rows = websiteData.wouldBeTold().getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(`${kari.name}${kari.webOrderNo}${picked}`);
  await expect(rows.nth(1)).toContainText(`Picked${kari.email}English`);

  await rows.nth(1).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Not sent yet');
  await expect(dialog.frameLocator('iframe').getByRole('listitem')).toBeVisible();
  await dialog.getByRole('tab', { name: 'Source' }).click();
  const source = await dialog.getByRole('region', { name: 'The mail as source' }).innerText();
  await page.keyboard.press('Escape');

  await rows.nth(2).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Hold the customer…' }).click();
  await dialog.getByLabel('Reason, for your colleagues').fill('Lars called');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(2);
  await page.getByRole('tab', { name: 'Not told (1)' }).click();
  await expect(websiteData.notTold()).toContainText('You hold the customer');

  expect(await websiteData.run()).toMatchObject({
    'Accepted by the mail server': 1,
    'Held: you hold the customer': 1,
  });
  await expect(websiteData.report()).toContainText('1 mail went as shown in the preview');
  expect(shop.mails).toHaveLength(1);
  expect(headersOf(shop.mails[0]?.raw.toString() ?? '')).toEqual(headersOf(source));

  await websiteData.putAway();
  await page.getByRole('tab', { name: 'On hold (1)' }).click();
  const held = page.getByRole('region', { name: 'On hold' });
  await expect(held).toContainText('Lars called');
  await held.getByRole('row').nth(1).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Let go' }).click();
  await expect(page.getByRole('tab', { name: 'On hold (0)' })).toBeVisible();
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 1, 'Accepted by the mail server': 1 });
  expect(shop.mails[1]?.to).toBe(lars.email);
});

test('with "Show the preview before sending" a run stops before the first mail until staff say that the mails are right', async ({
  page,
  shop,
}) => {
  const settings = new WebsiteSettingsPage(page);
  await settings.open('Settings Webshop');
  await page.getByRole('checkbox', { name: 'Show the preview before sending' }).click();
  await expect(page.getByRole('checkbox', { name: 'Show the preview before sending' })).toBeChecked();
  await pick(page, kari.webOrderNo);
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 1, 'Waiting for the next run': 1 });
  await expect(page.getByRole('alert')).toContainText('stopped before the first mail');
  expect(shop.mails).toHaveLength(0);
  expect(await shop.readMyPage()).toContain(picked);

  await websiteData.putAway();
  await page.getByRole('button', { name: 'They are right: start again' }).click();
  expect(await websiteData.finished()).toMatchObject({ 'Accepted by the mail server': 1 });
  await expect(websiteData.report()).toContainText('1 mail went as shown in the preview');
  expect(shop.mails).toHaveLength(1);
});

test('the surge brake stops a run that would tell unusually many; "Tell nobody" keeps the mistake from all of them', async ({
  page,
  shop,
}) => {
  const settings = new WebsiteSettingsPage(page);
  await settings.open('Settings Webshop');
  const most = page.getByRole('textbox', { name: 'Stop a run of more than' });
  await most.fill('1');
  await most.press('Tab');
  await pick(page, kari.webOrderNo, lars.webOrderNo);
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  await websiteData.run();
  await expect(page.getByRole('alert')).toContainText('It would have told 2 customers');
  await websiteData.putAway();
  await page.getByRole('button', { name: 'Tell nobody…' }).click();
  await page.getByLabel('Reason, for your colleagues').fill('The scanner picked all');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('nobody is to hear of it');
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0 });
  expect(shop.mails).toHaveLength(0);
});

async function pick(page: OrdersPage['page'], ...webOrderNos: readonly string[]): Promise<void> {
  const orders = new OrdersPage(page);
  for (const webOrderNo of webOrderNos) {
    await orders.openOrder(webOrderNo);
    await orders.showTab('Miscellaneous');
    await orders.picked().click();
    await expect(orders.picked()).toBeChecked();
  }
}

/** Every header line, which the window may wrap otherwise than the bytes do. */
function headersOf(source: string): readonly string[] {
  const [head = ''] = source.replaceAll('\r', '').split('\n\n');
  return head
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => !/^(Received|Return-Path):/i.test(line));
}
