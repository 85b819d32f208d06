import { expect, test } from '../my-page-test.ts';
import { SettingsPage } from '../pages/settings-page.ts';

test('language and e-mails that a customer chooses show at once and reach the shop', async ({ page, shop, member }) => {
  const settings = new SettingsPage(page);
  await settings.open();
  await expect(settings.statusMails()).toBeChecked();
  await settings.language().selectOption({ label: 'Norsk' });
  await settings.statusMails().uncheck();
  await settings.save();
  await expect(page.getByRole('heading', { name: 'Mine innstillinger' })).toBeVisible();
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  const told = await shop.enquiriesOf('customer-settings', ({ siteAccountId }) => siteAccountId === member.siteId);
  expect(told.at(-1)).toMatchObject({ language: 'nb', orderStatusMails: false });
});

test('a change of details is proposed, not made: the shop gets it as an enquiry', async ({ page, shop, member }) => {
  const settings = new SettingsPage(page);
  await settings.open();
  await page.getByRole('link', { name: 'Propose a change' }).click();
  await page.getByLabel('Phone').fill('22 33 44 55');
  await page.getByRole('button', { name: 'Send to the shop' }).click();
  await expect(settings.details()).toContainText('You proposed a change on');
  await expect(settings.details()).not.toContainText('22 33 44 55');
  const [proposal] = await shop.enquiriesOf('changed-details', ({ siteAccountId }) => siteAccountId === member.siteId);
  expect(proposal?.customer).toMatchObject({ email: member.email, phone: '22 33 44 55' });
});
