import { kari, sender } from '../support/e2e-shop.ts';
import { type NameServer, startNameServer } from '../support/name-server.ts';
import { browse, type OauthServer, startOauthServer } from '../support/oauth-server.ts';
import { expect, test as shopTest } from '../support/shop-test.ts';
import { startMailCatcher } from '../support/smtp.ts';
import type { StartedApp } from '../support/start-app.ts';
import { lookAt } from './accessibility/looks.ts';
import { OrdersPage, typeAndLeave } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

interface Fixtures {
  readonly names: NameServer;
  readonly oauth: OauthServer;
}

const key = `v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`;

/** What the sender's domain, fjell.example, publishes: it lets Google send and signs with Google's selector. */
const goodZone = {
  'fjell.example': { TXT: ['v=spf1 include:_spf.google.com ~all'] },
  '_spf.google.com': { TXT: ['v=spf1 ip4:192.0.2.0/24 ~all'] },
  '_dmarc.fjell.example': { TXT: ['v=DMARC1; p=quarantine'] },
  'google._domainkey.fjell.example': { TXT: [key] },
};

const test = shopTest.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  names: async ({}, use) => {
    const names = await startNameServer(goodZone);
    await use(names);
    await names.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  oauth: async ({}, use) => {
    const oauth = await startOauthServer();
    await use(oauth);
    await oauth.close();
  },
  start: async ({ shop, names }, use) => use({ args: [shop.companyPath], env: { ORDERBUD_TEST_DNS: names.server } }),
});

/** The system's browser, which opens what the program asks it to. */
async function replaceBrowser(app: StartedApp): Promise<() => Promise<string | undefined>> {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return () => app.electron.evaluate(() => (globalThis as { opened?: string[] }).opened?.at(-1));
}

