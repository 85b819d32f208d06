import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMyPage } from '../../../my-page/server.ts';
import type { PublishedAccount } from '../../../shared/my-page/protocol.ts';
import { callApi, makeClock, siteNow, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makeAccount, publish, testSettings } from '../../support/my-page-documents.ts';
import { lastMailTo, linkIn, startMailServer } from '../../support/my-page-mails.ts';
import { openVisitor } from '../../support/my-page-visitor.ts';
import type { CaughtMail } from '../../support/smtp.ts';

const password = 'correct horse battery';
const clock = makeClock();
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let myPage: TestMyPage;
let customers = 0;
beforeAll(async () => {
  mailServer = await startMailServer();
  myPage = await startMyPage({ clock: clock.now, mailServer: mailServer.server });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(async () => {
  await myPage.close();
  await mailServer.close();
});

async function publishedAccount(changes: Partial<PublishedAccount> = {}): Promise<PublishedAccount> {
  customers += 1;
  const account = makeAccount({ email: `customer-${customers}@example.com`, ...changes });
  await publish(myPage, '/accounts', { accounts: [account] });
  return account;
}

/** Everything that goes to an address from now on, once all that is due has gone. */
async function mailsTo(address: string): Promise<readonly CaughtMail[]> {
  await myPage.sendDueMails();
  return mailServer.mails.filter(({ to }) => to === address);
}

async function subjectsTo(address: string): Promise<readonly (string | undefined)[]> {
  return (await mailsTo(address)).map(({ parsed }) => parsed.subject);
}

async function choosePassword(account: PublishedAccount): Promise<void> {
  const link = linkIn(lastMailTo(await mailsTo(account.email), account.email));
  expect((await openVisitor(myPage.url).submit(link, link, { password })).status).toBe(303);
}

function askForMail(account: PublishedAccount) {
  const path = `/accounts/${account.accountId}/mails`;
  return callApi(myPage, { key: myPage.desktopKey, method: 'POST', path });
}

const mailSettings = { senderName: '', senderAddress: '', replyTo: '', copyTo: '', texts: [] };

describe('what an account has to do with', () => {
  test('an approved account that begins here is invited, once, and its link sets the password for 7 days', async () => {
    const account = await publishedAccount();
    await publish(myPage, '/accounts', { accounts: [account] });
    expect(await subjectsTo(account.email)).toEqual(['Choose a password for your account - Test shop']);
    clock.forward({ minutes: 7 * 24 * 60 - 1 });
    await choosePassword(account);
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });

  test('an invitation link is too old after 7 days, a reset link after 60 minutes', async () => {
    const account = await publishedAccount();
    const invited = linkIn(lastMailTo(await mailsTo(account.email), account.email));
    clock.forward({ minutes: 7 * 24 * 60 });
    expect((await openVisitor(myPage.url).get(invited)).status).toBe(410);
    await askForMail(account);
    await choosePassword(account);
    await askForMail(account);
    const reset = linkIn(lastMailTo(await mailsTo(account.email), account.email));
    clock.forward({ minutes: 59 });
    expect((await openVisitor(myPage.url).get(reset)).status).toBe(200);
    clock.forward({ minutes: 1 });
    expect((await openVisitor(myPage.url).get(reset)).status).toBe(410);
  });

  test('each change of status is told once; an account that staff begin as pending hears nothing', async () => {
    const account = await publishedAccount({ status: 'pending' });
    expect(await subjectsTo(account.email)).toEqual([]);
    for (const status of ['approved', 'approved', 'declined', 'declined', 'pending', 'approved'] as const) {
      await publish(myPage, '/accounts', { accounts: [{ ...account, status }] });
      await myPage.sendDueMails();
    }
    expect(await subjectsTo(account.email)).toEqual([
      'Choose a password for your account - Test shop',
      'About your account - Test shop',
      'We have your registration - Test shop',
      'Choose a password for your account - Test shop',
    ]);
  });

  test('a registration is answered at once, and approved it may log in without another link', async () => {
    const form = { name: 'Ola Berg', email: 'ola@example.com', password };
    await openVisitor(myPage.url).submit('/register', '/register', form);
    const link = linkIn(lastMailTo(await mailsTo(form.email), form.email));
    await openVisitor(myPage.url).submit(link, link, { password });
    expect(await subjectsTo(form.email)).toEqual([
      'Confirm your e-mail - Test shop',
      'We have your registration - Test shop',
    ]);
    const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
    const { enquiries } = reply.body as { enquiries: readonly { siteAccountId: string }[] };
    const siteAccountId = enquiries.at(-1)?.siteAccountId ?? '';
    await publish(myPage, '/accounts', { accounts: [makeAccount({ email: form.email, siteAccountId })] });
    expect((await subjectsTo(form.email)).slice(1)).toEqual([
      'We have your registration - Test shop',
      'Your account is ready - Test shop',
    ]);
    expect((await openVisitor(myPage.url).logIn(form.email, password)).status).toBe(303);
  });

  test('registering a known address mails that address alone, and its link sets a new password', async () => {
    const account = await publishedAccount();
    await choosePassword(account);
    await openVisitor(myPage.url).submit('/register', '/register', { name: 'X', email: account.email });
    const link = linkIn(lastMailTo(await mailsTo(account.email), account.email));
    const chosen = { password: 'another long password' };
    expect((await openVisitor(myPage.url).submit(link, link, chosen)).location).toBe('/orders');
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(422);
    expect((await openVisitor(myPage.url).logIn(account.email, chosen.password)).status).toBe(303);
    expect((await subjectsTo(account.email)).slice(1)).toEqual([
      'Confirm your e-mail - Test shop',
      'Your password was changed - Test shop',
    ]);
  });

  test('the link of a registration works for 24 hours, and nobody gets more than three such mails in an hour', async () => {
    const form = { name: 'Ola Berg', email: 'ola.late@example.com' };
    for (let time = 1; time <= 5; time++) await openVisitor(myPage.url).submit('/register', '/register', form);
    const mails = await mailsTo(form.email);
    expect(mails).toHaveLength(3);
    clock.forward({ minutes: 24 * 60 - 1 });
    for (const mail of mails) expect((await openVisitor(myPage.url).get(linkIn(mail))).status).toBe(200);
    clock.forward({ minutes: 1 });
    for (const mail of mails) expect((await openVisitor(myPage.url).get(linkIn(mail))).status).toBe(410);
  });

  test('of several registrations with an address the first to be confirmed counts; the others’ links end', async () => {
    const form = { name: 'Ola Berg', email: 'ola.twice@example.com' };
    for (const name of ['Stranger', 'Ola Berg']) {
      await openVisitor(myPage.url).submit('/register', '/register', { ...form, name });
    }
    const [stranger, own] = (await mailsTo(form.email)).map(linkIn);
    await openVisitor(myPage.url).submit(own ?? '', own ?? '', { password });
    expect((await openVisitor(myPage.url).get(stranger ?? '')).status).toBe(410);
    expect((await openVisitor(myPage.url).get(own ?? '')).status).toBe(410);
  });

  test('the shop gets no copy of a link that confirms an address', async () => {
    const path = '/account-mails';
    await publish(myPage, path, { ...mailSettings, copyTo: 'shop@shop.example' });
    const before = (await mailsTo('shop@shop.example')).length;
    await openVisitor(myPage.url).submit('/register', '/register', { name: 'Ola', email: 'ola.copy@example.com' });
    expect(await subjectsTo('ola.copy@example.com')).toHaveLength(1);
    expect(await mailsTo('shop@shop.example')).toHaveLength(before);
    await publish(myPage, path, mailSettings);
  });

  test('a changed password is told, a first one is not', async () => {
    const account = await publishedAccount();
    await choosePassword(account);
    expect(await subjectsTo(account.email)).toHaveLength(1);
    const visitor = openVisitor(myPage.url);
    await visitor.logIn(account.email, password);
    const change = { 'old-password': password, 'new-password': 'another long password' };
    expect((await visitor.submit('/settings', '/settings/password', change)).status).toBe(303);
    expect((await subjectsTo(account.email)).at(-1)).toBe('Your password was changed - Test shop');
  });

  test('a link that has not gone yet is dropped when a password was chosen, and when the account was closed', async () => {
    const silent = await startMyPage({ clock: clock.now, mailServer: null });
    await publish(silent, '/site-settings', testSettings);
    const account = makeAccount({ email: 'waits@example.com' });
    await publish(silent, '/accounts', { accounts: [account] });
    const link = await callApi(silent, {
      key: silent.desktopKey,
      method: 'POST',
      path: `/accounts/${account.accountId}/one-time-link`,
    });
    const path = new URL((link.body as { url: string }).url).pathname;
    const visitor = openVisitor(silent.url);
    await visitor.submit(path, path, { password });
    await visitor.submit('/forgot-password', '/forgot-password', { email: account.email });
    await visitor.submit('/settings/delete', '/settings/delete', { password });
    const sending = await createMyPage({ ...silent.place, clock: clock.now, mailServer: mailServer.server });
    await sending.sendDueMails();
    expect(mailServer.mails.filter(({ to }) => to === account.email)).toEqual([]);
    await sending.close();
    await silent.close();
  });
});

describe('PUT /account-mails', () => {
  const own = { mail: 'invitation', language: 'en', subject: 'Hi {{ name }}', text: 'Go to {{ link }}' };

  test('stores sender, replies and texts, and says whether mails can go', async () => {
    const settings = {
      ...mailSettings,
      senderName: 'The shop',
      senderAddress: 'hi@shop.example',
      replyTo: 'ask@shop.example',
    };
    expect(await publish(myPage, '/account-mails', { ...settings, texts: [own] })).toEqual({ texts: 1, canSend: true });
    const account = await publishedAccount({ name: 'Kari Nordmann' });
    const [mail] = await mailsTo(account.email);
    expect(mail?.parsed.subject).toBe('Hi Kari Nordmann');
    expect(mail?.parsed.from?.value).toEqual([{ name: 'The shop', address: 'hi@shop.example' }]);
    expect(mail?.parsed.replyTo?.value[0]?.address).toBe('ask@shop.example');
    expect(mail?.parsed.text).toMatch(/^Go to http:\S+\/set-password\/[\w-]{43}\s*$/);
    await publish(myPage, '/account-mails', mailSettings);
  });

  test.each([
    ['without its link', { ...own, text: 'Welcome' }, 'texts.0.text'],
    ['with the link in a comment', { ...own, text: '{% comment %}{{ link }}{% endcomment %}' }, 'texts.0.text'],
    ['with a placeholder that is none', { ...own, text: '{{ link }} {{ password }}' }, 'texts.0.text'],
    ['that loops', { ...own, text: '{{ link }}{% for x in (1..9) %}{% endfor %}' }, 'texts.0.text'],
    ['that reads files', { ...own, text: "{{ link }}{% include '/etc/passwd' %}" }, 'texts.0.text'],
    ['that is broken off', { ...own, subject: 'Hi {{ name' }, 'texts.0.subject'],
    ['that is empty', { ...own, subject: ' ' }, 'texts.0.subject'],
  ])('refuses a text %s, and names its place', async (_name, text, field) => {
    const body = { ...mailSettings, texts: [text] };
    const reply = await callApi(myPage, { key: myPage.desktopKey, method: 'PUT', path: '/account-mails', body });
    expect(reply).toMatchObject({ status: 400, body: { error: 'bad-input', faults: [{ field }] } });
  });

  test.each(['senderAddress', 'replyTo', 'copyTo'])('refuses a %s that is no address', async (field) => {
    for (const address of ['shop', 'a@shop.example, b@shop.example', 'a@shop.example\r\nBcc: b@c.example']) {
      const body = { ...mailSettings, [field]: address };
      const reply = await callApi(myPage, { key: myPage.desktopKey, method: 'PUT', path: '/account-mails', body });
      expect(reply).toMatchObject({ status: 400, body: { faults: [{ field }] } });
    }
  });

  test('a text that fails for one customer gives way to the built-in one', async () => {
    const text = "{% if name == 'Kari' %}{{ link }}{% endif %}{% unless name == 'Ola' %}{{ link }}{% endunless %}";
    await publish(myPage, '/account-mails', { ...mailSettings, texts: [{ ...own, text }] });
    const account = await publishedAccount({ name: 'Ola' });
    const [mail] = await mailsTo(account.email);
    expect(mail?.parsed.subject).toBe('Choose a password for your account - Test shop');
    await publish(myPage, '/account-mails', mailSettings);
  });

  test('a copy goes to the shop, without the link', async () => {
    await publish(myPage, '/account-mails', { ...mailSettings, copyTo: 'office@shop.example' });
    const account = await publishedAccount();
    expect(linkIn(lastMailTo(await mailsTo(account.email), account.email))).toContain('/set-password/');
    const [copy] = await mailsTo('office@shop.example');
    expect(copy?.parsed.subject).toBe('Copy: Choose a password for your account - Test shop');
    expect(copy?.parsed.text).toContain(`Copy of an e-mail to ${account.email}`);
    expect(copy?.raw.toString()).not.toContain('set-password');
    await publish(myPage, '/account-mails', mailSettings);
  });
});

describe('POST /accounts/:accountId/mails', () => {
  test('invites who has no password yet and resets the others; staff get no link', async () => {
    const account = await publishedAccount();
    const invited = await askForMail(account);
    expect(invited).toMatchObject({ status: 202, body: { mail: 'invitation', to: account.email } });
    expect(JSON.stringify(invited.body)).not.toContain('set-password');
    await choosePassword(account);
    expect(await askForMail(account)).toMatchObject({ status: 202, body: { mail: 'reset', to: account.email } });
    expect((await subjectsTo(account.email)).at(-1)).toBe('Choose a new password - Test shop');
  });

  test('opens an account again that its owner had closed', async () => {
    const account = await publishedAccount();
    await choosePassword(account);
    const visitor = openVisitor(myPage.url);
    await visitor.logIn(account.email, password);
    await visitor.submit('/settings/delete', '/settings/delete', { password });
    const before = (await mailsTo(account.email)).length;
    await visitor.submit('/forgot-password', '/forgot-password', { email: account.email });
    expect(await mailsTo(account.email)).toHaveLength(before);
    await askForMail(account);
    await choosePassword(account);
    expect((await openVisitor(myPage.url).logIn(account.email, password)).status).toBe(303);
  });

  test('says why it cannot', async () => {
    const declined = await publishedAccount({ status: 'declined' });
    expect(await askForMail(declined)).toMatchObject({ status: 409, body: { error: 'account-not-approved' } });
    expect(await askForMail(makeAccount())).toMatchObject({ status: 404, body: { error: 'account-unknown' } });
    const silent = await startMyPage();
    const account = makeAccount();
    expect(await publish(silent, '/account-mails', mailSettings)).toEqual({ texts: 0, canSend: false });
    await publish(silent, '/accounts', { accounts: [account] });
    const path = `/accounts/${account.accountId}/mails`;
    const reply = await callApi(silent, { key: silent.desktopKey, method: 'POST', path });
    expect(reply).toMatchObject({ status: 409, body: { error: 'mail-not-set-up' } });
    await silent.close();
  });
});

describe('every mail', () => {
  test('says that no person wrote it, in whose language it is, and who it is from; nothing is loaded or counted', async () => {
    const account = await publishedAccount({ language: 'de' });
    const { parsed, raw, wasEncrypted } = lastMailTo(await mailsTo(account.email), account.email);
    expect(wasEncrypted).toBe(true);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('All');
    expect(parsed.headers.get('content-language')).toBe('de');
    expect(parsed.messageId).toMatch(/^<[\w.-]+@shop\.example>$/);
    expect(parsed.date?.getTime()).toBeGreaterThanOrEqual(siteNow.getTime());
    expect(parsed.from?.value).toEqual([{ name: 'Test shop', address: 'my-page@shop.example' }]);
    expect(raw.toString()).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(parsed.html).toContain('<html lang="de">');
    expect(parsed.html).toContain('prefers-color-scheme:dark');
    expect(parsed.html).not.toMatch(/<img|url\(|<script|<link/i);
  });

  test('shows in HTML what it says as text', async () => {
    const account = await publishedAccount({ name: 'Kari <b>Nordmann</b>' });
    const { parsed } = lastMailTo(await mailsTo(account.email), account.email);
    const shown = String(parsed.html)
      .replace(/<style>[\s\S]*<\/style>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    for (const word of words(parsed.text ?? '')) expect(words(shown)).toContain(word);
    expect(parsed.html).not.toContain('<b>');
  });

  test('greets nobody with a link that a stranger typed as his name', async () => {
    const form = { name: 'Win a prize at evil.example', email: 'victim@example.com', password };
    await openVisitor(myPage.url).submit('/register', '/register', form);
    const { parsed } = lastMailTo(await mailsTo(form.email), form.email);
    expect(parsed.text).toContain('Hello victim@example.com,');
    expect(parsed.text).not.toContain('evil');
  });
});
