import { newPasswordLink } from '../../support/my-page-accounts.ts';
import { expect, test } from '../my-page-test.ts';
import { SetPasswordPage } from '../pages/set-password-page.ts';

test("the shop's link lets a customer choose a password once; a mail scanner that looks at it spends nothing", async ({
  page,
  shop,
  kari,
  request,
}) => {
  const link = await newPasswordLink(shop.site, kari.accountId);
  for (let look = 0; look < 3; look += 1) expect((await request.get(link)).status()).toBe(200);
  const setPassword = new SetPasswordPage(page);
  await page.goto(link);
  await expect(page.getByText(`For ${kari.email}`)).toBeVisible();
  await setPassword.choose('short');
  await expect(page.getByText('Choose at least 10 characters.')).toBeVisible();
  await setPassword.choose('over the mountain');
  await expect(page).toHaveURL('/orders');
  await page.goto(link);
  await expect(setPassword.spent()).toBeVisible();
});

test('a link that is too old, or not the newest, no longer works', async ({ page, shop, kari }) => {
  const setPassword = new SetPasswordPage(page);
  const first = await newPasswordLink(shop.site, kari.accountId);
  const second = await newPasswordLink(shop.site, kari.accountId);
  await page.goto(first);
  await expect(setPassword.spent()).toBeVisible();
  await page.goto(second);
  await expect(page.getByText(`For ${kari.email}`)).toBeVisible();
  await shop.site.forward({ minutes: 8 * 24 * 60 });
  await setPassword.choose('over the mountain');
  await expect(setPassword.spent()).toBeVisible();
});
