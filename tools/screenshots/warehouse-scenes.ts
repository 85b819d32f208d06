import { expect, type Guide } from './guide.ts';
import type { Scene } from './scene.ts';

/** What a scanner does: types the code and ends it with Enter. */
async function scan(on: Guide, field: string, code: string): Promise<void> {
  const box = on.page.getByRole('textbox', { name: field });
  await box.fill(code);
  await box.press('Enter');
}

/** View - Warehouse: what is not delivered, what is not received, Stock taking. */
export const warehouseScenes: readonly Scene[] = [
  {
    name: 'orders-not-delivered',
    show: (on) => on.goTo(on.t('frame:navigation.ordersNotDelivered'), on.t('warehouse:title')),
  },
  {
    name: 'scan-unknown',
    show: async (on) => {
      await scan(on, on.t('warehouse:scan.label'), '7038010000000');
      await expect(on.page.getByRole('alert').first()).toBeVisible();
    },
  },
  {
    name: 'orders-not-delivered-by-product',
    show: async (on) => {
      await on.page.getByText(on.t('warehouse:by.product'), { exact: true }).click();
      await on.page.getByRole('row').nth(1).click();
      await expect(on.button(on.t('warehouse:products.openProduct'))).toBeVisible();
    },
  },
  {
    name: 'deliver-products',
    show: async (on) => {
      await on.page.getByText(on.t('warehouse:by.order'), { exact: true }).click();
      await on.page.getByRole('row').nth(8).click();
      await expect(on.button(on.t('warehouse:deliver.print'))).toBeVisible();
    },
  },
  {
    name: 'deliver-products-scanning',
    show: async (on) => {
      const productNo = await on.page.getByRole('row').nth(1).getByRole('cell').first().innerText();
      await scan(on, on.t('warehouse:deliver.scan'), productNo);
      await expect(on.page.getByText(on.t('warehouse:deliver.counting'))).toBeVisible();
    },
  },
  {
    name: 'purchases-not-received',
    show: (on) => on.goTo(on.t('frame:navigation.purchasesNotReceived'), on.t('warehouse:title')),
  },
  {
    name: 'receive-goods',
    show: (on) => on.pressForDialog(new RegExp(`^${on.t('warehouse:purchases.receive')} `)),
  },
  { name: 'stock-taking', show: (on) => on.goTo(on.t('frame:navigation.stockTaking')) },
  {
    name: 'stock-taking-scan',
    show: async (on) => {
      await scan(on, on.t('warehouse:stockTaking.scan'), '1014');
      await expect(on.page.getByText(on.t('warehouse:stockTaking.stood', { quantity: '' }).trim())).toBeVisible();
    },
  },
  {
    name: 'orders-not-delivered-selection',
    show: async (on) => {
      await on.goTo(on.t('frame:navigation.ordersNotDelivered'), on.t('warehouse:title'));
      await on.selectRows(3);
      await expect(on.button(on.t('order-list:action.pickingLists'))).toBeVisible();
    },
  },
];
