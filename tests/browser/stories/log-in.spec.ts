import { customerPassword } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';

test('a customer logs in, sees the orders, and logs out', async ({ page, context, member }) => {
  await context.clearCookies();
  const logIn = new LogInPage(page);
  await page.goto('/');
  await logIn.logIn(member.email);
  await expect(page).toHaveURL('/orders');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(logIn.status()).toHaveText('You are logged out.');
  await page.goto('/orders');
  await expect(page).toHaveURL(/\/log-in/);
});

test('a wrong password and an unknown address get the same answer', async ({ page, context, member }) => {
  await context.clearCookies();
  const logIn = new LogInPage(page);
  await logIn.open();
  await logIn.logIn(member.email, 'not my password');
  const answer = await logIn.alert().innerText();
  await logIn.logIn(`nobody.${member.email}`, customerPassword);
  await expect(logIn.alert()).toHaveText(answer);
});

test('a new session has a new id, and the old one opens nothing', async ({ page, context, member }) => {
  const before = await context.cookies();
  await new SettingsPage(page).open();
  await new SettingsPage(page).changePassword(customerPassword, 'another good password');
  await expect(page.getByRole('status')).toContainText('Your password is changed');
  expect(before.map(({ value }) => value)).not.toContain((await sessionOf(context))?.value);
  await context.clearCookies();
  await context.addCookies(before);
  await page.goto('/orders');
  await expect(page, member.email).toHaveURL(/\/log-in/);
});

test('a device is logged out from another one by itself, or all of them at once', async ({
  page,
  browser,
  baseURL,
  shop,
  member,
}) => {
  const elsewhere = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  await shop.logIn(elsewhere, member, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
  const other = await elsewhere.newPage();
  const settings = new SettingsPage(page);
  await settings.open();
  await expect(settings.sessions()).toHaveCount(2);
  await expect(settings.sessions().filter({ hasText: 'This device' })).toContainText('Chrome on');
  await settings.logOut('Firefox on Linux');
  await expect(page.getByRole('status')).toHaveText('That device is logged out.');
  await other.goto('/orders');
  await expect(other).toHaveURL(/\/log-in/);
  await new LogInPage(other).logIn(member.email);
  await expect(other).toHaveURL('/orders');
  await settings.open();
  await settings.logOutEverywhere();
  await expect(new LogInPage(page).status()).toHaveText('You are logged out everywhere.');
  await other.goto('/orders');
  await expect(other).toHaveURL(/\/log-in/);
  await elsewhere.close();
});

async function sessionOf(context: { cookies: () => Promise<{ name: string; value: string }[]> }) {
  return (await context.cookies()).find(({ name }) => name.endsWith('session'));
}
