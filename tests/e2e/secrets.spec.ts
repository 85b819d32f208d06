import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openKeychain } from '../../main/engine/secrets/keychain-client.ts';
import { websiteKeyAccount } from '../../main/engine/website/website-key.ts';
import { answerFileDialogs } from '../support/dialogs.ts';
import { kari, lars, smtpLogin } from '../support/e2e-shop.ts';
import { engineVersion } from '../support/engine-calls.ts';
import { filesWith, formsOf } from '../support/files-with.ts';
import { startImapServer } from '../support/imap-server.ts';
import { startNameServer } from '../support/name-server.ts';
import { browse, startOauthServer } from '../support/oauth-server.ts';
import { expect, test as shopTest } from '../support/shop-test.ts';
import { startMailCatcher } from '../support/smtp.ts';
import type { StartedApp } from '../support/start-app.ts';
import { MainWindow } from './pages/main-window.ts';
import { OrdersPage, typeAndLeave } from './pages/orders-page.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';
import { WebsiteSettingsPage } from './pages/website-settings-page.ts';

const box = { user: 'post@fjell.example', password: 'en boks full av brev & bud' } as const;
const mailbox = 'post@fjell.example';

const test = shopTest.extend<{ readonly servers: Servers }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  servers: async ({}, use) => {
    const servers = await startServers();
    await use(servers);
    await Promise.all(Object.values(servers).map((server) => server.close()));
  },
  start: async ({ shop, servers }, use) =>
    use({ args: [shop.companyPath], env: { ORDERBUD_TEST_DNS: servers.names.server } }),
});

type Servers = Awaited<ReturnType<typeof startServers>>;

async function startServers() {
  const oauth = await startOauthServer();
  return {
    oauth,
    imap: await startImapServer({ ...box, security: 'tls' }),
    names: await startNameServer({ 'fjell.example': { TXT: ['v=spf1 ~all'] } }),
    signInMails: await startMailCatcher({ user: mailbox, accessToken: oauth.accessToken }),
  };
}

/** The system's browser, which answers for the person as soon as a page is opened. */
async function replaceBrowser(app: StartedApp): Promise<() => Promise<string>> {
  await app.electron.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Object.assign(globalThis, { opened: url });
  });
  return () => app.electron.evaluate(() => String(Reflect.get(globalThis, 'opened') ?? ''));
}

async function killEngine(page: StartedApp['page']): Promise<void> {
  const { pid } = await engineVersion(page);
  process.kill(pid, 'SIGKILL');
  await expect.poll(async () => (await engineVersion(page).catch(() => ({ pid }))).pid).not.toBe(pid);
  await expect(page.getByText('was started again').first()).toBeVisible();
}

