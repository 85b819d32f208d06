import { makeOptOutToken } from '../../../shared/my-page/opt-out-token.ts';
import { optOutSecretAnswer } from '../../../shared/my-page/protocol.ts';
import { callApi } from '../../support/call-api.ts';
import type { Customer, ShopDesk } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { SettingsPage } from '../pages/settings-page.ts';

test('the link of a mail asks before it stops order status e-mails, and My settings show it', async ({
  page,
  shop,
  member,
}) => {
  await page.goto(await optOutLink(shop, member));
  expect(await optOuts(shop, member)).toHaveLength(0);
  await page.getByRole('button', { name: 'Stop these e-mails' }).click();
  await expect(page.getByRole('heading', { name: 'You get no more order status e-mails' })).toBeVisible();
  const settings = new SettingsPage(page);
  await settings.open();
  await expect(settings.statusMails()).not.toBeChecked();
  expect(await optOuts(shop, member)).toHaveLength(1);
});

test("a mail program's one click stops them at once, without cookies or a page", async ({ playwright, shop, kari }) => {
  const mailProgram = await playwright.request.newContext({ baseURL: shop.site.url });
  const answer = await mailProgram.post(await optOutLink(shop, kari), {
    form: { 'List-Unsubscribe': 'One-Click' },
  });
  expect(answer.status()).toBe(200);
  expect(await optOuts(shop, kari)).toHaveLength(1);
  await mailProgram.dispose();
});

/** As the desktop writes it into the mails of that contact. */
async function optOutLink(shop: ShopDesk, { contactId }: Customer): Promise<string> {
  const { desktopKey: key, url } = shop.site;
  const { body } = await callApi({ url }, { key, path: '/opt-out-secret' });
  return `/opt-out/${makeOptOutToken(contactId, optOutSecretAnswer.parse(body).secret)}`;
}

function optOuts(shop: ShopDesk, customer: Customer) {
  return shop.enquiriesOf(
    'customer-settings',
    ({ contactId, orderStatusMails }) => contactId === customer.contactId && orderStatusMails === false,
  );
}
