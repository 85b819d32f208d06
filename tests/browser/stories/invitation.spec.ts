import { callApi } from '../../support/call-api.ts';
import { linkIn } from '../../support/my-page-mails.ts';
import type { Customer, ShopDesk } from '../../support/shop-desk.ts';
import { mailTo } from '../mailed.ts';
import { expect, test } from '../my-page-test.ts';
import { SetPasswordPage } from '../pages/set-password-page.ts';

test('an invitation comes by mail in the language of the customer, and its link opens the account', async ({
  page,
  shop,
  site,
}) => {
  const ola = await shop.newCustomer({ name: 'Ola Nordmann', language: 'nb' });
  expect(await askForPasswordMail(shop, ola)).toMatchObject({ mail: 'invitation', to: ola.email });
  const mail = await mailTo(site, ola.email);
  expect(mail.parsed.headers.get('content-language')).toBe('nb');
  expect(mail.parsed.text).toContain('Hei');
  await page.goto(linkIn(mail));
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
  await page.locator('input[name=password]').fill('under the northern lights');
  await page.getByRole('main').getByRole('button').click();
  await expect(page).toHaveURL('/orders');
});

test('a second mail makes the link of the first one worthless', async ({ page, shop, site, kari }) => {
  await askForPasswordMail(shop, kari);
  const first = linkIn(await mailTo(site, kari.email));
  await askForPasswordMail(shop, kari);
  const second = linkIn(await mailTo(site, kari.email, 2));
  await page.goto(first);
  await expect(new SetPasswordPage(page).spent()).toBeVisible();
  await page.goto(second);
  await new SetPasswordPage(page).choose('under the northern lights');
  await expect(page).toHaveURL('/orders');
});

test('a customer who is approved is told so by mail', async ({ shop, site }) => {
  const pending = await shop.newCustomer({ status: 'pending' });
  await shop.publishAccount({ ...pending, status: 'approved' });
  const subjects = () => site.mails.filter(({ to }) => to === pending.email).map(({ parsed }) => parsed.subject);
  await expect.poll(subjects).toContain('Your account is ready - Test shop');
});

/** What "Send invitation" on a contact does. */
async function askForPasswordMail(shop: ShopDesk, { accountId }: Customer): Promise<unknown> {
  const { desktopKey: key, url } = shop.site;
  return (await callApi({ url }, { key, method: 'POST', path: `/accounts/${accountId}/mails` })).body;
}
