import { expect, onTestFinished, test } from 'vitest';
import { readContact } from '../../../../main/engine/contacts/contact-store.ts';
import { contactsRouter } from '../../../../main/engine/contacts/contacts-router.ts';
import { all, run } from '../../../../main/engine/db/database.ts';
import { createCallerFactory, router } from '../../../../main/engine/trpc.ts';
import { accountMailsRouter } from '../../../../main/engine/website/account-mails-router.ts';
import { updateWebsiteRouter } from '../../../../main/engine/website/update-website-router.ts';
import { AppError } from '../../../../shared/errors.ts';
import { accountMailTexts } from '../../../../shared/my-page/account-mail-texts.ts';
import { publishAccounts } from '../../../../shared/my-page/protocol.ts';
import { openEngineSession } from '../../../support/engine-session.ts';
import { type SiteRequest, sendJson, startScriptedSite } from '../../../support/scripted-site.ts';

const routers = router({
  accountMails: accountMailsRouter,
  contacts: contactsRouter,
  updateWebsite: updateWebsiteRouter,
});

type Reply = { readonly status?: number; readonly body: unknown };

/** A site that takes everything; what it says to the wish for a link is for the test to decide. */
async function openShop() {
  const replies: { link: Reply } = { link: { body: { mail: 'invitation', to: 'kari@x.example' } } };
  const site = await startScriptedSite((request, response) => {
    if (request.authorization !== 'Bearer right') sendJson(response, { error: 'key', message: '' }, { status: 401 });
    else if (/\/accounts\/[^/]+\/mails$/.test(request.url)) sendJson(response, replies.link.body, replies.link);
    else sendJson(response, answerTo(request));
  });
  const { session, secrets, company, close } = await openEngineSession();
  onTestFinished(async () => {
    close();
    await site.close();
  });
  company.command((tx) =>
    run(tx, `INSERT INTO website(id, public_id, name, my_page_url) VALUES (1, 'site-1', 'Shop', @url)`, {
      url: site.url,
    }),
  );
  await secrets.set('website-key:site-1', 'right');
  const caller = createCallerFactory(routers)({ session });
  const { contactId } = await caller.contacts.create({ name: 'Kari', email: 'kari@x.example' });
  const addAccount = (status: 'approved' | 'pending' = 'approved') =>
    caller.contacts.addAccount({ contactId, websiteId: 1, email: 'kari@x.example', status });
  const account = () => readContact(company.db, contactId).accounts[0];
  const links = () => site.requests.filter(({ url }) => url.endsWith('/mails'));
  return { caller, company, contactId, secrets, site, replies, addAccount, account, links };
}

function answerTo({ url, body }: SiteRequest): unknown {
  if (url.endsWith('/opt-out-secret')) return { secret: 's'.repeat(40) };
  if (url.endsWith('/account-mails')) return { texts: 0, canSend: true };
  if (!url.endsWith('/accounts')) return {};
  const { accounts } = publishAccounts.parse(body);
  return { results: accounts.map(({ accountId }) => ({ accountId, siteAccountId: accountId, outcome: 'stored' })) };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: { cause?: unknown }) => (error.cause instanceof AppError ? error.cause.code : String(error)),
  );

test('the website mails the link to whom it says; staff see when and where to, never the link', async () => {
  const { caller, company, addAccount, account, links, site } = await openShop();
  const { accountId } = await addAccount();
  expect(await caller.accountMails.undisclosed()).toBe(1);
  await caller.updateWebsite.run();
  expect(account()).toMatchObject({ unpublished: null, siteStatus: 'approved', passwordMail: null });
  expect(await caller.accountMails.undisclosed()).toBe(0);
  expect(await caller.accountMails.sendPasswordMail({ accountId })).toEqual({
    mail: 'invitation',
    to: 'kari@x.example',
  });
  const publicId = all<{ id: string }>(company.db, 'SELECT public_id AS id FROM website_account')[0]?.id;
  expect(links().map(({ method, url }) => [method, url])).toEqual([['POST', `/api/v1/accounts/${publicId}/mails`]]);
  expect(account()?.passwordMail).toEqual({
    mail: 'invitation',
    to: 'kari@x.example',
    at: '2026-03-03T10:12:00.000Z',
  });
  expect(site.requests.some(({ url }) => url.includes('one-time-link'))).toBe(false);
});

test('no link goes to an account that is not approved, or that the website does not have as it stands here', async () => {
  const { caller, addAccount, account, links } = await openShop();
  const { accountId } = await addAccount('pending');
  const attempt = () => codeOf(caller.accountMails.sendPasswordMail({ accountId }));
  expect(await attempt()).toBe('account-not-approved');
  await caller.contacts.editAccount({ accountId, status: 'approved' });
  expect([account()?.unpublished, await attempt()]).toEqual(['account', 'account-not-published']);
  await caller.updateWebsite.run();
  await caller.contacts.editAccount({ accountId, email: 'new@x.example' });
  expect([account()?.unpublished, await attempt()]).toEqual(['user-name', 'account-not-published']);
  expect(links()).toEqual([]);
  await caller.updateWebsite.run();
  expect(await attempt()).toBe('no failure');
});

