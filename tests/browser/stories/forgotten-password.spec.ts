import { linkIn } from '../../support/my-page-mails.ts';
import { mailTo } from '../mailed.ts';
import { expect, test } from '../my-page-test.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { SetPasswordPage } from '../pages/set-password-page.ts';

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
  const mail = await mailTo(site, member.email);
  expect(mail.parsed.subject).toContain('Test shop');
  const link = linkIn(mail);
  for (const method of ['head', 'get', 'get'] as const) expect((await request[method](link)).status()).toBe(200);
  await page.goto(link);
  await new SetPasswordPage(page).choose('under the northern lights');
  await expect(page).toHaveURL('/orders');
  await page.goto(link);
  await expect(new SetPasswordPage(page).spent()).toBeVisible();
  await mailTo(site, member.email, 2);
});

test('the link of such a mail works for an hour', async ({ page, context, site, member }) => {
  await context.clearCookies();
  await page.goto('/forgot-password');
  await new LogInPage(page).askForLink(member.email);
  const link = linkIn(await mailTo(site, member.email));
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
  await mailTo(site, kari.email);
  expect(site.mails.filter(({ to }) => to === `nobody.${kari.email}`)).toEqual([]);
});
