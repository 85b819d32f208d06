import type { Page } from '@playwright/test';
import { kari } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage, typeAndLeave } from './pages/orders-page.ts';

async function openMiscellaneous(page: Page): Promise<OrdersPage> {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.showTab('Miscellaneous');
  return orders;
}

test('Undo takes back one stored change after the other', async ({ page }) => {
  const orders = await openMiscellaneous(page);
  await orders.picked().click();
  await expect(orders.picked()).toBeChecked();
  await typeAndLeave(orders.deliveryDate(), '2027-01-15');
  await expect(page.getByRole('button', { name: /^Undo: Delivery date of the order, order \d+$/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(orders.deliveryDate()).toHaveValue('');
  await page.getByRole('button', { name: /^Undo: Picked, order \d+$/ }).click();
  await expect(orders.picked()).not.toBeChecked();
  await expect(page.getByRole('button', { name: /^Undo: / })).toBeHidden();
});

test('a change that somebody else built upon is not taken back', async ({ app, page }) => {
  const orders = await openMiscellaneous(page);
  await orders.picked().click();
  await expect(page.getByRole('button', { name: /^Undo: Picked/ })).toBeVisible();
  const [second] = await Promise.all([app.electron.waitForEvent('window'), page.keyboard.press('Control+Shift+N')]);
  const others = await openMiscellaneous(second);
  await others.picked().click();
  await expect(orders.picked()).not.toBeChecked();
  await page.getByRole('button', { name: /^Undo: Picked/ }).click();
  await expect(page.getByText('was changed elsewhere meanwhile').first()).toBeVisible();
  await expect(orders.picked()).not.toBeChecked();
  await expect(page.getByRole('button', { name: /^Undo: / })).toBeHidden();
});

test('keys lead to the lists, to their search, to a new one, and back', async ({ page }) => {
  const window = new MainWindow(page);
  await window.shows('Sales orders');
  await page.keyboard.press('Control+7');
  await window.shows('Products');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Control+n');
  await window.shows('New product');
  await page.keyboard.press('Alt+ArrowLeft');
  await window.shows('Products');
  await page.keyboard.press('Control+p');
  await expect(page.getByText('This page has nothing to print').first()).toBeVisible();
});

test('no key goes past a dialog', async ({ page }) => {
  const window = new MainWindow(page);
  await window.command('help.about');
  await expect(window.dialog()).toBeVisible();
  await page.keyboard.press('Control+7');
  await page.keyboard.press('Escape');
  await window.shows('Sales orders');
});

test('Zoom in makes everything larger, in the next window too, until Actual size', async ({ app, page }) => {
  await new MainWindow(page).shows('Sales orders');
  const factors = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => Math.round(webContents.getZoomFactor() * 100)),
    );
  await new MainWindow(page).command('view.zoom-in');
  await expect.poll(factors).toEqual([110]);
  await Promise.all([app.electron.waitForEvent('window'), page.keyboard.press('Control+Shift+N')]);
  await expect.poll(factors).toEqual([110, 110]);
  await page.keyboard.press('Control+0');
  await expect.poll(factors).toEqual([100, 100]);
});

test('a text field has its menu, in the language of the windows', async ({ app, page }) => {
  await new MainWindow(page).shows('Sales orders');
  await app.electron.evaluate(({ Menu }) => {
    const { prototype } = Menu;
    Object.assign(prototype, {
      popup(this: Electron.Menu) {
        Object.assign(globalThis, { shown: this.items.map((item) => item.label).filter((label) => label !== '') });
      },
    });
  });
  await page.getByRole('searchbox').click({ button: 'right' });
  const shown = () => app.electron.evaluate(() => Reflect.get(globalThis, 'shown'));
  await expect.poll(shown).toEqual(['Undo', 'Cut', 'Copy', 'Paste', 'Select all']);
});
