import { randomUUID } from 'node:crypto';
import { linkIn } from '../../support/my-page-mails.ts';
import type { ShopDesk } from '../../support/shop-desk.ts';
import { expect, test } from '../my-page-test.ts';
import { CustomerForm } from '../pages/customer-form.ts';
import { LogInPage } from '../pages/log-in-page.ts';
import { SetPasswordPage } from '../pages/set-password-page.ts';

const password = 'over the mountain';

test('where approval is automatic, a new customer is in as soon as the address is confirmed', async ({
  page,
  shop,
  site,
}) => {
  await shop.publishSettings({ approval: 'automatic' });
  const email = newAddress();
  await page.goto('/log-in');
  await page.getByRole('main').getByRole('link', { name: 'Register' }).click();
  await register(new CustomerForm(page), email);
  await page.goto(linkIn(await site.mailBox.mailTo(email, /Confirm your e-mail/)));
  await expect(page.getByText(email)).toBeVisible();
  await new SetPasswordPage(page).confirm(password);
  await expect(page).toHaveURL('/orders');
  expect((await registration(shop, email))?.accountStatus).toBe('approved');
  await site.mailBox.mailTo(email, /Your account is ready/);
});

test('where approval is manual, a new customer waits until the shop has approved, and is told so by mail', async ({
  page,
  shop,
  site,
}) => {
  const email = newAddress();
  await page.goto('/register');
  await register(new CustomerForm(page), email);
  await expect(page.getByRole('heading', { name: 'Look in your inbox' })).toBeVisible();
  await page.goto(linkIn(await site.mailBox.mailTo(email, /Confirm your e-mail/)));
  await new SetPasswordPage(page).confirm(password);
  await expect(page.getByText('You can log in once it is approved')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Log in' }).click();
  const logIn = new LogInPage(page);
  await logIn.logIn(email, password);
  await expect(logIn.alert()).toContainText('waits for the shop to approve it');
  const asked = await registration(shop, email);
  expect(asked).toMatchObject({ accountStatus: 'pending', customer: { name: 'Ola Nordmann', phone: '22 33 44 55' } });
  const siteAccountId = asked?.siteAccountId ?? null;
  await site.mailBox.mailTo(email, /We have your registration/);
  await shop.newCustomer({ siteAccountId, email, name: 'Ola Nordmann' });
  await site.mailBox.mailTo(email, /Your account is ready/);
  await logIn.logIn(email, password);
  await expect(page).toHaveURL('/orders');
});

test('nobody gets into an account for an address whose mail somebody else reads', async ({ page, shop, site }) => {
  await shop.publishSettings({ approval: 'automatic' });
  const email = newAddress();
  await page.goto('/register');
  await register(new CustomerForm(page), email);
  await site.mailBox.mailTo(email, /Confirm your e-mail/);
  const logIn = new LogInPage(page);
  await logIn.open();
  await logIn.logIn(email, password);
  await expect(logIn.alert()).toContainText('do not belong together');
  expect(await registration(shop, email)).toBeUndefined();
});

test('an address that has an account gets the same answer as a new one; its link opens that account', async ({
  page,
  shop,
  site,
  kari,
}) => {
  await shop.publishSettings({ approval: 'automatic' });
  await page.goto('/register');
  await register(new CustomerForm(page), kari.email);
  await expect(page.getByRole('heading', { name: 'Look in your inbox' })).toBeVisible();
  await page.goto(linkIn(await site.mailBox.mailTo(kari.email, /Confirm your e-mail/)));
  await new SetPasswordPage(page).confirm(password);
  await expect(page).toHaveURL('/orders');
  expect(await registration(shop, kari.email)).toBeUndefined();
});

test('what is missing is marked at its field, and the rest stays as typed', async ({ page }) => {
  const form = new CustomerForm(page);
  await page.goto('/register');
  await form.fill({ 'E-mail': 'not an address', Phone: '22 33 44 55' });
  await form.send('Register');
  await expect(form.field('Name')).toHaveAccessibleDescription(/Fill this in\./);
  await expect(form.field('E-mail')).toHaveAccessibleDescription(/Type a whole e-mail address/);
  await expect(form.field('Phone')).toHaveValue('22 33 44 55');
});

test('a shop that lets nobody register offers no way to it', async ({ page, shop }) => {
  await shop.publishSettings({ approval: 'closed' });
  await page.goto('/log-in');
  await expect(page.getByRole('link', { name: 'Register' })).toHaveCount(0);
  await page.goto('/register');
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
});

test('the menu leads to registering where the shop wants it; the log-in page does in any case', async ({
  page,
  shop,
}) => {
  const inMenu = page.getByRole('navigation').first().getByRole('link', { name: 'Register' });
  await page.goto('/shop');
  await inMenu.click();
  await expect(page.getByRole('heading', { name: 'Register' })).toBeVisible();
  await shop.publishSettings({ showsRegisterLink: false });
  await page.goto('/log-in');
  await expect(inMenu).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'Register' })).toBeVisible();
});

function newAddress(): string {
  return `ola.${randomUUID()}@example.com`;
}

async function register(form: CustomerForm, email: string): Promise<void> {
  await form.fill({ Name: 'Ola Nordmann', 'E-mail': email, Phone: '22 33 44 55' });
  await form.send('Register');
}

async function registration(shop: ShopDesk, email: string) {
  const [found] = await shop.enquiriesOf('registration', ({ customer }) => customer.email === email);
  return found;
}
