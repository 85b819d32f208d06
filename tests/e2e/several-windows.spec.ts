import type { Page } from '@playwright/test';
import { kari } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import type { StartedApp } from '../support/start-app.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage, typeAndLeave } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

/** Does what opens a window and answers the window once it shows a page. */
async function windowOpenedBy(app: StartedApp, work: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([app.electron.waitForEvent('window'), work()]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** Opens Kari's order in the first window, then the same order in a second one. */
async function openOrderTwice(app: StartedApp, page: Page): Promise<Page> {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.showTab('Miscellaneous');
  const second = await windowOpenedBy(app, async () => {
    await page.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Open in new window' }).click();
  });
  await new MainWindow(second).shows(/^Order \d+$/);
  await new OrdersPage(second).showTab('Miscellaneous');
  return second;
}

async function openAnother(app: StartedApp, page: Page): Promise<Page> {
  await new MainWindow(page).shows('Sales orders');
  return windowOpenedBy(app, () => page.keyboard.press('Control+Shift+N'));
}

test('an order stands in a window of its own, which its title tells from the others', async ({ app, page }) => {
  const second = await openOrderTwice(app, page);
  await expect(second).toHaveTitle(/^Order \d+ – Fjellbutikken AS – Orderbud$/);
  const titles = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));
  await expect.poll(titles).toEqual([await second.title(), await second.title()]);
  await new MainWindow(second).command('view.products');
  await expect(second).toHaveTitle('Products – Fjellbutikken AS – Orderbud');
  await new MainWindow(page).shows(/^Order \d+$/);
});

test('what is changed in one window shows in the other without a click', async ({ app, page }) => {
  const second = await openOrderTwice(app, page);
  await new OrdersPage(page).picked().click();
  await expect(new OrdersPage(second).picked()).toBeChecked();
  await expect(new OrdersPage(second).next()).toContainText('has been picked');
});

test('a field that is being edited keeps its text, and storing it over another’s change is asked for', async ({
  app,
  page,
}) => {
  const second = await openOrderTwice(app, page);
  for (const each of [page, second]) await new OrdersPage(each).showTab('Text');
  const [first, typing] = [page, second].map((each) =>
    each.getByRole('tabpanel', { name: 'Text' }).getByRole('textbox'),
  );
  if (first === undefined || typing === undefined) throw new Error('Two windows were opened');
  await typing.fill('Ring the bell');
  await typeAndLeave(first, 'Leave at the door');
  await expect(first).toHaveValue('Leave at the door');
  await typing.press('Tab');
  await expect(second.getByText('Not saved: meanwhile “Leave at the door” was stored here').first()).toBeVisible();
  await expect(typing).toHaveValue('Ring the bell');
  await expect(first).toHaveValue('Leave at the door');
});

test('a run started in one window shows in every window, and cannot be started twice', async ({ app, page }) => {
  const second = await windowOpenedBy(app, () => new MainWindow(page).command('file.new-window'));
  await new WebsiteDataPage(second).open();
  await new OrdersPage(page).markPicked(kari.webOrderNo);
  await new WebsiteDataPage(page).open();
  await new WebsiteDataPage(page).run();
  await expect(second.getByRole('button', { name: 'Finish' })).toBeVisible();
});

test('closing the company in one window leads every window to the start screen', async ({ app, page }) => {
  const second = await openAnother(app, page);
  await new MainWindow(second).command('file.open-recent');
  for (const each of [page, second]) await expect(each.getByRole('heading', { name: 'Orderbud' })).toBeVisible();
  await page.getByRole('button', { name: /fjellbutikken\.orderbud/ }).click();
  for (const each of [page, second]) await new MainWindow(each).shows('Sales orders');
});

test('the middle button opens a row in a window of its own', async ({ app, page }) => {
  await new MainWindow(page).command('view.products');
  const second = await windowOpenedBy(app, () =>
    page.getByRole('row').filter({ hasText: 'Tent' }).click({ button: 'middle' }),
  );
  await expect(second).toHaveTitle(/Tent – Fjellbutikken AS – Orderbud$/);
  await new MainWindow(page).shows('Products');
});

test('the program ends with its last window, not before', async ({ app, page }) => {
  const second = await openAnother(app, page);
  await page.close();
  await new MainWindow(second).shows('Sales orders');
  const closed = app.electron.waitForEvent('close');
  await second.close();
  await closed;
});
