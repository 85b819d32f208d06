import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { answerFileDialogs } from '../support/dialogs.ts';
import { jacket, kari, kariLogin, lars } from '../support/e2e-shop.ts';
import { pdfPages } from '../support/pdf-text.ts';
import { expect, test } from '../support/shop-test.ts';
import { ContactsPage } from './pages/contacts-page.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

test.slow();
test.use({ shopOptions: { kariBuys: { [jacket]: 3 } } });

test('a printed delivery note and an invoice reach My page as PDFs that the customer downloads', async ({
  app,
  page,
  shop,
}) => {
  const orders = new OrdersPage(page);
  const websiteData = new WebsiteDataPage(page);
  const settings = new WebsiteSettingsPage(page);

  await settings.open('Website');
  for (const what of ['delivery notes', 'invoices and credit notes']) {
    const check = page.getByRole('checkbox', { name: `Publish ${what} on My page` });
    await expect(check).not.toBeChecked();
    await check.click();
    await expect(check).toBeChecked();
  }

  await orders.openOrder(kari.webOrderNo);
  await answerFileDialogs(app, join(shop.folder, 'note.pdf'));
  await orders.saveDeliveryNote();
  await expect(page.getByText(/^Delivery note .* saved/).first()).toBeVisible();
  await orders.invoice();
  await websiteData.open();
  await websiteData.run();

  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const customer = await openOrderPage(browser, shop.myPage.url);
    const [note, invoice] = [await download(customer, /Delivery note/), await download(customer, /Invoice/)];
    expect(note.name).toMatch(/^Delivery note \d+-1\.pdf$/);
    expect(invoice.name).toMatch(/^Invoice \d+\.pdf$/);
    for (const { text } of [note, invoice]) {
      expect(text).toContain(kari.name);
      expect(text).toContain(jacket);
    }
    expect(invoice.text).toContain(kari.webOrderNo);
  } finally {
    await browser.close();
  }
  // The customer got the paper itself, not another drawing of it
  expect(pdfPages(await readFile(join(shop.folder, 'note.pdf'))).join('\n')).toContain(jacket);
});

test('a customer without open orders is erased, here and on My page', async ({ page, shop }) => {
  const window = new MainWindow(page);
  const orders = new OrdersPage(page);
  const websiteData = new WebsiteDataPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.invoice();
  await websiteData.open();
  await websiteData.run();
  await test.step('who has an open order is not erased, and the dialog says which', async () => {
    await openContact(page, lars.name);
    await page.getByRole('button', { name: 'Erase customer…' }).click();
    await expect(window.dialog()).toContainText(`needs to know who the customer is: ${lars.webOrderNo}.`);
    await expect(window.dialog().getByRole('button', { name: 'Erase customer' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(window.dialog()).toBeHidden();
  });

  await test.step('who has none is erased here, and on My page with the next run', async () => {
    await openContact(page, kari.name);
    await page.getByRole('button', { name: 'Erase customer…' }).click();
    const erase = window.dialog().getByRole('button', { name: 'Erase customer' });
    await expect(erase).toBeDisabled();
    await window
      .dialog()
      .getByRole('checkbox', { name: /^Erase for good/ })
      .click();
    await erase.click();
    await window.shows(/^Erased customer \d+$/);
    await expect(page.getByText('The orders keep their numbers, dates and amounts.')).toBeVisible();
    await expect(page.getByText(kari.webOrderNo)).toBeVisible();
    await websiteData.open();
    await websiteData.run();
    await expect(shop.readMyPage()).rejects.toThrow('lists no order');
  });

  await test.step('the mail log says that the text of the mail is gone, and shows no empty one', async () => {
    await window.command('view.e-commerce.mail-log');
    await page.getByRole('row', { name: /^Erased customer \d+: Text removed$/ }).click();
    await expect(window.dialog()).toContainText('The text of this mail was removed');
    await expect(window.dialog().getByRole('tab')).toHaveCount(0);
    await expect(window.dialog().getByRole('heading')).toHaveText('Mail');
  });
});

async function openContact(page: Page, name: string): Promise<void> {
  const contacts = new ContactsPage(page);
  await contacts.open();
  await page.getByRole('row', { name }).click();
  await new MainWindow(page).shows(name);
}

async function openOrderPage(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${url}/log-in`);
  await page.getByLabel('E-mail').fill(kariLogin.email);
  await page.getByLabel('Password').fill(kariLogin.password);
  await page.locator('main').getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('link', { name: kari.webOrderNo }).first().click();
  return page;
}

async function download(page: Page, name: RegExp): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: new RegExp(`^Download .*${name.source}`) }).click(),
  ]);
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), text: pdfPages(bytes).join('\n') };
}
