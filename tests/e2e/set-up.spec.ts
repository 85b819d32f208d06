import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailCatcher } from '../../demo/mail-catcher.ts';
import { connectShop } from '../../demo/shop-client.ts';
import { answerFileDialogs } from '../support/dialogs.ts';
import { startE2eSite } from '../support/e2e-site.ts';
import { expect, test } from '../support/electron.ts';
import { MainWindow } from './pages/main-window.ts';
import { SetUpPage } from './pages/set-up-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

const login = { user: 'nybutikk', password: 'a horse of its own' };

/** My page with two orders that wait, and a mail server, for a shop that has no company yet. */
async function openNewShop() {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-new-shop-'));
  const site = await startE2eSite(join(folder, 'my-page.sqlite'));
  const catcher = await startMailCatcher(login);
  const client = connectShop(site.url, await site.createApiKey('storefront'));
  for (const webOrderNo of ['W-1', 'W-2']) {
    const line = {
      productNo: 'J-1',
      description: 'Rain jacket',
      quantityMilli: 1000,
      unitPriceMinor: 99_900,
      vatPermille: 250,
    };
    const customer = { name: `Customer of ${webOrderNo}`, email: `${webOrderNo.toLowerCase()}@customer.example` };
    await client.placeOrder({ webOrderNo, customer, language: 'en', currency: 'NOK', lines: [line] }, webOrderNo);
  }
  return {
    folder,
    site,
    catcher,
    key: await site.createApiKey('desktop'),
    close: async () => {
      await Promise.all([site.close(), catcher.close()]);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

test('a new shop comes from nothing to its first run in one sitting, and nobody is told', async ({ app, page }) => {
  test.setTimeout(120_000);
  const shop = await openNewShop();
  const window = new MainWindow(page);
  const setUp = new SetUpPage(page);

  await page.getByRole('button', { name: 'Set up my company' }).click();
  await page.getByLabel('Company name').fill('Ny butikk AS');
  await answerFileDialogs(app, join(shop.folder, 'ny-butikk.orderbud'));
  await page.getByRole('button', { name: 'Choose where to keep it' }).click();

  await window.shows('Set-up');
  await setUp.showsStep('company');
  await setUp.fill('E-mail', 'post@nybutikk.example');
  await setUp.fill('Address', 'Storgata 1');
  await setUp.fill('Place', 'Moss');
  await expect(setUp.step('company', 'done')).toBeVisible();

  // Left for later, and resumed where one stopped
  await page.getByRole('button', { name: 'Go on later' }).click();
  await window.shows('Sales orders');
  await expect(page.getByText('Set-up: 4 steps left (Website, E-mail, Import, First run)')).toBeVisible();
  await page.getByRole('button', { name: 'Go on with the set-up' }).click();
  await setUp.showsStep('website');

  await page.getByRole('button', { name: 'Connect a webshop' }).click();
  await setUp.fill('Address of the webshop', `${shop.site.url}/shop`);
  await setUp.fill('Address of My page', shop.site.url);
  await page.getByLabel('Key of the website').fill(shop.key);
  await page.keyboard.press('Enter');
  await setUp.testConnection('The website answered and knows this company.');
  await expect(setUp.step('website', 'done')).toBeVisible();

  await setUp.next('mail');
  await page.getByLabel('Mail provider').selectOption('Fastmail');
  await expect(page.getByLabel('Server', { exact: true })).toHaveValue('smtp.fastmail.com');
  await expect(page.getByLabel('Port', { exact: true })).toHaveValue('465');
  await page.getByLabel('Security').selectOption({ label: 'STARTTLS (usual with port 587)' });
  await setUp.fill('Server', '127.0.0.1');
  await setUp.fill('Port', String(shop.catcher.port));
  await setUp.fill('User name', login.user);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
  await page.keyboard.press('Enter');
  await setUp.checkMail(`Logged in as ${login.user}.`);
  await expect(setUp.step('mail', 'done')).toBeVisible();

  await setUp.next('import');
  await page.getByRole('button', { name: 'Begin without an import' }).click();
  await setUp.showsStep('first-run');
  await expect(page.getByText('0 customers will be told, 0 orders noted')).toBeVisible();
  await page.getByRole('button', { name: 'Start', exact: true }).click();

  const figures = await new WebsiteDataPage(page).finished();
  expect(figures).toMatchObject({ 'Orders fetched': 2, Imported: 2 });
  await window.command('file.set-up');
  await expect(page.getByText('0 customers were told, 2 orders noted')).toBeVisible();
  await expect(setUp.step('first-run', 'done')).toBeVisible();
  expect(shop.catcher.mails).toEqual([]);
  await shop.close();
});
