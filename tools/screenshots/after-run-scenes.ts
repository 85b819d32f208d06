import { expect } from './guide.ts';
import type { Scene } from './scene.ts';

/** An order of one sold-out product. */
const waiting = 'W-8830';

/** After the run: these leave news for customers, or a window open. */
export const afterRunScenes: readonly Scene[] = [
  {
    name: 'sales-orders-batch-result',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.orders'));
      await on.page.getByRole('searchbox').fill('');
      await on.showOnly(on.t('orders:filter.all'));
      await on.selectRows(6);
      await on.press(on.t('order-list:action.markPicked'));
      await expect(on.page.getByRole('region', { name: on.t('order-list:result.label') })).toBeVisible();
    },
  },
  {
    name: 'order-reservation',
    show: async (on) => {
      await on.openOrder(waiting);
      await on.press(new RegExp(`^${on.t('order-window:lines.more', { product: '' })}`));
      await on.page.getByRole('menuitem', { name: on.t('order-window:lines.reserve') }).click();
      await expect(on.window.dialog()).toBeVisible();
    },
  },
  {
    name: 'purchase-order-draft',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.purchases'));
      await on.press(on.t('purchasing:list.missing'));
      await on.press(on.t('purchasing:missing.create'));
      await expect(on.button(on.t('purchasing:page.transfer'))).toBeVisible();
    },
  },
  {
    name: 'purchase-order-transfer',
    show: (on) => on.pressForDialog(on.t('purchasing:page.transfer')),
  },
  {
    name: 'purchase-order-print',
    show: async (on) => {
      await on.pressForDialog(on.t('purchasing:page.transfer'));
      await on.inDialog(on.t('purchasing:page.transfer')).click();
      await expect(on.inDialog(on.t('purchasing:paper.print'))).toBeVisible();
    },
  },
];
