import { readFile } from 'node:fs/promises';
import { customerPassword } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';

test('a customer takes away all that is kept, as one file', async ({ page, shop, member }) => {
  await shop.publishOrder(member, { webOrderNo: 'W-60' });
  await new SettingsPage(page).open();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('my-data.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(member.email);
  expect(text).toContain('W-60');
});

test('who asks for deletion is logged out for good, and the shop gets the request', async ({ page, shop, member }) => {
  await new SettingsPage(page).open();
  await page.getByRole('link', { name: 'Ask for deletion' }).click();
  await page.getByLabel('Password').fill(customerPassword);
  await page.getByRole('button', { name: 'Close my account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is closed' })).toBeVisible();
  const logIn = new LogInPage(page);
  await logIn.open();
  await logIn.logIn(member.email);
  await expect(logIn.alert()).toContainText('You asked us to delete this account');
  const [request] = await shop.enquiriesOf('activity', ({ customer }) => customer.email === member.email);
  expect(request?.subject).toBe('Asks for deletion of the account');
});
