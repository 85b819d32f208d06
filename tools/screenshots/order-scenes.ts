import { expect } from './guide.ts';
import type { Scene } from './scene.ts';

/** Emily Hartley's order with a delivery note and a parcel that she has not been told of. */
const withNews = 'W-8850';
/** An order of several products of which one is invoiced and the rest became a back order. */
const withBackOrder = 'W-8811';
const invoiced = 'W-8806';
/** An order of one sold-out product. */
const waiting = 'W-8830';

/** View - Sales/Invoicing - Order registration: the list and the order window. */
export const orderScenes: readonly Scene[] = [
  {
    name: 'sales-orders',
    isInReadme: true,
    show: async (on) => {
      await expect(on.window.heading()).toHaveText(on.t('orders:list.title'), { timeout: 60_000 });
      await expect(on.page.getByText(on.t('frame:run.told', { count: 4 }))).toBeVisible();
    },
  },
  {
    name: 'menu-view',
    show: (on) => on.openMenu('view.e-commerce.get-website-data'),
  },
  {
    name: 'sales-orders-search',
    show: async (on) => {
      await on.page.getByRole('searchbox').fill('Hartley');
      await expect(on.row('Emily Hartley')).toBeVisible();
    },
  },
  {
    name: 'sales-orders-filter',
    show: async (on) => {
      await on.page.getByRole('searchbox').fill('');
      await on.press(on.t('order-list:filter.button'));
      await on.page.getByRole('checkbox', { name: on.t('orders:status.back-order') }).check();
      await on.page.getByRole('checkbox', { name: on.t('orders:status.order'), exact: true }).check();
    },
  },
  {
    name: 'sales-orders-selection',
    show: async (on) => {
      await on.press(on.t('order-list:filter.clear'));
      await on.showOnly(on.t('orders:filter.to-pick'));
      await expect(on.page.getByRole('row').nth(3)).toBeVisible();
      await on.selectRows(3);
      await on.press(on.t('common:selection.more'));
      await expect(on.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'sales-orders-columns',
    show: async (on) => {
      await on.showOnly(on.t('orders:filter.all'));
      await on.press(on.t('common:list.columns'));
      await expect(on.button(on.t('common:list.firstColumns'))).toBeVisible();
    },
  },
  {
    name: 'order',
    isInReadme: true,
    show: async (on) => {
      await on.openOrder(withNews);
      await on.tab(on.t('orders:tab.lines'));
    },
  },
  {
    name: 'order-dont-tell',
    show: (on) => on.pressForDialog(new RegExp(`^${on.t('e-commerce:strip.dontTellThis', { sentence: '' })}`)),
  },
  {
    name: 'order-while-typing',
    show: async (on) => {
      const label = on.t('orders:lines.toBeDeliveredOf', { product: '' });
      await on.page.getByRole('textbox', { name: label }).first().fill('0');
      await expect(
        on.page.getByRole('complementary').getByText(on.t('order-window:strip.would')).first(),
      ).toBeVisible();
    },
  },
  {
    name: 'order-freight',
    show: async (on) => {
      await on.page.keyboard.press('Escape');
      await on.tab(on.t('orders:tab.freight'));
    },
  },
  { name: 'order-text', show: (on) => on.tab(on.t('orders:tab.text')) },
  { name: 'order-miscellaneous', show: (on) => on.tab(on.t('orders:tab.miscellaneous')) },
  { name: 'order-history', show: (on) => on.tab(on.t('orders:tab.history')) },
  {
    name: 'order-more-actions',
    show: async (on) => {
      await on.press(on.t('orders:action.more'));
      await expect(on.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'order-invoice-question',
    show: (on) => on.pressForDialog(on.t('orders:action.invoice')),
  },
  {
    name: 'order-with-back-order',
    show: async (on) => {
      await on.openOrder(withBackOrder);
      await on.tab(on.t('orders:tab.history'));
    },
  },
  {
    name: 'order-hierarchy',
    show: async (on) => {
      await on.press(on.t('orders:action.more'));
      await on.page.getByRole('menuitem', { name: on.t('order-window:hierarchy.title') }).click();
      await expect(on.window.dialog().getByRole('treeitem').first()).toBeVisible();
    },
  },
  {
    name: 'order-line-menu',
    show: async (on) => {
      await on.openOrder(waiting);
      await on.press(new RegExp(`^${on.t('order-window:lines.more', { product: '' })}`));
      await expect(on.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'order-credit',
    show: async (on) => {
      await on.openOrder(invoiced);
      await on.pressForDialog(on.t('orders:action.credit'));
    },
  },
  {
    name: 'new-sales-order',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.orders'));
      await on.page.getByRole('searchbox').fill('');
      await on.press(on.t('frame:toolBar.new'));
      await on.page.getByRole('menu').getByText(on.t('frame:toolBar.salesOrder'), { exact: true }).click();
      await on.window.shows(on.t('orders:new.title'));
    },
  },
];