test('passwords, keys and tokens lie in the keychain only, whatever the program does with them', async ({
  app,
  page,
  shop,
  servers: { oauth, imap, signInMails },
  userData,
}) => {
  test.setTimeout(240_000);
  const window = new MainWindow(page);
  const settings = new WebsiteSettingsPage(page);
  const orders = new OrdersPage(page);
  const websiteData = new WebsiteDataPage(page);
  const run = async (...webOrderNos: readonly string[]) => {
    for (const webOrderNo of webOrderNos) await orders.markPicked(webOrderNo);
    await websiteData.open();
    return websiteData.run();
  };

  await test.step('a password for mails, and one for mails that come back', async () => {
    await settings.open('E-mail (SMTP)');
    await typeAndLeave(settings.password(), smtpLogin.password);
    await expect(settings.stored()).toBeVisible();
    const returns = settings.returnBox();
    await typeAndLeave(returns.getByLabel('IMAP server'), '127.0.0.1');
    await typeAndLeave(returns.getByLabel('IMAP port'), String(imap.port));
    await typeAndLeave(returns.getByLabel('User name of the mailbox'), box.user);
    await typeAndLeave(returns.getByLabel('Password of the mailbox'), box.password);
    await returns.getByRole('button', { name: 'Test the mailbox' }).click();
    await expect(returns).toContainText('accepted the login and opened the folder');
    expect(await settings.check()).toMatchObject({ Login: 'In order' });
  });

  await test.step('a run that works, and one whose login is refused', async () => {
    expect(await run(kari.webOrderNo)).toMatchObject({ 'Accepted by the mail server': 1 });
    shop.letMailServer({ onLogin: () => ({ reply: '535 5.7.8 Not your password' }) });
    expect(await run(lars.webOrderNo)).toMatchObject({ 'Waiting for the next run': 1 });
    await settings.open('E-mail (SMTP)');
    expect(await settings.check()).toMatchObject({ Login: 'Put right' });
  });

  await test.step('signing in at a provider, a run, and the sign-in taken back', async () => {
    const openedPage = await replaceBrowser(app);
    await typeAndLeave(settings.port(), String(signInMails.port));
    await settings.field('How mails log in').selectOption({ label: 'Signing in at the provider (OAuth)' });
    await settings.field('Sign in at').selectOption({ label: 'Another provider' });
    await typeAndLeave(settings.field('User name'), mailbox);
    await typeAndLeave(settings.field('Address of the sign-in page'), oauth.authorizeUrl);
    await typeAndLeave(settings.field('Address for tokens'), oauth.tokenUrl);
    await typeAndLeave(settings.field('Client id'), oauth.clientId);
    await typeAndLeave(settings.field('Client secret'), oauth.clientSecret);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(openedPage).toContain(oauth.authorizeUrl);
    await browse(await openedPage());
    await expect(page.getByText('Signed in on this computer')).toBeVisible();
    expect(await run()).toMatchObject({ 'Accepted by the mail server': 1 });
    oauth.revoke();
    await settings.open('E-mail (SMTP)');
    expect(await settings.check()).toMatchObject({ Login: 'Put right' });
  });

  await test.step('an engine that is killed, a backup, a support bundle, and killed again with its journal open', async () => {
    await killEngine(page);
    const backup = join(shop.folder, 'kept.orderbud');
    await answerFileDialogs(app, backup);
    await window.command('file.back-up');
    await expect(page.getByText(`Backed up to ${backup}`).last()).toBeVisible();
    await window.command('help.support-bundle');
    await answerFileDialogs(app, join(shop.folder, 'bundle.json'));
    await window.dialog().getByRole('button', { name: 'Save as a file' }).click();
    await expect(page.getByText('Support bundle saved as').last()).toBeVisible();
    await killEngine(page);
  });

  const key = await openKeychain().get(websiteKeyAccount(shop.websitePublicId));
  const planted = [smtpLogin.password, box.password, oauth.clientSecret, key ?? '', ...oauth.handedOut];
  expect(planted.map((secret) => secret.length)).not.toContain(0);
  expect(oauth.handedOut.length).toBeGreaterThanOrEqual(2);

  await test.step('everything that could hold one is there to be searched', async () => {
    const names = (await readdir(shop.folder, { recursive: true })).map((name) => basename(name));
    expect(names).toEqual(expect.arrayContaining(['fjellbutikken.orderbud', 'kept.orderbud', 'bundle.json']));
    expect(names.filter((name) => /-wal$/.test(name))).not.toEqual([]);
    expect(names.filter((name) => /^\d{4}-\d\d-\d\d\.orderbud$/.test(name))).toHaveLength(1);
    expect(await readdir(join(userData, 'logs'))).toContain('engine.log');
    expect(await filesWith(shop.folder, kari.webOrderNo)).not.toEqual([]);
    // Where this search would find one, in every way in which it may be written
    const probe = join(userData, 'probe');
    for (const [name, form] of formsOf(box.password)) {
      await writeFile(probe, Buffer.concat([Buffer.from('x'), form]));
      expect(await filesWith(userData, box.password)).toContain(`${probe} (${name})`);
    }
    await writeFile(probe, Buffer.from(`\0${box.user}\0${box.password}`).toString('base64'));
    expect(await filesWith(userData, box.password)).not.toEqual([]);
    await writeFile(probe, '');
  });

  await test.step('and none does', async () => {
    for (const secret of planted) {
      expect(await filesWith(shop.folder, secret)).toEqual([]);
      expect(await filesWith(userData, secret)).toEqual([]);
    }
  });
});
