import { callApi } from '../../support/call-api.ts';
import { linkIn } from '../../support/my-page-mails.ts';
import type { Customer, ShopDesk } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { SetPasswordPage } from '../pages/set-password-page.ts';

test('a new customer of the shop is invited by mail in the own language, and the link opens the account', async ({
  page,
  shop,
  site,
}) => {
  const ola = await shop.newCustomer({ name: 'Ola Nordmann', language: 'nb' });
  const mail = await site.mailBox.mailTo(ola.email);
  expect(mail.parsed.headers.get('content-language')).toBe('nb');
  expect(mail.parsed.text).toContain('Hei');
  await page.goto(linkIn(mail));
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
  await page.locator('input[name=password]').fill('under the northern lights');
  await page.getByRole('main').getByRole('button').click();
  await expect(page).toHaveURL('/orders');
});

test('a second mail makes the link of the first one worthless', async ({ page, shop, site, kari }) => {
  const first = linkIn(await site.mailBox.mailTo(kari.email));
  expect(await askForPasswordMail(shop, kari)).toMatchObject({ mail: 'invitation', to: kari.email });
  const second = linkIn(await site.mailBox.mailTo(kari.email, /./, 2));
  await page.goto(first);
  await expect(new SetPasswordPage(page).spent()).toBeVisible();
  await page.goto(second);
  await new SetPasswordPage(page).choose('under the northern lights');
  await expect(page).toHaveURL('/orders');
});

/** What "Send invitation" on a contact does. */
async function askForPasswordMail(shop: ShopDesk, { accountId }: Customer): Promise<unknown> {
  const { desktopKey: key, url } = shop.site;
  return (await callApi({ url }, { key, method: 'POST', path: `/accounts/${accountId}/mails` })).body;
}