test('a provider is chosen, the check goes through every step, and a test mail goes to the shop only', async ({
  page,
  shop,
  names,
}) => {
  test.slow();
  const settings = new WebsiteSettingsPage(page);
  await settings.open('E-mail (SMTP)');

  await test.step('the preset fills in server and limits, which can be changed', async () => {
    await settings.field('Mail provider').selectOption({ label: 'Google Workspace' });
    await expect(settings.field('Server')).toHaveValue('smtp.gmail.com');
    await expect(settings.field('Mails in 24 hours')).toHaveValue('2000');
    await expect(settings.field('DKIM selectors')).toHaveValue('google');
    await typeAndLeave(settings.field('Mails in 24 hours'), '1');
    await typeAndLeave(settings.field('Mails per minute'), '');
    await typeAndLeave(settings.field('Server'), '127.0.0.1');
    await typeAndLeave(settings.port(), String(shop.smtpPort));
  });

  await test.step('what is no DKIM selector, or no directory at Microsoft, is said while it is typed', async () => {
    await settings.field('DKIM selectors').fill('google s1..two');
    await expect(page.getByText('Letters, digits, hyphens and dots, such as selector1.')).toBeVisible();
    await settings.field('DKIM selectors').press('Escape');
    await expect(settings.field('DKIM selectors')).toHaveValue('google');
    await settings.field('How mails log in').selectOption({ label: 'Signing in at the provider (OAuth)' });
    await settings.field('Sign in at').selectOption({ label: 'Microsoft' });
    await settings.field('Directory (tenant) id').fill('a/b');
    await expect(page.getByText('such as contoso.onmicrosoft.com.')).toBeVisible();
    await settings.field('Directory (tenant) id').press('Escape');
    await expect(page.getByText('such as contoso.onmicrosoft.com.')).toBeHidden();
    await settings.field('How mails log in').selectOption({ label: 'User name and password' });
  });

  await test.step('all is well', async () => {
    expect(await settings.check()).toEqual({
      Connection: 'In order',
      Encryption: 'In order',
      Login: 'In order',
      Sender: 'In order',
      'Sender and account': 'Not known',
      'SPF: who may send': 'In order',
      'DMARC: what forged mails get': 'In order',
      'DKIM: signed mails': 'In order',
    });
    await expect(page.getByText('Checked: all is in order.')).toBeVisible();
    await expect(page.getByText('v=spf1 include:_spf.google.com ~all')).toBeVisible();
  });

  await test.step('what is wrong is told with what to do', async () => {
    names.hold({ ...goodZone, 'fjell.example': { TXT: ['v=spf1 -all'] }, 'google._domainkey.fjell.example': {} });
    shop.letMailServer({ onSender: () => ({ reply: '550 5.7.1 Not your address' }) });
    expect(await settings.check()).toMatchObject({
      Sender: 'Put right',
      'SPF: who may send': 'Put right',
      'DMARC: what forged mails get': 'Put right',
      'DKIM: signed mails': 'Put right',
    });
    await expect(page.getByText('Checked: 4 steps to look at.')).toBeVisible();
    await expect(settings.checkSteps().filter({ hasText: 'SPF: who may send' })).toContainText(
      'add include:_spf.google.com',
    );
    shop.letMailServer({});
    expect(shop.mails).toHaveLength(0);
  });

  await test.step('a test mail', async () => {
    await settings.sendTest(kari.email.toUpperCase());
    await expect(page.getByRole('alert')).toContainText('The address is a customer’s.');
    expect(shop.mails).toHaveLength(0);
    await settings.sendTest('owner@fjell.example');
    await expect(page.getByText(/^The mail server took the test mail \(250 /)).toBeVisible();
    expect(shop.mails).toMatchObject([
      {
        to: 'owner@fjell.example',
        from: sender.address,
        parsed: { subject: 'Test from Orderbud: e-mail for Fjellbutikken' },
      },
    ]);
  });

  await test.step('the limit of the day is kept by runs, and they say so', async () => {
    const orders = new OrdersPage(page);
    await orders.markPicked(kari.webOrderNo);
    await orders.markPicked('W-1002');
    const websiteData = new WebsiteDataPage(page);
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({
      'Mails planned': 2,
      'Accepted by the mail server': 1,
      'Waiting for the next run': 1,
    });
    await expect(websiteData.report().getByRole('alert')).toContainText('The mail server takes no more mails today');
    expect(shop.mails).toHaveLength(2);
  });
});

test('signing in at the provider: the browser comes back, mails go, and a sign-in taken back says what to do', async ({
  app,
  page,
  oauth,
}) => {
  test.slow();
  const user = 'post@fjell.example';
  const catcher = await startMailCatcher({ user, accessToken: oauth.accessToken });
  const openedPage = await replaceBrowser(app);
  const settings = new WebsiteSettingsPage(page);
  await settings.open('E-mail (SMTP)');

  await test.step('sign in', async () => {
    await typeAndLeave(settings.port(), String(catcher.port));
    await settings.field('How mails log in').selectOption({ label: 'Signing in at the provider (OAuth)' });
    await settings.field('Sign in at').selectOption({ label: 'Another provider' });
    await typeAndLeave(settings.field('User name'), user);
    await typeAndLeave(settings.field('Address of the sign-in page'), oauth.authorizeUrl);
    await typeAndLeave(settings.field('Address for tokens'), oauth.tokenUrl);
    await typeAndLeave(settings.field('Client id'), oauth.clientId);
    await typeAndLeave(settings.field('Client secret'), oauth.clientSecret);
    await expect(page.getByText('Not signed in')).toBeVisible();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(openedPage).toContain(oauth.authorizeUrl);
    expect(await browse((await openedPage()) ?? '')).toContain('You are signed in');
    await expect(page.getByText('You are signed in.')).toBeVisible();
    await expect(page.getByText('Signed in on this computer')).toBeVisible();
    expect(await settings.check()).toMatchObject({
      Login: 'In order',
      Sender: 'In order',
      'Sender and account': 'In order',
    });
  });

  const websiteData = new WebsiteDataPage(page);
  await test.step('a run mails', async () => {
    await new OrdersPage(page).markPicked(kari.webOrderNo);
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Mails planned': 1, 'Accepted by the mail server': 1 });
    expect(catcher.mails.map(({ to }) => to)).toEqual([kari.email]);
  });

  await test.step('taken back', async () => {
    oauth.revoke();
    await new OrdersPage(page).markPicked('W-1002');
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Mails planned': 1, 'Waiting for the next run': 1 });
    await expect(websiteData.report().getByRole('alert')).toContainText('Click Sign in again');
  });

  await test.step('signed in again, the mail goes', async () => {
    await settings.open('E-mail (SMTP)');
    const before = await openedPage();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await expect.poll(openedPage).not.toBe(before);
    await browse((await openedPage()) ?? '');
    await expect(page.getByText('You are signed in.')).toBeVisible();
    await websiteData.open();
    expect(await websiteData.run()).toMatchObject({ 'Accepted by the mail server': 1 });
    expect(catcher.mails).toHaveLength(2);
  });
  await catcher.close();
});

test('what the check found and signing in: axe finds nothing grave', async ({ page, names }) => {
  test.slow();
  const settings = new WebsiteSettingsPage(page);
  await settings.open('E-mail (SMTP)');
  names.hold({ 'fjell.example': { TXT: ['v=spf1 -all'] } });
  await lookAt(page, {
    checked: () => settings.check(),
    'a test mail': async () => {
      await settings.sendTest('owner@fjell.example');
      await expect(page.getByText(/^The mail server took the test mail/)).toBeVisible();
    },
    'signing in': async () => {
      await settings.field('How mails log in').selectOption({ label: 'Signing in at the provider (OAuth)' });
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText(
        'What is needed to sign in at the mail provider is not complete.',
      );
    },
  });
});
