import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SetUpStep } from '../../shared/set-up.ts';
import { expect, type Guide } from './guide.ts';
import type { Scene, Stage } from './scene.ts';

/** As Mamut on Windows writes it, with two rows that cannot be imported. */
const productFile = [
  'Product no;Name;Price;VAT;Stock item',
  '1001;Wool sweater, grey;1 099,50;25;yes',
  '1002;Wool sweater, blue;1 099,50;25;yes',
  '1003;Mittens;249,00;25;yes',
  '1004;Socks, 3 pairs;free;25;yes',
  '1005;Gift wrapping;39,00;25;no',
  ';Cap;199,00;25;yes',
  '1007;Scarf;349,00;25;yes',
].join('\r\n');

async function goToStep(on: Guide, step: SetUpStep): Promise<void> {
  const steps = on.page.getByRole('navigation', { name: on.t('set-up:steps') });
  await steps.getByRole('button', { name: new RegExp(`^${on.t(`set-up:step.${step}`)},`) }).click();
  await expect(on.page.getByRole('heading', { level: 2 }).first()).toHaveText(on.t(`set-up:step.${step}`));
}

async function chooseProductFile(on: Guide, { folder }: Stage): Promise<void> {
  const path = join(folder, 'products.csv');
  await writeFile(path, productFile);
  await on.answerFileDialogs(path);
  await on.press(on.t('import:file.choose'));
  await expect(on.button(on.t('import:columns.check'))).toBeVisible();
}

/** An empty page behind a menu, by the sentence that stands there instead of rows. */
function empty(name: string, go: (on: Guide) => Promise<void>, sentence: (on: Guide) => string): Scene {
  return {
    name,
    show: async (on) => {
      await go(on);
      await expect(on.page.getByText(sentence(on)).first()).toBeVisible();
    },
  };
}

/** From the start screen to a company that is set up as far as it goes without a webshop, with every empty state. */
export const newCompanyScenes: readonly Scene[] = [
  {
    name: 'start-screen',
    show: (on) => expect(on.page.getByText(on.t('frame:start.demo'))).toBeVisible({ timeout: 60_000 }),
  },
  {
    name: 'new-company',
    show: async (on) => {
      await on.press(new RegExp(on.t('frame:start.newCompany')));
      await on.page.getByLabel(on.t('frame:newCompany.name')).fill('Ullvarehuset AS');
    },
  },
  {
    name: 'set-up-company',
    show: async (on, { folder }) => {
      await on.press(new RegExp(on.t('frame:start.newCompany')));
      await on.page.getByLabel(on.t('frame:newCompany.name')).fill('Ullvarehuset AS');
      await on.answerFileDialogs(join(folder, 'ullvarehuset.orderbud'));
      await on.press(on.t('frame:newCompany.choosePlace'));
      await on.window.shows(on.t('set-up:title'));
    },
  },
  { name: 'set-up-import', show: (on) => goToStep(on, 'import') },
  { name: 'set-up-first-run', show: (on) => goToStep(on, 'first-run') },
  { name: 'set-up-website', show: (on) => goToStep(on, 'website') },
  { name: 'set-up-e-mail-first', show: (on) => goToStep(on, 'mail') },
  empty(
    'empty-sales-orders',
    (on) => on.goTo(on.t('frame:navigation.orders')),
    (on) => on.t('orders:list.none'),
  ),
  empty(
    'empty-orders-not-delivered',
    (on) => on.goTo(on.t('frame:navigation.ordersNotDelivered'), on.t('warehouse:title')),
    (on) => on.t('warehouse:orders.none'),
  ),
  empty(
    'empty-purchases-not-received',
    (on) => on.goTo(on.t('frame:navigation.purchasesNotReceived'), on.t('warehouse:title')),
    (on) => on.t('warehouse:purchases.none'),
  ),
  empty(
    'empty-stock-taking',
    (on) => on.goTo(on.t('frame:navigation.stockTaking')),
    (on) => on.t('warehouse:stockTaking.none'),
  ),
  empty(
    'empty-purchase-orders',
    (on) => on.goTo(on.t('frame:navigation.purchases')),
    (on) => on.t('purchasing:list.none'),
  ),
  empty(
    'empty-contacts',
    (on) => on.goTo(on.t('frame:navigation.contacts')),
    (on) => on.t('contacts:empty.title'),
  ),
  empty(
    'empty-products',
    (on) => on.goTo(on.t('frame:navigation.products')),
    (on) => on.t('products:empty.title'),
  ),
  empty(
    'empty-get-website-data',
    (on) => on.goTo(on.t('frame:navigation.getWebsiteData')),
    (on) => on.t('e-commerce:ready.noWebsite.title'),
  ),
  empty(
    'empty-show-order-list',
    (on) => on.goTo(on.t('frame:navigation.orderList')),
    (on) => on.t('e-commerce:orderList.empty.title'),
  ),
  empty(
    'empty-website-settings',
    (on) => on.goTo(on.t('frame:navigation.websiteSettings'), on.t('settings:website.title')),
    (on) => on.t('settings:website.none'),
  ),
  {
    name: 'set-up-website-connected',
    show: async (on) => {
      await on.open('file.set-up', on.t('set-up:title'));
      await goToStep(on, 'website');
      await on.press(on.t('set-up:website.add'));
      await expect(on.page.getByLabel(on.t('settings:website.url'))).toBeVisible();
    },
  },
  { name: 'set-up-e-mail', show: (on) => goToStep(on, 'mail') },
  { name: 'import-file', show: (on) => on.open('file.import', on.t('import:title')) },
  { name: 'import-columns', show: chooseProductFile },
  {
    name: 'import-preview',
    show: async (on) => {
      await on.press(on.t('import:columns.check'));
      await expect(on.page.getByRole('list', { name: on.t('import:steps.label') })).toContainText(
        on.t('import:steps.preview'),
      );
      await expect(on.page.getByRole('grid')).toBeVisible();
    },
  },
  {
    name: 'import-done',
    show: async (on) => {
      await on.page.getByRole('radio', { name: on.t('import:preview.leave') }).check();
      await on.press(on.t('import:run.products', { count: 5 }));
      await expect(on.page.getByText(on.t('import:done.products', { count: 5 })).first()).toBeVisible();
    },
  },
];
