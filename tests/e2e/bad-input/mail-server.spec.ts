import { type AddressInfo, createServer } from 'node:net';
import { kari, lars, smtpLogin } from '../../support/e2e-shop.ts';
import { expect, test } from '../../support/shop-test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { OrdersPage, typeAndLeave } from '../pages/orders-page.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';
import { WebsiteSettingsPage } from '../pages/website-settings-page.ts';

const waiting = { 'Mails planned': 1, 'Accepted by the mail server': 0, 'Waiting for the next run': 1 };
const accepted = { 'Mails planned': 1, 'Accepted by the mail server': 1, 'Waiting for the next run': 0 };

test('a mail server that takes nothing is named, and the mail goes once when it works again', async ({
  page,
  shop,
}) => {
  test.slow();
  const window = new MainWindow(page);
  const websiteData = new WebsiteDataPage(page);
  const settings = new WebsiteSettingsPage(page);
  await new OrdersPage(page).markPicked(kari.webOrderNo);

  await test.step('wrong password', async () => {
    await settings.open('E-mail (SMTP)');
    await typeAndLeave(settings.password(), 'wrong');
    await expect(settings.stored()).toBeVisible();
    expect(await settings.check()).toMatchObject({ Connection: 'In order', Login: 'Put right', Sender: 'Left out' });
    await expect(settings.checkSteps().filter({ hasText: 'Login' })).toContainText(
      'User name or password are not accepted: 535',
    );
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject(waiting);
    await expect(websiteData.report().getByRole('alert')).toContainText(
      'Mailing: The mail server did not accept the user name or the password.',
    );
    await expect(window.statusBar()).toContainText('1 mail waiting for the next run');
  });

  await test.step('no server', async () => {
    await settings.open('E-mail (SMTP)');
    await typeAndLeave(settings.password(), smtpLogin.password);
    await expect(settings.stored()).toBeVisible();
    await typeAndLeave(settings.port(), String(await freePort()));
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject(waiting);
    await expect(websiteData.report().getByRole('alert')).toContainText('Mailing: The mail server cannot be reached');
  });

  await test.step('refused sender', async () => {
    await settings.open('E-mail (SMTP)');
    await typeAndLeave(settings.port(), String(shop.smtpPort));
    shop.letMailServer({ onSender: () => ({ reply: '550 5.7.1 Not your address' }) });
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject(waiting);
    await expect(websiteData.report().getByRole('alert')).toContainText(
      'Mailing: The mail server does not accept the sender address.',
    );
  });

  await test.step('all well again', async () => {
    shop.letMailServer({});
    expect(await websiteData.run()).toMatchObject(accepted);
    await expect(window.alert()).toBeHidden();
    expect(shop.mails.map(({ to }) => to)).toEqual([kari.email]);
  });
});

test('a refused recipient is marked and held back from no other; staff lift the mark', async ({ page, shop }) => {
  const orders = new OrdersPage(page);
  const websiteData = new WebsiteDataPage(page);
  await orders.markPicked(kari.webOrderNo);
  await orders.markPicked(lars.webOrderNo);
  shop.letMailServer({
    onRecipient: (address) => (address === kari.email ? { reply: '550 5.1.1 No such user' } : undefined),
  });
  await websiteData.open();
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 2, 'Accepted by the mail server': 1, Refused: 1 });
  expect(shop.mails.map(({ to }) => to)).toEqual([lars.email]);
  await expect(websiteData.refusedAddresses()).toContainText(kari.email);
  await expect(websiteData.refusedAddresses()).toContainText('550 5.1.1 No such user');

  shop.letMailServer({});
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0 });
  await expect(websiteData.notTold()).toContainText('The mail server refused the address earlier');

  await page.getByRole('button', { name: 'This address works' }).click();
  await expect(websiteData.refusedAddresses()).toBeHidden();
  expect(await websiteData.run()).toMatchObject(accepted);
  expect(shop.mails.map(({ to }) => to)).toEqual([lars.email, kari.email]);
});

test('a line lost before the body is tried again; sending can be cancelled and goes on in the next run', async ({
  page,
  shop,
}) => {
  test.slow();
  const websiteData = new WebsiteDataPage(page);
  await new OrdersPage(page).markPicked(kari.webOrderNo);

  await test.step('cancelled while it waits for the next try', async () => {
    shop.letMailServer({ onRecipient: () => 'cut' });
    await websiteData.open();
    await websiteData.start().click();
    await page.getByRole('button', { name: 'Cancel sending' }).click();
    expect(await websiteData.finished()).toMatchObject(waiting);
    await expect(page.getByText('Sending was cancelled; mails not handed over wait for the next run.')).toBeVisible();
    expect(shop.mails).toHaveLength(0);
  });

  await test.step('tried again within the same run', async () => {
    let tries = 0;
    shop.letMailServer({
      onRecipient: () => {
        tries += 1;
        return tries === 1 ? 'cut' : undefined;
      },
    });
    expect(await websiteData.run(60_000)).toMatchObject(accepted);
    expect(tries).toBe(2);
    expect(shop.mails.map(({ to }) => to)).toEqual([kari.email]);
  });
});

/** A port where nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
