import { expect, type Page } from '@playwright/test';

/** One view worth a picture, and how to get there. */
export interface Scene {
  /** The picture's file name. */
  readonly name: string;
  /** Kept in docs/screenshots/ for the README; the others are only looked at. */
  readonly isInReadme?: boolean;
  /** Brings the window from whatever it shows to this view, and waits until it is complete. */
  show(page: Page): Promise<void>;
}

async function goTo(page: Page, entry: string, heading: string | RegExp): Promise<void> {
  await page.getByRole('navigation').getByText(entry, { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
}

async function openOrder(page: Page, search: string): Promise<void> {
  await goTo(page, 'Sales orders', 'Sales orders');
  await page.getByRole('searchbox').fill(search);
  await page.getByRole('row').filter({ hasText: search }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Order \d+$/);
}

async function showTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tabpanel', { name })).toBeVisible();
}

async function menu(page: Page, ...labels: readonly string[]): Promise<void> {
  const [first = '', ...rest] = labels;
  await page.getByRole('menubar').getByRole('menuitem', { name: first, exact: true }).click();
  for (const label of rest) await page.getByRole('menu').last().getByRole('menuitem', { name: label }).first().click();
}

/** In the order in which the program is walked through; the run stands before the pictures that need its outcome. */
export const scenes: readonly Scene[] = [
  {
    name: 'sales-orders',
    isInReadme: true,
    show: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sales orders', { timeout: 60_000 });
      await expect(page.getByText('customers would be told')).toBeVisible();
    },
  },
  {
    name: 'order',
    isInReadme: true,
    show: async (page) => {
      await openOrder(page, 'W-8850');
      await showTab(page, 'Product lines');
    },
  },
  { name: 'order-freight', show: (page) => showTab(page, 'Freight') },
  { name: 'order-miscellaneous', show: (page) => showTab(page, 'Miscellaneous') },
  { name: 'order-history', show: (page) => showTab(page, 'History') },
  { name: 'orders-not-delivered', show: (page) => goTo(page, 'Orders, not delivered', /.+/) },
  {
    name: 'deliver-products',
    show: async (page) => {
      await page.getByRole('row').nth(1).click();
      await expect(page.getByRole('button', { name: 'Print and update warehouse', exact: true })).toBeVisible();
    },
  },
  {
    name: 'products-not-delivered',
    show: async (page) => {
      await goTo(page, 'Orders, not delivered', /.+/);
      await page.getByRole('button', { name: 'By product' }).click();
      await page.getByRole('row').nth(1).click();
      await expect(page.getByRole('button', { name: /^Deliver order/ }).first()).toBeVisible();
    },
  },
  { name: 'purchases-not-received', show: (page) => goTo(page, 'Purchases, not received', /.+/) },
  { name: 'stock-taking', show: (page) => goTo(page, 'Stock taking', 'Stock taking') },
  { name: 'purchase-orders', show: (page) => goTo(page, 'Purchase orders', 'Purchase orders') },
  {
    name: 'purchase-order',
    show: async (page) => {
      await page.getByRole('row').nth(1).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Purchase order \d+$/);
    },
  },
  {
    name: 'purchase-missing',
    show: async (page) => {
      await goTo(page, 'Purchase orders', 'Purchase orders');
      await page.getByRole('button', { name: 'Purchase what is missing' }).click();
      await expect(page.getByRole('button', { name: 'Create purchase order' }).first()).toBeVisible();
    },
  },
  { name: 'products', show: (page) => goTo(page, 'Products', 'Products') },
  {
    name: 'product',
    show: async (page) => {
      await page.getByRole('row').nth(1).click();
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Products');
    },
  },
  { name: 'contacts', show: (page) => goTo(page, 'Contacts', 'Contacts') },
  {
    name: 'contact',
    show: async (page) => {
      await page.getByRole('row').filter({ hasText: 'Emily Hartley' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Emily Hartley');
    },
  },
  { name: 'website-settings', show: (page) => goTo(page, 'Website Settings', /Website Settings/) },
  { name: 'website-settings-e-mail', show: (page) => showTab(page, 'E-mail') },
  {
    name: 'company-settings',
    show: (page) => menu(page, 'View', 'Settings', 'Company', 'Settings per Module', 'Sales and Invoicing'),
  },
  { name: 'import', show: (page) => menu(page, 'File', 'Import…') },
  { name: 'get-website-data-before', show: (page) => goTo(page, 'Get Website Data', 'Get Website Data') },
  {
    name: 'get-website-data',
    isInReadme: true,
    show: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'Start' }).click();
      await expect(page.getByText(/accepted/i).first()).toBeVisible({ timeout: 60_000 });
    },
  },
  { name: 'show-order-list', show: (page) => goTo(page, 'Show order list', 'Show order list') },
  {
    name: 'demo-inbox',
    isInReadme: true,
    show: async (page) => {
      await menu(page, 'Help', 'Demo inbox');
      await expect(page.locator('iframe')).toBeVisible();
    },
  },
];