test('another name or address of the contact holds no link back', async () => {
  const { caller, contactId, addAccount, account } = await openShop();
  const { accountId } = await addAccount();
  await caller.updateWebsite.run();
  await caller.contacts.edit({ contactId, city: 'Bergen' });
  expect(account()?.unpublished).toBe('details');
  expect(await codeOf(caller.accountMails.sendPasswordMail({ accountId }))).toBe('no failure');
});

test.each([
  ['mail-not-set-up', 409, 'my-page-no-mail-server'],
  ['account-not-approved', 409, 'account-not-approved'],
  ['account-unknown', 404, 'account-not-published'],
  ['not-found', 404, 'website-mails-no-links'],
  ['bad-body', 400, 'website-bad-answer'],
])('a website that says %s sent nothing, and staff are told why', async (error, status, code) => {
  const { caller, addAccount, account, replies } = await openShop();
  const { accountId } = await addAccount();
  await caller.updateWebsite.run();
  replies.link = { status, body: { error, message: '' } };
  expect(await codeOf(caller.accountMails.sendPasswordMail({ accountId }))).toBe(code);
  expect(account()).toMatchObject({
    passwordMail: null,
    accountMailsAnswer: error === 'mail-not-set-up' ? 'no-mail-server' : 'can-send',
    unpublished: error === 'account-unknown' ? 'account' : null,
  });
});

test('a website that is away or refuses the key is named', async () => {
  const { caller, addAccount, secrets, site } = await openShop();
  const { accountId } = await addAccount();
  await caller.updateWebsite.run();
  await secrets.set('website-key:site-1', 'wrong');
  expect(await codeOf(caller.accountMails.sendPasswordMail({ accountId }))).toBe('website-key-refused');
  await site.close();
  expect(await codeOf(caller.accountMails.sendPasswordMail({ accountId }))).toBe('website-unreachable');
});

test('the built-in text is what is shown until staff write their own, part by part; it can be had back', async () => {
  const { caller } = await openShop();
  const ref = { websiteId: 1, mail: 'reset', language: 'no' } as const;
  const shown = async () => {
    const { texts } = await caller.accountMails.texts({ websiteId: 1 });
    return texts.find(({ mail, language }) => mail === ref.mail && language === ref.language);
  };
  const builtIn = accountMailTexts.nb.reset;
  expect(await shown()).toMatchObject({ ...builtIn, isOwn: false });
  await caller.accountMails.saveText({ ...ref, subject: 'Nytt passord hos {{ shop }}' });
  await caller.accountMails.saveText({ ...ref, text: 'Hei, {{ name }}: {{ link }}' });
  expect(await shown()).toMatchObject({
    subject: 'Nytt passord hos {{ shop }}',
    text: 'Hei, {{ name }}: {{ link }}',
    isOwn: true,
    sample: { subject: 'Nytt passord hos Shop', text: expect.stringMatching(/^Hei, Kari Nordmann: https:/) },
  });
  await caller.accountMails.useBuiltInText(ref);
  expect(await shown()).toMatchObject({ ...builtIn, isOwn: false });
  await caller.accountMails.saveText({ ...ref, subject: builtIn.subject, text: builtIn.text });
  expect(await shown()).toMatchObject({ isOwn: false });
});

test('a faulty text is not stored, and the one before stays', async () => {
  const { caller, company } = await openShop();
  const ref = { websiteId: 1, mail: 'invitation', language: 'en' } as const;
  await caller.accountMails.saveText({ ...ref, text: 'Good: {{ link }}' });
  for (const text of ['{{ link', '{{ lnik }}', 'No link', ''])
    expect(await codeOf(caller.accountMails.saveText({ ...ref, text }))).toBe('text-faulty');
  expect(all(company.db, 'SELECT text FROM account_mail_text')).toEqual([{ text: 'Good: {{ link }}' }]);
});

test('a look at a text tells its fault and shows what is sent meanwhile, and stores nothing', async () => {
  const { caller, company } = await openShop();
  const typed = { websiteId: 1, mail: 'invitation', language: 'en', subject: 'Welcome to {{ shop }}' } as const;
  const sound = await caller.accountMails.look({ ...typed, text: 'Choose: {{ link }}' });
  expect(sound).toMatchObject({ fault: null, sample: { subject: 'Welcome to Shop' } });
  expect(sound.sample.text).toMatch(/^Choose: https:/);
  const faulty = await caller.accountMails.look({ ...typed, text: 'Choose:\n{{ lenke }}' });
  expect(faulty.fault).toEqual({ place: 'text', reason: 'unknown-placeholder', line: 2, column: 4 });
  expect(faulty.sample.subject).not.toBe('Welcome to Shop');
  expect(all(company.db, 'SELECT * FROM account_mail_text')).toEqual([]);
});
