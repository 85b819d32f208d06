import { openKeychain } from '../../main/engine/secrets/keychain-client.ts';
import { postfixBounce } from '../support/bounces.ts';
import { kari, lars } from '../support/e2e-shop.ts';
import { gravesIn } from '../support/graves.ts';
import { type ImapServer, startImapServer } from '../support/imap-server.ts';
import { expect, test as shopTest } from '../support/shop-test.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

const user = 'post@fjell.example';
const password = 'a box of letters';

const test = shopTest.extend<{ readonly box: ImapServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  box: async ({}, use) => {
    const server = await startImapServer({ user, password, security: 'tls' });
    await use(server);
    await server.close();
  },
});

test('a mailbox is set up by the keyboard, a mail comes back, and nobody writes to that address again', async ({
  page,
  shop,
  box,
}) => {
  test.slow();
  const window = new MainWindow(page);
  const settings = new WebsiteSettingsPage(page);
  const websiteData = new WebsiteDataPage(page);
  const orders = new OrdersPage(page);

  await test.step('without a server nothing more is asked', async () => {
    await settings.open('E-mail (SMTP)');
    await expect(settings.returnBox().getByRole('textbox')).toHaveCount(2);
  });

  await test.step('the mailbox, a wrong password first', async () => {
    await settings.returnBox().getByLabel('IMAP server').focus();
    await page.keyboard.type('127.0.0.1');
    await page.keyboard.press('Tab');
    await expect(settings.returnBox().getByLabel('IMAP port')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(String(box.port));
    // The rest is asked once the server is stored
    await expect(settings.returnBox().getByLabel('IMAP security')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(settings.returnBox().getByLabel('IMAP security')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(settings.returnBox().getByLabel('Folder')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(settings.returnBox().getByLabel('User name of the mailbox')).toBeFocused();
    await page.keyboard.type(user);
    await page.keyboard.press('Tab');
    await storePassword('wrong');
    await tryBox('The mailbox for mails that come back did not accept the user name or the password.');
    await settings.returnBox().getByLabel('Password of the mailbox').focus();
    await storePassword(password);
    await tryBox('The mailbox answered, accepted the login and opened the folder. Nothing was read.');
    expect(await gravesIn(page)).toEqual([]);
    expect(await openKeychain().get(`imap:${shop.websitePublicId}`)).toBe(password);
  });

  async function storePassword(words: string): Promise<void> {
    await expect(settings.returnBox().getByLabel('Password of the mailbox')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(settings.stored()).toBeVisible();
  }

  async function tryBox(outcome: string): Promise<void> {
    await page.keyboard.press('Tab');
    await expect(settings.returnBox().getByRole('button', { name: 'Test the mailbox' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(settings.returnBox()).toContainText(outcome);
    await expect(settings.returnBox().getByRole('button', { name: 'Test the mailbox' })).toBeFocused();
  }

  await test.step('a mail goes, and comes back', async () => {
    await orders.markPicked(kari.webOrderNo);
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Accepted by the mail server': 1, 'Mails that came back': 0 });
    const messageId = shop.mails[0]?.parsed.messageId ?? '';
    box.put(postfixBounce({ messageId, to: kari.email }), { at: new Date() });
    expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0, 'Mails that came back': 1 });
    await websiteData.putAway();
    await expect(websiteData.refusedAddresses()).toContainText(
      `${kari.email}550 5.1.1 <${kari.email}>: Recipient address rejected: User unknown`,
    );
  });

  await test.step('the mail says so', async () => {
    await window.command('view.e-commerce.mail-log');
    await page.getByRole('button', { name: 'Came back' }).click();
    const row = page.getByRole('row').filter({ hasText: kari.email });
    await expect(row).toContainText('Came back');
    await expect(row).toContainText('User unknown');
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Came back, noted');
    await page.keyboard.press('Escape');
  });

  await test.step('a mailbox that is gone is reported, and all else goes on', async () => {
    await box.close();
    await orders.markPicked(lars.webOrderNo);
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Accepted by the mail server': 1 });
    const alerts = websiteData.report().getByRole('alert');
    await expect(alerts).toHaveCount(1);
    await expect(alerts).toContainText(
      'Looking for mails that came back: The mailbox for mails that come back does not answer',
    );
    expect(shop.mails.map(({ to }) => to)).toEqual([kari.email, lars.email]);
  });
});
