import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openKeychain } from '../../main/engine/secrets/keychain-client.ts';
import { websiteKeyAccount } from '../../main/engine/website/website-key.ts';
import { answerFileDialogs } from '../support/dialogs.ts';
import { kari } from '../support/e2e-shop.ts';
import { gravesIn } from '../support/graves.ts';
import { expect, test } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

test('a backup is restored, and nobody is told anew until staff have decided', async ({ app, page, shop }) => {
  test.setTimeout(120_000);
  const window = new MainWindow(page);
  const websiteData = new WebsiteDataPage(page);
  const backup = join(shop.folder, 'kept.orderbud');

  await new OrdersPage(page).markPicked(kari.webOrderNo);
  await answerFileDialogs(app, backup);
  await window.command('file.back-up');
  await expect(page.getByText(`Backed up to ${backup}`).last()).toBeVisible();
  await websiteData.open();
  await websiteData.run();
  await expect.poll(() => shop.mails.length).toBe(1);

  await window.command('file.restore');
  await page.getByRole('button', { name: 'Choose another file…' }).click();
  await expect(window.dialog().getByRole('region', { name: 'In the backup' })).toContainText('Fjellbutikken AS');
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(page.getByText('This company file is older than the last run.')).toBeVisible();
  const kept = await readdir(join(shop.folder, 'fjellbutikken backups'));
  expect(kept.filter((name) => name.includes('before restore'))).toHaveLength(1);

  await websiteData.open();
  await websiteData.run();
  await expect(
    page.getByText('This company file is older than the last run: it is a restored backup.').first(),
  ).toBeVisible();
  expect(shop.mails).toHaveLength(1);

  await page.getByRole('button', { name: 'What customers have heard since…' }).click();
  await expect(window.dialog()).toContainText(kari.webOrderNo);
  await expect(window.dialog()).toContainText('Your order has been picked in our warehouse.');
  expect(await gravesIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(window.dialog()).toBeHidden();

  await page.getByRole('button', { name: 'Note all orders as they are' }).click();
  await window.dialog().getByRole('button', { name: 'Note all orders as they are' }).click();
  await expect(page.getByText('This company file is older than the last run.')).toBeHidden();
  await websiteData.run();
  expect(shop.mails).toHaveLength(1);
});

test.describe('on a new computer', () => {
  test.use({
    start: async ({ shop }, use) => {
      await openKeychain().delete(websiteKeyAccount(shop.websitePublicId));
      await openKeychain().delete(shop.smtpAccount);
      await use({ args: [shop.companyPath] });
    },
  });

  test('the company asks for exactly the secrets that are missing, and for nothing else', async ({ page, shop }) => {
    const dialog = new MainWindow(page).dialog();
    await expect(dialog.getByText('Missing on this computer')).toBeVisible();
    await expect(dialog.getByRole('textbox').or(dialog.locator('input'))).toHaveCount(2);

    await dialog.getByLabel('Password of the mail server for Fjellbutikken').fill('correct horse battery');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Key of the website Fjellbutikken').fill('the key of My page');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Done' }).click();

    await expect(dialog).toBeHidden();
    expect(await openKeychain().get(shop.smtpAccount)).toBe('correct horse battery');
    expect(await openKeychain().get(websiteKeyAccount(shop.websitePublicId))).toBe('the key of My page');
  });
});

test('the support bundle is shown, holds no customer, and is saved', async ({ app, page, shop }) => {
  const window = new MainWindow(page);
  await window.command('help.support-bundle');
  const text = await window.dialog().getByLabel('Content of the support bundle').inputValue();
  expect(text).toContain('"schemaVersion"');
  expect(text).not.toContain(kari.email);
  expect(text).not.toContain(shop.folder);
  const path = join(shop.folder, 'bundle.json');
  await answerFileDialogs(app, path);
  await window.dialog().getByRole('button', { name: 'Save as a file' }).click();
  await expect(page.getByText(`Support bundle saved as ${path}`).last()).toBeVisible();
  expect(await readdir(shop.folder)).toContain('bundle.json');
});

test('the start screen says when companies were opened and which file is away', async ({ app, page, shop }) => {
  const window = new MainWindow(page);
  const moved = join(shop.folder, 'moved', 'fjellbutikken.orderbud');
  await window.command('file.open-recent');
  const recent = page.getByRole('region', { name: 'Recent companies' });
  await expect(recent).toContainText('last opened');
  await mkdir(join(shop.folder, 'moved'));
  await copyFile(shop.companyPath, moved);
  await rm(shop.companyPath);
  await answerFileDialogs(app, moved);
  await page.getByRole('button', { name: 'Open a company file…' }).click();
  await expect(window.statusBar()).toContainText(moved);
  await window.command('file.open-recent');
  await expect(recent).toContainText('the file is not there');
  await recent.getByRole('button', { name: /Take .* off the list/ }).click();
  await expect(recent).not.toContainText('the file is not there');
});
