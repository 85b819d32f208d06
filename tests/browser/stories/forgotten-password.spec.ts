import { linkIn } from '../../support/my-page-mails.ts';
import { expect, test } from '../my-page-test.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { SetPasswordPage } from '../pages/set-password-page.ts';

const newPassword = /new password/i;

test('a forgotten password: a mail leads to a new one, once, and a mail scanner that looks first spends nothing', async ({
  page,
  context,
  site,
  member,
  request,
}) => {
  await context.clearCookies();
  await page.goto('/log-in');
  await page.getByRole('link', { name: 'Forgotten password?' }).click();
  await new LogInPage(page).askForLink(member.email);
  await expect(page.getByRole('heading', { name: 'Look in your inbox' })).toBeVisible();
  const link = linkIn(await site.mailBox.mailTo(member.email, newPassword));
  for (const method of ['head', 'get', 'get'] as const) expect((await request[method](link)).status()).toBe(200);
  await page.goto(link);
  await new SetPasswordPage(page).choose('under the northern lights');
  await expect(page).toHaveURL('/orders');
  await page.goto(link);
  await expect(new SetPasswordPage(page).spent()).toBeVisible();
  await site.mailBox.mailTo(member.email, /password.*changed/i);
});

test('the link of such a mail works for an hour', async ({ page, context, site, member }) => {
  await context.clearCookies();
  await page.goto('/forgot-password');
  await new LogInPage(page).askForLink(member.email);
  const link = linkIn(await site.mailBox.mailTo(member.email, newPassword));
  await site.forward({ minutes: 61 });
  await page.goto(link);
  await expect(new SetPasswordPage(page).spent()).toBeVisible();
});

test('who has no account gets the same answer, and no mail', async ({ page, site, kari }) => {
  await page.goto('/forgot-password');
  await new LogInPage(page).askForLink(`nobody.${kari.email}`);
  await expect(page.getByRole('heading', { name: 'Look in your inbox' })).toBeVisible();
  // The one after it has come, so this one would have, too
  await page.goto('/forgot-password');
  await new LogInPage(page).askForLink(kari.email);
  await site.mailBox.mailTo(kari.email, /./, 2);
  expect(site.mailBox.mailsTo(`nobody.${kari.email}`)).toEqual([]);
});
