import type { Page } from '@playwright/test';
import { answerPrintDialogs } from '../support/dialogs.ts';
import { jacket, kari, tent } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { PurchasesPage } from './pages/purchases-page.ts';
import { scan, scanField, scanInto } from './pages/scan.ts';
import { StockTakingPage } from './pages/stock-taking-page.ts';
import { WarehousePage } from './pages/warehouse-page.ts';

/** Presses a key until an element of that accessible name has the focus. @throws Error when it does not come */
async function pressUntil(page: Page, key: string, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 30; step += 1) {
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (name.test(focused)) return;
    seen.push(focused.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${name}: ${seen.join(' | ')}`);
}

test('an order is scanned, counted and delivered by keyboard alone', async ({ app, page }) => {
  const window = new MainWindow(page);
  const warehouse = new WarehousePage(page);
  await answerPrintDialogs(app, 'printed');
  await window.shows('Sales orders');
  await pressUntil(page, 'Tab', /^Sales orders\d/);
  await pressUntil(page, 'ArrowDown', /^Orders, not delivered/);
  await page.keyboard.press('Enter');
  await expect(scanField(page, 'Scan')).toBeFocused();

  await test.step('a number of nothing opens nothing and says so', async () => {
    await scan(page, 'W-100');
    await expect(page.getByRole('alert')).toContainText('“W-100” is no order, product or purchase order.');
    await expect(scanField(page, 'Scan')).toBeFocused();
  });

  await test.step('the webshop’s order number opens the order', async () => {
    await scan(page, kari.webOrderNo);
    await window.shows(/^Deliver products/);
    await expect(scanField(page)).toBeFocused();
    await expect(warehouse.delivered(tent)).toHaveValue('2');
  });

  await test.step('each scan counts one, up to what is to be delivered; what was not scanned stays', async () => {
    for (const _jacket of [1, 2, 3]) await scan(page, 'J-1');
    await expect(warehouse.delivered(jacket)).toHaveValue('3');
    await expect(warehouse.delivered(tent)).toHaveValue('0');
    await scan(page, 'J-1');
    await expect(page.getByRole('alert')).toContainText(`${jacket}: 3 of 3 are counted already.`);
    await expect(warehouse.delivered(jacket)).toHaveValue('3');
  });

  await test.step('a scan into a quantity leaves the quantity as it was', async () => {
    await warehouse.delivered(jacket).focus();
    await scanInto(warehouse.delivered(jacket), 'T-2');
    await expect(warehouse.delivered(jacket)).toHaveValue('3');
    await expect(warehouse.delivered(tent)).toHaveValue('1');
    await expect(scanField(page)).toBeFocused();
  });

  await test.step('another order’s number counts nothing and opens nothing by itself', async () => {
    await scan(page, 'W-1002');
    await expect(page.getByRole('alert')).toContainText('was scanned. Nothing was counted.');
    await window.shows(/^Deliver products/);
  });

  await test.step('Print and update warehouse', async () => {
    await pressUntil(page, 'Shift+Tab', /^Print and update warehouse$/);
    await page.keyboard.press('Enter');
    await window.shows('Warehouse');
    await expect(page.getByRole('row', { name: /Kari/ })).toContainText('1 of 1');
  });
});

test.describe('what orders wait for', () => {
  test.use({ shopOptions: { kariBuys: { [jacket]: 3, [tent]: 12 } } });

  test('is purchased by the wizard, transferred and received in part by mouse', async ({ page }) => {
    const window = new MainWindow(page);
    await window.command('view.purchase.purchase-orders');
    await page.getByRole('button', { name: 'Purchase what is missing' }).click();
    await window.shows('Purchase what is missing');
    await expect(page.getByRole('textbox', { name: `Purchase quantity, ${tent}` })).toHaveValue('2');
    await page.getByRole('button', { name: 'Create purchase order' }).click();
    await window.shows(/^Purchase order \d+$/);
    await expect(page.getByRole('row', { name: tent })).toContainText(kari.name);

    await page.getByRole('button', { name: 'Transfer to purchased' }).click();
    await window.dialog().getByRole('button', { name: 'Transfer to purchased' }).click();
    await window.dialog().getByRole('button', { name: 'Not now' }).click();
    await expect(page.getByText('Purchased', { exact: true })).toBeVisible();
    await new PurchasesPage(page).receive({ [tent]: '1' });
    await expect(page.getByRole('row', { name: tent }).getByRole('cell').nth(3)).toHaveText('1');
    await expect(page.getByText('The customer of 1 is told with the next Get Website Data.')).toBeVisible();

    await page.getByRole('button', { name: `Cancel what has not come, ${tent}` }).click();
    await window.dialog().getByRole('button', { name: 'Cancel the line' }).click();
    await expect(page.getByText('Received', { exact: true }).first()).toBeVisible();
  });
});

test('a product is scanned, counted and the next one is awaited', async ({ page }) => {
  await new StockTakingPage(page).open();
  await expect(scanField(page, 'Scan product to count')).toBeFocused();
  await scan(page, 'J-1');
  await expect(page.getByRole('textbox', { name: `Counted, ${jacket}` }).first()).toBeFocused();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${jacket}: 10 became 7.`)).toBeVisible();
  await expect(scanField(page, 'Scan product to count')).toBeFocused();
});
