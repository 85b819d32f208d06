import { readCodeApp } from '../../support/my-page-second-factor.ts';
import { customerPassword } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { SecondFactorPage } from '../pages/second-factor-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';

test('with a second factor, log-in takes the code of an app, and each code once', async ({ page, site, member }) => {
  const factor = new SecondFactorPage(page);
  const { codeAt } = await turnOn(factor, site);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Log out', exact: true }).click();
  const logIn = new LogInPage(page);
  await logIn.logIn(member.email);
  await expect(page.getByRole('heading', { name: 'Type the code' })).toBeVisible();
  await page.goto('/orders');
  await expect(page, 'the password alone opens nothing').toHaveURL(/\/log-in/);
  await logIn.logIn(member.email);
  await factor.typeCode(codeAt(site.now()));
  await expect(page.getByText('This code does not fit, or it was used already.')).toBeVisible();
  await site.forward({ minutes: 1 });
  await factor.typeCode(codeAt(site.now()));
  await expect(page).toHaveURL('/orders');
});

test('who has lost the phone gets in with a recovery code, which works once', async ({ page, site, member }) => {
  const factor = new SecondFactorPage(page);
  const { recoveryCodes } = await turnOn(factor, site);
  expect(recoveryCodes).toHaveLength(10);
  const [code = ''] = recoveryCodes;
  await factor.logInWithRecoveryCode(member.email, code);
  await expect(page).toHaveURL('/orders');
  await factor.logInWithRecoveryCode(member.email, code);
  await expect(page.getByText('This recovery code does not fit, or it was used already.')).toBeVisible();
});

test('turning the second factor off takes password and code', async ({ page, site, member }) => {
  const factor = new SecondFactorPage(page);
  const { codeAt } = await turnOn(factor, site);
  await new SettingsPage(page).open();
  await page.getByRole('link', { name: 'Turn off' }).click();
  await page.getByLabel('Password').fill(customerPassword);
  await site.forward({ minutes: 1 });
  await page.getByLabel('Code from the app').fill(codeAt(site.now()));
  await page.getByRole('main').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByRole('status'), member.email).toContainText('Log-in with a code is off.');
});

async function turnOn(factor: SecondFactorPage, { now }: { readonly now: () => Date }) {
  await factor.begin(customerPassword);
  const { codeAt } = readCodeApp(await factor.page.content());
  await factor.confirm(codeAt(now()));
  return { codeAt, recoveryCodes: await factor.recoveryCodes() };
}
