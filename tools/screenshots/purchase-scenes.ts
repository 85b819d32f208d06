import { expect } from './guide.ts';
import type { Scene } from './scene.ts';

/** View - Purchase - Purchase orders. */
export const purchaseScenes: readonly Scene[] = [
  { name: 'purchase-orders', show: (on) => on.goTo(on.t('frame:navigation.purchases')) },
  {
    name: 'purchase-order',
    show: async (on) => {
      await on.openRow(on.t('purchasing:status.transferred'), /\d$/);
      await expect(on.button(on.t('purchasing:page.receive'))).toBeVisible();
    },
  },
  {
    name: 'purchase-what-is-missing',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.purchases'));
      await on.press(on.t('purchasing:list.missing'));
      await on.window.shows(on.t('purchasing:missing.title'));
    },
  },
  {
    name: 'new-purchase-order',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.purchases'));
      await on.press(on.t('purchasing:list.new'));
      await on.window.shows(on.t('purchasing:new.title'));
    },
  },
];
