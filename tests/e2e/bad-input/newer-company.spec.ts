import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { openE2eShop } from '../../support/e2e-shop.ts';
import { expect, test as shopTest } from '../../support/shop-test.ts';

const test = shopTest.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  shop: async ({}, use) => {
    const shop = await openE2eShop();
    const db = new Database(shop.companyPath);
    db.pragma('user_version = 99');
    db.pragma('journal_mode = DELETE');
    db.close();
    await use(shop);
    await shop.close();
  },
});

test('a company file of a newer version is refused in words and stays as it is', async ({ page, shop }) => {
  const before = await readFile(shop.companyPath);
  await expect(page.getByRole('alert')).toContainText('last used by a newer version of Orderbud');
  await expect(page.getByRole('alert')).toContainText('The file was not opened and not changed.');
  await expect(page.getByRole('button', { name: 'Try the demo company' })).toBeEnabled();
  expect((await readFile(shop.companyPath)).equals(before)).toBe(true);
});
