import { customerPassword } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';

test('a password is changed by who knows the old one, and only the new one opens the account then', async ({
  page,
  member,
}) => {
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.changePassword('not my password', 'over the mountain');
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await settings.changePassword(customerPassword, 'over the mountain');
  await expect(page.getByRole('status')).toContainText('Your password is changed.');
  await page.getByRole('button', { name: 'Log out', exact: true }).click();
  const logIn = new LogInPage(page);
  await logIn.logIn(member.email, customerPassword);
  await expect(logIn.alert()).toBeVisible();
  await logIn.logIn(member.email, 'over the mountain');
  await expect(page).toHaveURL('/orders');
});
