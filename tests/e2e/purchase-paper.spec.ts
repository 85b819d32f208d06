import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerFileDialogs, answerPrintDialogs } from '../support/dialogs.ts';
import { jacket, kari, lars, tent } from '../support/e2e-shop.ts';
import { pdfPages } from '../support/pdf-text.ts';
import { expect, test } from '../support/shop-test.ts';
import { ComparisonPage } from './pages/comparison-page.ts';
import { ContactsPage } from './pages/contacts-page.ts';
import { MainWindow } from './pages/main-window.ts';
import { WarehousePage } from './pages/warehouse-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

test.describe('a purchase order', () => {
  test.use({ shopOptions: { kariBuys: { [jacket]: 3, [tent]: 12 } } });

  test('is saved as PDF once it is transferred, and says what is ordered from whom', async ({ app, page, shop }) => {
    const window = new MainWindow(page);
    const path = join(shop.folder, 'purchase-order.pdf');
    await answerFileDialogs(app, path);
    await window.command('view.purchase.purchase-orders');
    await page.getByRole('button', { name: 'Purchase what is missing' }).click();
    await page.getByRole('button', { name: 'Create purchase order' }).click();
    await window.shows(/^Purchase order \d+$/);
    const title = await window.heading().innerText();
    await expect(page.getByRole('button', { name: 'Print purchase order', exact: true })).toBeHidden();

    await page.getByRole('button', { name: 'Transfer to purchased' }).click();
    await window.dialog().getByRole('button', { name: 'Transfer to purchased' }).click();
    await expect(window.dialog()).toContainText(`Print ${title.toLowerCase()} for the supplier?`);
    await window.dialog().getByRole('button', { name: 'Save as PDF' }).click();
    await expect(window.dialog()).toBeHidden();
    await expect(page.getByText(`${title} saved`).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print purchase order', exact: true })).toBeEnabled();

    const pages = pdfPages(await readFile(path));
    expect(pages).toHaveLength(1);
    for (const said of ['Purchase order', title.replace(/\D/g, ''), 'Telt & Tur AS', 'Fjellbutikken AS', 'T-2', tent]) {
      expect(pages[0]).toContain(said);
    }
    // Ten are on their way already, and twelve are wanted
    expect(pages[0]?.split('\n')).toContain('2 pcs');
    expect(pages[0]).not.toContain(jacket);
  });
});

test('picking lists of a selection of Orders, not delivered are printed in one go', async ({ app, page }) => {
  const window = new MainWindow(page);
  const warehouse = new WarehousePage(page);
  await window.command('view.warehouse.warehouse');
  await window.shows('Warehouse');
  for (const { name } of [kari, lars]) await warehouse.waiting(name).getByRole('checkbox').click();
  await expect(warehouse.bar()).toContainText('2 selected');

  await answerPrintDialogs(app, 'cancelled');
  await warehouse.bar().getByRole('button', { name: 'Print picking lists' }).click();
  await expect(warehouse.bar().getByRole('button', { name: 'Print picking lists' })).toBeEnabled();
  await expect(warehouse.result()).toBeHidden();

  await answerPrintDialogs(app, 'printed');
  await warehouse.bar().getByRole('button', { name: 'Print picking lists' }).click();
  await expect(warehouse.result()).toContainText('Picking lists of 2 orders recorded as printed.');
  await window.shows('Warehouse');
});

test('what a customer wrote on the website stands on the card once it is imported', async ({ page, shop }) => {
  const window = new MainWindow(page);
  const websiteData = new WebsiteDataPage(page);
  const comparison = new ComparisonPage(page);
  const contacts = new ContactsPage(page);
  await shop.askForDeletion();
  await websiteData.open();
  await websiteData.run();
  await comparison.open();
  await comparison.row(/^Activity: /).click();
  await comparison.choice('Import').click();
  await comparison.isClosed();
  await contacts.open();
  await contacts.row(kari.name).click();
  await window.shows(kari.name);
  await page.getByRole('tab', { name: 'Activities' }).click();
  const written = page.getByRole('list', { name: 'Activities of the contact' }).getByRole('listitem');
  await expect(written).toHaveCount(1);
  await expect(written).toContainText('Fjellbutikken');
  await expect(written).toContainText(kari.email);
});
