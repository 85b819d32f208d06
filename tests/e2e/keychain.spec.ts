import { openKeychain } from '../../main/engine/secrets/keychain-client.ts';
import { kari } from '../support/e2e-shop.ts';
import { filesWith } from '../support/files-with.ts';
import { expect, test } from '../support/shop-test.ts';
import { OrdersPage, typeAndLeave } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

const password = 'grønn-elg-på-fjellet-4711';

test('the mail password goes into the system’s keychain and into no file', async ({ page, shop, userData }) => {
  const settings = new WebsiteSettingsPage(page);
  await settings.open('E-mail (SMTP)');
  await expect(settings.password()).toHaveAttribute('placeholder', 'Stored; type to replace it');
  await typeAndLeave(settings.password(), password);
  await expect(settings.stored()).toBeVisible();
  await expect(settings.password()).toHaveValue('');
  expect(await openKeychain().get(shop.smtpAccount)).toBe(password);
  expect(await filesWith(shop.folder, password)).toEqual([]);
  expect(await filesWith(userData, password)).toEqual([]);
  expect(await filesWith(shop.folder, kari.webOrderNo)).not.toEqual([]);
});

test.describe('without a Secret Service', () => {
  test.skip(process.platform !== 'linux', 'other systems always have a keychain');

  test.use({
    start: async ({ shop }, use) =>
      use({ args: [shop.companyPath], env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } }),
  });

  test('the window says so, stores the password nowhere, and loses no mail', async ({ page, shop, userData }) => {
    const settings = new WebsiteSettingsPage(page);
    await settings.open('E-mail (SMTP)');
    await expect(settings.password()).toHaveAttribute('placeholder', 'The keychain cannot be asked');
    await typeAndLeave(settings.password(), password);
    await expect(page.getByText('Not stored. The keychain of this computer cannot be reached')).toBeVisible();
    await expect(page.getByText('Unlock the keychain')).toBeVisible();
    expect(await openKeychain().get(shop.smtpAccount)).not.toBe(password);
    expect(await filesWith(shop.folder, password)).toEqual([]);
    expect(await filesWith(userData, password)).toEqual([]);

    await new OrdersPage(page).markPicked(kari.webOrderNo);
    const websiteData = new WebsiteDataPage(page);
    await websiteData.open();
    await expect(page.getByText('Without it no mail is handed over')).toBeVisible();
    expect(await websiteData.run()).toMatchObject({ 'Mails planned': 1, 'Waiting for the next run': 1 });
    const alerts = websiteData.report().getByRole('alert');
    await expect(alerts).toHaveCount(1);
    await expect(alerts).toContainText(/mailing.*: The keychain of this computer cannot be reached/);
    expect(shop.mails).toHaveLength(0);
  });
});
