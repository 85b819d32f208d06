import { expect, test } from '../my-page-test.ts';
import { SettingsPage } from '../pages/settings-page.ts';

test('every process of the site serves pages and takes forms of one and the same session', async ({
  page,
  site,
  siteKind,
  member,
}) => {
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.save();
  await expect(page.getByRole('status'), member.email).toBeVisible();
  // An odd number of requests later the next form goes to the other process
  await page.goto('/orders');
  await page.goto('/orders');
  await settings.open();
  await settings.save();
  await expect(page.getByRole('status')).toBeVisible();
  const served = [...site.proxy.served.values()];
  expect(served).toHaveLength(siteKind === 'two instances' ? 2 : 1);
  for (const requests of served) expect(requests).toEqual(expect.arrayContaining(['GET /orders', 'POST /settings']));
});
