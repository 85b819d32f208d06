import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { damage, makeBig } from '../support/big-file.ts';
import { answerFileDialogs } from '../support/dialogs.ts';
import { openE2eShop } from '../support/e2e-shop.ts';
import { expect, test as shopTest } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { SalesOrderList } from './pages/sales-order-list.ts';

/** The company of a shop, large and damaged since it was closed; a backup of before is kept. */
const test = shopTest.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  shop: async ({}, use) => {
    const shop = await openE2eShop();
    makeBig(shop.companyPath);
    await copyFile(shop.companyPath, join(shop.folder, 'kept.orderbud'));
    damage(shop.companyPath);
    await use(shop);
    await shop.close();
  },
});

test('a company that is found damaged while it is open is closed, left as it is, and restored from a backup', async ({
  app,
  page,
  shop,
}) => {
  const damaged = await readFile(shop.companyPath);
  await expect(page.getByRole('alert')).toContainText('That was found while it was open, so it was closed.');
  await expect(page.getByRole('alert')).toContainText('nothing was sent or published out of it');
  expect((await readFile(shop.companyPath)).equals(damaged)).toBe(true);

  await answerFileDialogs(app, join(shop.folder, 'kept.orderbud'));
  await page.getByRole('button', { name: 'Restore a backup' }).click();
  await page.getByRole('button', { name: 'Choose another file…' }).click();
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(new SalesOrderList(page).rows()).toHaveCount(2);
  await expect(new MainWindow(page).statusBar()).toContainText(shop.companyPath);
});

test.describe('not closed by its program', () => {
  test.use({
    start: async ({ shop }, use) => {
      const dead = { host: hostname(), user: 'kari', pid: 2 ** 30, heartbeatAt: new Date().toISOString() };
      await writeFile(`${shop.companyPath}.lock`, JSON.stringify(dead));
      await use({ args: [shop.companyPath] });
    },
  });

  test('it is never opened, and its backups are offered', async ({ page }) => {
    await expect(page.getByRole('alert')).toContainText('The company file is damaged. The file was not changed.');
    await page.getByRole('button', { name: 'Restore a backup' }).click();
    await expect(new MainWindow(page).dialog()).toContainText('Restore');
  });
});
