import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { answerFileDialogs } from '../support/dialogs.ts';
import { kari, lars } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

test('the mail log finds a mail, saves it byte by byte, and remembers that it came back', async ({
  app,
  page,
  shop,
}) => {
  const orders = new OrdersPage(page);
  await orders.markPicked(kari.webOrderNo);
  await orders.markPicked(lars.webOrderNo);
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  await websiteData.run();
  const window = new MainWindow(page);
  await window.command('view.e-commerce.mail-log');
  await window.shows('Mail log');
  const rows = page.getByRole('grid', { name: 'Mail log' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Search the mail log' }).fill('nordmann');
  await expect(rows).toHaveCount(2);
  await rows.nth(1).click();
  const dialog = page.getByRole('dialog', { name: kari.webOrderNo });
  await expect(dialog).toContainText('Accepted');

  const path = join(shop.folder, 'kept.eml');
  await answerFileDialogs(app, path);
  await dialog.getByRole('button', { name: 'Save as .eml…' }).click();
  await expect(page.getByText('kept.eml saved').first()).toBeVisible();
  const toKari = shop.mails.find(({ to }) => to === kari.email);
  expect(await readFile(path)).toEqual(toKari?.raw);

  await dialog.getByRole('button', { name: 'It came back…' }).click();
  await page.getByLabel('What the answer said').fill('No such person here');
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toContainText('Came back');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('No such person here');
  await page.keyboard.press('Escape');
  await websiteData.button().click();
  await websiteData.putAway();
  await expect(websiteData.refusedAddresses()).toContainText(kari.email);
});

test('what one customer was told is exported as a zip', async ({ app, page, shop }) => {
  await new OrdersPage(page).markPicked(kari.webOrderNo);
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  await websiteData.run();
  const window = new MainWindow(page);
  await window.command('view.contacts');
  await page.getByRole('row', { name: kari.name, exact: true }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  const path = join(shop.folder, 'kari.zip');
  await answerFileDialogs(app, path);
  await page.getByRole('button', { name: 'Export the mails…' }).click();
  await expect(page.getByText('kari.zip saved').first()).toBeVisible();
  const files = Object.keys(unzipSync(new Uint8Array(await readFile(path))));
  expect(files).toEqual(['mails.csv', 'not-told.csv', expect.stringMatching(/^mails\/.+ accepted\.eml$/)]);
});
