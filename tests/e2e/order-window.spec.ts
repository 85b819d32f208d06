import type { Page } from '@playwright/test';
import type { OrderView } from '../../shared/sales-orders.ts';
import { jacket, kari, tent } from '../support/e2e-shop.ts';
import { callEngine } from '../support/engine-calls.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage, typeAndLeave } from './pages/orders-page.ts';

const primary = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Kari's order as it is stored. */
async function stored(page: Page): Promise<OrderView> {
  const outcome = await callEngine(page, 'orders.get', { orderId: 1 });
  if (outcome.kind === 'error') throw new Error(outcome.error.message);
  return outcome.data as OrderView;
}

/** What somebody at another window does. */
async function editElsewhere(page: Page, patch: Record<string, unknown>): Promise<void> {
  const { id, version } = await stored(page);
  await page.evaluate(
    ([input]) => window.orderbud.call({ id: 2_000_000, type: 'mutation', path: 'orders.edit', input }),
    [{ orderId: id, orderVersion: version, ...patch }] as const,
  );
}

test('To be delivered is edited by keyboard alone, and the strip says what would be told before the field is left', async ({
  page,
}) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.toBeDelivered(jacket).focus();
  await page.keyboard.type('2');
  await expect(orders.next()).toContainText(`${jacket}: 2 of 3`);
  await expect(orders.next()).toContainText('would be told');
  expect((await stored(page)).lines[0]?.toBeDeliveredMilli).toBe(3000);

  await page.keyboard.press('Escape');
  await expect(orders.next()).toContainText('Nothing: the customer knows it all.');
  await expect(orders.toBeDelivered(jacket)).toHaveValue('3');

  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(orders.toBeDelivered(tent)).toBeFocused();
  await expect(orders.next()).toContainText(`${jacket}: 1 of 3`);
  await expect(orders.next()).not.toContainText('would be told');
  expect((await stored(page)).lines[0]?.toBeDeliveredMilli).toBe(1000);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: `Delivery date, ${tent}` })).toBeFocused();
});

test('a line of free text is added, and its description, price and VAT are edited in place', async ({ page }) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await page.getByRole('textbox', { name: 'Add a line of free text' }).fill('Engraving');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Qty., Engraving' })).toBeFocused();
  await typeAndLeave(page.getByRole('textbox', { name: 'Price, Engraving' }), '150');
  await typeAndLeave(page.getByRole('textbox', { name: 'VAT %, Engraving' }), '15');
  await typeAndLeave(page.getByRole('textbox', { name: 'Description, Engraving' }), 'Engraving, two words');
  await expect(page.getByRole('textbox', { name: 'Qty., Engraving, two words' })).toBeVisible();
  expect((await stored(page)).lines.at(-1)).toMatchObject({ unitPriceMinor: 15_000, vatPermille: 150 });
});

test('Order Hierarchy opens by its key and leads to the back order of a part invoice', async ({ page }) => {
  const orders = new OrdersPage(page);
  const window = new MainWindow(page);
  await orders.openOrder(kari.webOrderNo);
  await typeAndLeave(orders.toBeDelivered(jacket), '2');
  await orders.invoice();
  await expect(page.getByText(/^Invoice \d+ and back order \d+ made$/).first()).toBeVisible();
  await page.keyboard.press(`${primary}+U`);
  const items = orders.hierarchy().getByRole('treeitem');
  await expect(items).toHaveCount(2);
  await expect(items.nth(1)).toContainText(`${kari.webOrderNo} / rest 1`);
  await expect(items.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(window.dialog()).toBeHidden();
  await expect(page.getByRole('main')).toContainText(`${kari.webOrderNo} / rest 1`);
});

test('one of three is credited, and the amount stands there before it is done', async ({ page }) => {
  const orders = new OrdersPage(page);
  const dialog = new MainWindow(page).dialog();
  await orders.openOrder(kari.webOrderNo);
  await orders.invoice();
  await page.getByRole('button', { name: 'Credit', exact: true }).click();
  await page.getByRole('textbox', { name: `Credit, ${tent}` }).fill('0');
  await page.getByRole('textbox', { name: `Credit, ${jacket}` }).fill('4');
  await expect(page.getByRole('button', { name: 'Make credit note' })).toBeDisabled();
  await page.getByRole('textbox', { name: `Credit, ${jacket}` }).fill('1');
  const { lines } = await stored(page);
  const price = (lines[0]?.unitPriceMinor ?? 0) * 1.25;
  const whole = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(price / 100);
  const freight = page.getByRole('checkbox', { name: /^Credit the freight too/ });
  if (await freight.isVisible()) await freight.uncheck();
  await expect(dialog).toContainText(new RegExp(`The customer gets .*${whole.replace(/\D/g, '.')}.* back`));
  await page.getByRole('button', { name: 'Make credit note' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /^Order Hierarchy/ }).click();
  await expect(orders.hierarchy().getByRole('treeitem').nth(1)).toContainText('Credit note');
});

test('carriers and their tracking links are kept in the settings and offered by orders', async ({ page }) => {
  const orders = new OrdersPage(page);
  const window = new MainWindow(page);
  await window.command('view.settings.company.sales-and-invoicing');
  await page.getByRole('tab', { name: 'Freight' }).click();
  await page.getByRole('textbox', { name: 'Another carrier' }).fill('Fjellpost');
  const link = page.getByRole('textbox', { name: 'Tracking link', exact: true });
  await link.fill('https://fjellpost.example/track');
  await link.press('Enter');
  await expect(page.getByText('holds {no} for the shipping no.')).toBeVisible();
  await link.fill('https://fjellpost.example/track?no={no}');
  await link.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Carrier, Fjellpost' })).toBeVisible();

  await orders.openOrder(kari.webOrderNo);
  await orders.showTab('Freight');
  await orders.carrier().fill('Fjellpost');
  await orders.shippingNo().fill('7012');
  await expect(orders.next()).toContainText('7012');
  await expect(orders.next()).toContainText('would be told');
  await orders.shippingNo().press('Enter');
  await expect(page.getByText('https://fjellpost.example/track?no=7012')).toBeVisible();
  await expect(page.locator('datalist option[value="Fjellpost"]').first()).toBeAttached();

  await page.getByRole('button', { name: 'Edit carriers' }).click();
  await page.getByRole('button', { name: 'Remove Fjellpost' }).click();
  await window.dialog().getByRole('button', { name: 'Remove the carrier' }).click();
  await expect(page.getByRole('textbox', { name: 'Carrier, Fjellpost' })).toHaveCount(0);
  expect((await stored(page)).shipments).toMatchObject([{ carrier: 'Fjellpost', trackingUrl: null }]);
});

test('a text stays in its field when somebody else stored another one meanwhile, and is saved when asked for', async ({
  page,
}) => {
  const orders = new OrdersPage(page);
  await orders.openOrder(kari.webOrderNo);
  await orders.showTab('Text');
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.fill('Ring the bell');
  await editElsewhere(page, { text: 'Leave it with the neighbour' });
  await text.press('Tab');
  await expect(page.getByText(/^Not saved: /)).toBeVisible();
  await expect(text).toHaveValue('Ring the bell');
  expect((await stored(page)).text).toBe('Leave it with the neighbour');
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText(/^Not saved: /)).toBeHidden();
  expect((await stored(page)).text).toBe('Ring the bell');
});
