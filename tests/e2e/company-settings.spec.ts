import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answerFileDialogs } from '../support/dialogs.ts';
import { kari } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';

const icon = join(import.meta.dirname, '..', '..', 'build', 'icon.png');

test('invoicing stores a PDF copy in the folder that staff chose', async ({ app, page, userData }) => {
  const folder = join(userData, 'Invoices');
  await mkdir(folder);
  await answerFileDialogs(app, folder);
  await new MainWindow(page).command('view.settings.company.sales-and-invoicing');
  await page.getByRole('tab', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Choose folder' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(folder);
  await page.getByLabel('Store a PDF copy of an invoice while invoicing').check();
  await new MainWindow(page).command('view.sales.order-registration');
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.invoice();
  await expect.poll(() => readdirSync(folder)).toEqual([`Invoice 50001 ${kari.name}.pdf`]);
});

test('a logo is chosen, shown and removed; an SVG drawing is refused in words', async ({ page }) => {
  await new MainWindow(page).command('view.settings.company.sales-and-invoicing');
  await page.getByRole('tab', { name: 'Company' }).click();
  const chooser = page.locator('input[type="file"]');
  await chooser.setInputFiles(icon);
  await expect(page.getByRole('img', { name: 'Logo on papers' })).toBeVisible();
  await chooser.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg width="1"/>') });
  await expect(new MainWindow(page).alert()).toContainText('The logo is an SVG drawing');
  await page.getByRole('button', { name: 'Remove logo' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('No logo');
});
