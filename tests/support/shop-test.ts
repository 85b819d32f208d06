import { type E2eShop, type E2eShopOptions, openE2eShop } from './e2e-shop.ts';
import { test as appTest } from './electron.ts';

interface Fixtures {
  /** Set with `test.use({ shopOptions: { ... } })`. */
  readonly shopOptions: E2eShopOptions;
  readonly shop: E2eShop;
}

/** The program started on the company of a shop of its own, as a double click on the company file does. */
export const test = appTest.extend<Fixtures>({
  shopOptions: [{}, { option: true }],
  shop: async ({ shopOptions }, use) => {
    const shop = await openE2eShop(shopOptions);
    await use(shop);
    await shop.close();
  },
  start: async ({ shop }, use) => use({ args: [shop.companyPath] }),
});

export { expect } from '@playwright/test';
