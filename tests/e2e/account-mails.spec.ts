import type { Locator, Page } from '@playwright/test';
import { kari, lars, linkIn } from '../support/e2e-shop.ts';
import { expect, test } from '../support/shop-test.ts';
import { ContactsPage } from './pages/contacts-page.ts';
import { MainWindow } from './pages/main-window.ts';
import { typeAndLeave } from './pages/orders-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

/** The contact's account on the website, on its tab Settings. */
async function openAccount(page: Page, name: string): Promise<Locator> {
  const contacts = new ContactsPage(page);
  await contacts.open();
  await contacts.row(name).click();
  await page.getByRole('tab', { name: 'Settings', exact: true }).click();
  return page.getByRole('group', { name: /^Account on / });
}

test('who can register is set with its meaning beside it, and reaches My page with Update Website', async ({
  page,
  shop,
}) => {
  const settings = new WebsiteSettingsPage(page);
  const window = new MainWindow(page);
  const registerLink = page.getByRole('checkbox', { name: /^Show link to/ });
  await settings.open('Password settings');
  await expect(page.getByRole('radio', { name: /^Voluntary login in check-out/ })).toBeChecked();
  await page.getByRole('radio', { name: /^Webshop only/ }).click();
  await page.getByRole('radio', { name: /^Manual.*application/ }).click();
  await expect(registerLink).toBeChecked();
  expect((await fetch(`${shop.myPage.url}/register`)).status).toBe(200);

  await page.getByRole('radio', { name: /^Customers cannot register/ }).click();
  await expect(registerLink).toBeDisabled();
  await expect(registerLink).not.toBeChecked();
  await window.updateWebsite(() => page.getByRole('button', { name: 'Update Website…' }).click());
  expect((await fetch(`${shop.myPage.url}/register`)).status).toBe(404);

  await page.getByRole('radio', { name: /^No password protection/ }).click();
  await expect(page.getByRole('radio', { name: /^Manual/ })).toBeDisabled();
});

test('a text is refused with the place of its fault; a good one is what the invited customer gets, with a link that works', async ({
  page,
  shop,
}) => {
  const settings = new WebsiteSettingsPage(page);
  const window = new MainWindow(page);
  await settings.open('Password settings');

  await test.step('the built-in text is shown, and a faulty one is not stored', async () => {
    await settings.showText('Invitation to choose a password', 'English');
    await expect(page.getByText('The built-in text is sent until you write your own.')).toBeVisible();
    await expect(settings.mailText()).toHaveValue(/\{\{ link \}\}/);
    await settings.mailText().fill('Hello,\n{{ navn }}\n{{ link }}');
    await expect(page.getByText(/^Line 2, column \d+: this placeholder does not exist/)).toBeVisible();
    await typeAndLeave(settings.mailText(), 'Hello,\n{{ navn }}\n{{ link }}');
    await expect(page.getByText(/^Not saved\. Line 2, column \d+: this placeholder does not exist/)).toBeVisible();
    await typeAndLeave(settings.mailText(), 'Welcome.');
    await expect(page.getByText(/the text nowhere shows \{\{ link \}\}/)).toBeVisible();
    await settings.showText('Forgotten password', 'English');
    await settings.showText('Invitation to choose a password', 'English');
    await expect(page.getByText('The built-in text is sent until you write your own.')).toBeVisible();
  });

  await test.step('an own text is shown as customers read it', async () => {
    await typeAndLeave(settings.mailSubject(), 'Welcome to {{ shop }}');
    await typeAndLeave(settings.mailText(), 'Dear {{ name }}\n\nChoose your own password:\n\n{{ link }}');
    await expect(page.getByText('Your own text is sent.')).toBeVisible();
    await expect(page.getByText('Dear Kari Nordmann')).toBeVisible();
  });

  const account =
    await test.step('an account is made: the invitation goes out by itself with Update Website', async () => {
      const group = await openAccount(page, lars.name);
      await page.getByRole('button', { name: 'Add website account' }).click();
      await window.dialog().getByRole('button', { name: 'Add account' }).click();
      await expect(group).toContainText('An invitation to choose a password then goes to the customer by itself.');
      await expect(group.getByRole('button', { name: 'Send link to choose a password' })).toBeDisabled();
      const outcome = await window.updateWebsite(() => group.getByRole('button', { name: 'Update Website…' }).click());
      expect(outcome).not.toContain('no mail server');
      return group;
    });

  const toLars = () => shop.accountMails.filter(({ to }) => to.includes(lars.email));
  await expect.poll(() => toLars().map(({ parsed }) => parsed.subject)).toEqual(['Welcome to Fjellbutikken']);

  await test.step('the link can be asked for again; staff see when and where to, and never the link', async () => {
    // A mail that is still under way when it is asked for again is one mail
    await expect(async () => {
      await account.getByRole('button', { name: 'Send link to choose a password' }).click();
      await expect.poll(() => toLars(), { timeout: 2000 }).toHaveLength(2);
    }).toPass();
    await expect(account.getByRole('status')).toContainText(
      `My page mails an invitation to choose a password to ${lars.email}`,
    );
    await expect(account).toContainText(`an invitation to ${lars.email}`);
    await expect(account).not.toContainText('http');
  });

  await test.step('the customer chooses a password and is in', async () => {
    const [, last] = toLars();
    expect(last?.parsed.text).toContain('Choose your own password');
    if (last !== undefined) await shop.choosePassword(linkIn(last));
    expect(await shop.logIn(lars.email)).toContain('Log out');
  });

  await test.step('now it is a new password that the link is for', async () => {
    await account.getByRole('button', { name: 'Send link to choose a password' }).click();
    await expect(account.getByRole('status')).toContainText('a link for a new password');
  });
});

test('a website that is away is named where the link was asked for, and nothing is lost', async ({ page, shop }) => {
  const account = await openAccount(page, kari.name);
  await shop.myPage.goDown();
  await account.getByRole('button', { name: 'Send link to choose a password' }).click();
  await expect(account.getByRole('alert')).toContainText('The website cannot be reached.');
  await shop.myPage.comeBack();
  await account.getByRole('button', { name: 'Send link to choose a password' }).click();
  await expect(account.getByRole('status')).toContainText(kari.email);
  await expect(account.getByRole('alert')).toBeHidden();
});
