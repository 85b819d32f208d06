import type { Page } from '@playwright/test';
import { navigationEntryOf, type PageName } from '../../../renderer/frame/places.ts';
import type { MenuCommandId } from '../../../shared/menu-model.ts';
import { type E2eShop, jacket, kari } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { ComparisonPage } from '../pages/comparison-page.ts';
import { Keyboard } from '../pages/keyboard.ts';
import { MainWindow } from '../pages/main-window.ts';
import { OrdersPage } from '../pages/orders-page.ts';
import { ProductsPage } from '../pages/products-page.ts';
import { PurchasesPage } from '../pages/purchases-page.ts';
import { WarehousePage } from '../pages/warehouse-page.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';
import { type Looks, lookAt } from './looks.ts';

test('no page has what axe calls serious or critical, and none is left out', async ({ page, shop }) => {
  test.slow();
  const places = waysTo(page, shop);
  // Also where types are not checked: whoever adds a page adds the way to it here
  expect(Object.keys(places).toSorted()).toEqual(Object.keys(navigationEntryOf).toSorted());
  await lookAt(page, places);
});

test('no tab of a page has what axe calls serious or critical', async ({ page }) => {
  test.slow();
  const window = new MainWindow(page);
  const tab = async (name: string) => {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
  };
  await new OrdersPage(page).openOrder(kari.webOrderNo);
  await lookAt(page, looksAt(['Freight', 'Text', 'Miscellaneous', 'History'], tab));
  await page.getByRole('tab', { name: 'Miscellaneous' }).click();
  await window.command('view.e-commerce.website-settings');
  await lookAt(page, { 'Options of the rules': () => openFolds(page) });
  await lookAt(page, looksAt(['E-mail (SMTP)', 'Password settings', 'Website'], tab));
  await window.command('view.settings.company.sales-and-invoicing');
  await lookAt(page, looksAt(['Printouts', 'Export', 'Freight', 'Company'], tab));
  await window.command('view.contacts');
  await page.getByRole('row', { name: kari.name, exact: true }).click();
  await window.shows(kari.name);
  const tabs = await page.getByRole('tab').allInnerTexts();
  await lookAt(page, looksAt(tabs.slice(1), tab));
  await window.command('view.warehouse.warehouse');
  await lookAt(page, { 'By product': () => page.getByRole('button', { name: 'By product' }).click() });
});

async function openFolds(page: Page): Promise<void> {
  // Nothing is folded before the settings have been read
  await expect(page.getByRole('button', { name: /^Options: / }).first()).toBeVisible();
  const folded = page.getByRole('button', { name: /^Options: /, expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
  await expect(page.getByRole('group', { name: 'Statuses that are told' })).toBeVisible();
}

function looksAt(names: readonly string[], open: (name: string) => Promise<void>): Looks {
  return Object.fromEntries(names.map((name) => [name, () => open(name)]));
}

/** The ways to all pages, in an order in which each is a short one. */
function waysTo(page: Page, shop: E2eShop): Looks<PageName> {
  const window = new MainWindow(page);
  const keyboard = new Keyboard(page);
  const websiteData = new WebsiteDataPage(page);
  const by = (id: MenuCommandId, title: string | RegExp) => async () => {
    await window.command(id);
    await window.shows(title);
  };
  const made = (title: string | RegExp) => async () => {
    await keyboard.shortcut('file.new');
    await window.shows(title);
  };
  return {
    orders: by('view.sales.order-registration', 'Sales orders'),
    'new-order': made('New sales order'),
    order: () => new OrdersPage(page).openOrder(kari.webOrderNo),
    'orders-not-delivered': by('view.warehouse.warehouse', 'Warehouse'),
    deliver: () => new WarehousePage(page).openDeliverProducts(kari.webOrderNo),
    'purchases-not-received': by('view.warehouse.purchases-not-received', 'Warehouse'),
    'stock-taking': by('view.warehouse.stock-taking', 'Stock taking'),
    products: by('view.products', 'Products'),
    'new-product': made('New product'),
    product: () => new ProductsPage(page).open(jacket),
    purchases: by('view.purchase.purchase-orders', 'Purchase orders'),
    'new-purchase': made('New purchase order'),
    purchase: () => new PurchasesPage(page).openFirst(),
    'purchase-missing': async () => {
      await window.command('view.purchase.purchase-orders');
      await page.getByRole('button', { name: 'Purchase what is missing' }).click();
      await window.shows('Purchase what is missing');
    },
    contacts: by('view.contacts', 'Contacts'),
    'new-contact': made('New contact'),
    contact: async () => {
      await window.command('view.contacts');
      await page.getByRole('row', { name: kari.name, exact: true }).click();
      await window.shows(kari.name);
    },
    'website-data': async () => {
      await new OrdersPage(page).markPicked(kari.webOrderNo);
      await shop.placeOrder('W-2001', { name: 'K. Nordmann', email: kari.email });
      await websiteData.open();
      await expect(websiteData.wouldBeTold()).toBeVisible();
    },
    comparison: async () => {
      await websiteData.run();
      await new ComparisonPage(page).open();
    },
    'order-list': async () => {
      await websiteData.button().click();
      await websiteData.showOrderList();
    },
    'mail-log': by('view.e-commerce.mail-log', 'Mail log'),
    'website-settings': by('view.e-commerce.website-settings', 'Website Settings'),
    'company-settings': by('view.settings.company.sales-and-invoicing', /^Company Settings/),
    import: by('file.import', 'Import'),
    'set-up': by('file.set-up', 'Set-up'),
    'demo-inbox': by('help.demo-inbox', 'Demo inbox'),
  };
}
