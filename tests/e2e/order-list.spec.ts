import type { Page } from '@playwright/test';
import { answerPrintDialogs } from '../support/dialogs.ts';
import { kari, lars } from '../support/e2e-shop.ts';
import { callEngine } from '../support/engine-calls.ts';
import { gravesIn } from '../support/graves.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { SalesOrderList } from './pages/sales-order-list.ts';

/** An order of Kari's on which nothing stands, as somebody leaves it who was called away. */
async function makeEmptyOrder(page: Page): Promise<void> {
  const listed = await callEngine(page, 'orders.list', { search: kari.webOrderNo });
  const [row] = listed.kind === 'error' ? [] : (listed.data as { rows: readonly { contactId: number }[] }).rows;
  const made = await page.evaluate(
    (contactId) =>
      window.orderbud.call({ id: 2_000_000, type: 'mutation', path: 'orders.create', input: { contactId } }),
    row?.contactId,
  );
  expect(made.kind).not.toBe('error');
}

test('orders are searched, filtered and sorted with the keyboard alone', async ({ page }) => {
  const list = new SalesOrderList(page);
  await list.open();

  await test.step('/ and Ctrl+F lead to the search, Esc empties it, Down goes into the list', async () => {
    await page.keyboard.press('/');
    await expect(list.search()).toBeFocused();
    await page.keyboard.type('lars');
    await expect(list.row(kari.name)).toHaveCount(0);
    await expect(list.row(lars.name)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list.row(kari.name)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(list.rows().first()).toBeFocused();
    await page.keyboard.press('ControlOrMeta+f');
    await expect(list.search()).toBeFocused();
  });

  await test.step('a status and Picked are filters that hold together and are taken off one by one', async () => {
    await list.button('Filter').press('Enter');
    await page.getByRole('checkbox', { name: 'Order', exact: true }).press('Space');
    await page.getByRole('combobox', { name: 'Picked' }).press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(page.getByText('No orders match the filters')).toBeVisible();
    await list.button('Take off the filter Picked').press('Enter');
    await expect(list.rows()).toHaveCount(2);
    await expect(page.getByText('2 orders', { exact: true })).toBeVisible();
    await list.button('Clear filters').press('Enter');
    await expect(page.getByRole('group', { name: 'Filters that are on' })).toHaveCount(0);
  });

  await test.step('Enter on a header sorts, once more turns round, and the list is so when one comes back', async () => {
    await list.header('Customer').getByRole('button').press('Enter');
    await expect(list.header('Customer')).toHaveAttribute('aria-sort', 'ascending');
    await expect(list.rows().first()).toContainText(kari.name);
    await page.keyboard.press('Enter');
    await expect(list.header('Customer')).toHaveAttribute('aria-sort', 'descending');
    await expect(list.rows().first()).toContainText(lars.name);
    await new MainWindow(page).command('view.contacts');
    await list.open();
    await expect(list.rows().first()).toContainText(lars.name);
  });

  await test.step('a column is shown and moved', async () => {
    await expect(page.getByRole('columnheader').last()).toHaveText('Total');
    await list.button('Columns').press('Enter');
    await page.getByRole('checkbox', { name: 'Shipping no.' }).press('Space');
    for (let step = 0; step < 4; step += 1) {
      await page.getByRole('button', { name: 'Move Shipping no. down' }).press('Enter');
      await expect(page.getByRole('button', { name: 'Move Shipping no. down' })).toBeFocused();
    }
    expect(await gravesIn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(list.header('Shipping no.')).toBeVisible();
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('button', { name: 'Move Shipping no. down' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('columnheader').last()).toHaveText('Shipping no.');
  });
});

test('delivery notes of three orders are printed in one go; the one left out is named with its reason', async ({
  app,
  page,
}) => {
  const list = new SalesOrderList(page);
  await list.open();
  await makeEmptyOrder(page);
  await page.reload();
  await expect(list.rows()).toHaveCount(3);
  await list.rows().first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(list.bar()).toContainText('3 selected');

  await answerPrintDialogs(app, 'cancelled');
  await list.bar().getByRole('button', { name: 'Print delivery notes' }).click();
  await expect(list.bar().getByRole('button', { name: 'Print delivery notes' })).toBeEnabled();
  await expect(list.result()).toHaveCount(0);
  await expect(list.row(kari.webOrderNo)).toContainText('up to date');

  await answerPrintDialogs(app, 'printed');
  await list.bar().getByRole('button', { name: 'Print delivery notes' }).click();
  await expect(list.result()).toContainText('2 delivery notes recorded as printed. 1 left out:');
  await expect(list.result().getByRole('listitem')).toContainText(/^Order \d+, Kari Nordmann: \S/);
  await expect(list.row(kari.webOrderNo)).toContainText('will be told');
  expect(await gravesIn(page)).toEqual([]);

  await list
    .result()
    .getByRole('button', { name: /^Order \d+/ })
    .click();
  await new MainWindow(page).shows(/^Order \d+$/);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(list.result()).toBeVisible();
  await list.button('Dismiss').click();
  await expect(list.result()).toHaveCount(0);
});

test('two orders are invoiced from the context menu after a question with numbers, then printed', async ({
  app,
  page,
}) => {
  const list = new SalesOrderList(page);
  const window = new MainWindow(page);
  await list.open();
  await list.row(kari.webOrderNo).getByRole('checkbox').click();
  await list.row(lars.webOrderNo).click({ modifiers: ['ControlOrMeta'] });
  await list.row(lars.webOrderNo).click({ button: 'right' });
  await expect(list.menuItem('Print invoices')).toBeDisabled();
  await list.menuItem('Invoice').click();

  await expect(window.dialog()).toContainText('Invoice 2 orders?');
  await expect(window.dialog()).toContainText('The customers of 2 webshop orders hear of it');
  await window.dialog().getByRole('button', { name: 'Not now' }).click();
  await expect(window.dialog()).toBeHidden();
  await expect(list.result()).toHaveCount(0);

  await list.bar().getByRole('button', { name: 'Invoice', exact: true }).click();
  await window.dialog().getByRole('button', { name: 'Invoice 2 orders' }).click();
  await expect(list.result()).toContainText('2 orders invoiced.');
  await expect(list.row(kari.webOrderNo)).toContainText('Invoice');

  await answerPrintDialogs(app, 'printed');
  await list.button('Print the invoices').click();
  await expect(list.result()).toContainText('2 invoices recorded as printed.');
});

test('orders of a selection are marked as picked; what was picked already is said', async ({ page }) => {
  const list = new SalesOrderList(page);
  await list.open();
  await list.row(kari.webOrderNo).getByRole('checkbox').click();
  await list.bar().getByRole('button', { name: 'Mark as picked' }).click();
  await expect(list.result()).toContainText('1 order marked as picked.');
  await list.rows().first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await list.bar().getByRole('button', { name: 'Mark as picked' }).click();
  await expect(list.result()).toContainText('1 order marked as picked. 1 was picked already.');
});
