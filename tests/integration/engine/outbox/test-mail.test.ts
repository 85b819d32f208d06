import { afterEach, expect, test } from 'vitest';
import { get, holdWrites, type ReadDb } from '../../../../main/engine/db/database.ts';
import { readSendSettings } from '../../../../main/engine/outbox/send-settings-store.ts';
import { openSmtpAccess } from '../../../../main/engine/outbox/smtp-access-service.ts';
import { sendTestMail } from '../../../../main/engine/outbox/test-mail-service.ts';
import type { ProgramLanguage } from '../../../../shared/program-language.ts';
import { type Script, shortLimits, startMailCatcher, startScriptedServer } from '../../../support/smtp.ts';
import { addContact, addProduct, addWebOrder, companyOver } from '../../../support/web-orders.ts';
import { openOutboxCompany, secretsWith } from './outbox-company.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function companyOn(port: number, user = ''): Promise<ReadDb> {
  const db = await openOutboxCompany({ port, user });
  closers.push(() => db.close());
  return db;
}

function sendTest(db: ReadDb, to: string, language: ProgramLanguage = 'en') {
  const settings = readSendSettings(db, 1);
  const access = openSmtpAccess({ settings, secrets: secretsWith('pass'), nowMs: () => 0 });
  return sendTestMail({
    company: companyOver(db),
    settings,
    access,
    to,
    language,
    limits: { ...shortLimits, bodyMs: 500 },
  });
}

test.each([
  ['en', 'Test from Orderbud: e-mail for Shop', /This is a test\. It is not about any order/],
  ['nb', 'Test fra Orderbud: e-post for Shop', /Dette er en test\. Den handler ikke om noen ordre/],
] as const)(
  'says in the program’s language (%s) that it is a test, in subject and text',
  async (language, subject, text) => {
    const catcher = await startMailCatcher({ user: 'shop', password: 'pass' });
    closers.push(catcher.close);
    const db = await companyOn(catcher.port, 'shop');
    expect(await sendTest(db, 'owner@shop.example', language)).toMatchObject({
      kind: 'accepted',
      reply: expect.stringMatching(/^250 /),
    });
    expect(catcher.mails).toMatchObject([{ from: 'post@shop.example', to: 'owner@shop.example', parsed: { subject } }]);
    expect(catcher.mails[0]?.parsed.text).toMatch(text);
    expect(get(db, 'SELECT count(*) AS mails FROM mail')).toEqual({ mails: 0 });
  },
);

test('never goes to an address of a customer, in any case of letters, but to the shop’s own though they are in the register', async () => {
  const catcher = await startMailCatcher();
  closers.push(catcher.close);
  const db = await companyOn(catcher.port);
  const contactId = addContact(db, { name: 'Kari', email: 'Kari@customer.example' });
  const productId = addProduct(db, { name: 'Axe', stockMilli: 1000 });
  addWebOrder(db, { contactId, webOrderNo: 'W-1', productId });
  addContact(db, { name: 'Owner', email: 'post@shop.example' });
  await expect(sendTest(db, 'kari@CUSTOMER.example')).rejects.toMatchObject({ code: 'test-mail-to-customer' });
  expect(catcher.mails).toEqual([]);
  await sendTest(db, 'post@shop.example');
  expect(catcher.mails).toHaveLength(1);
});

test.each<[string, Script, object]>([
  ['the sender is refused', { mail: '550 5.7.1 not yours' }, { at: 'sender', reply: '550 5.7.1 not yours' }],
  ['the recipient is refused', { rcpt: '550 5.1.1 nobody' }, { at: 'recipient', reply: '550 5.1.1 nobody' }],
  ['the mail is refused', { afterBody: '554 5.7.1 junk' }, { at: 'message', reply: '554 5.7.1 junk' }],
  ['the line is lost before the body', { rcpt: 'cut' }, { at: 'line-lost' }],
  ['the line is lost after the body', { afterBody: 'cut' }, { at: 'uncertain' }],
])('%s: its result is told', async (_what, script, expected) => {
  const server = await startScriptedServer(script);
  closers.push(server.close);
  expect(await sendTest(await companyOn(server.port), 'owner@shop.example')).toMatchObject({
    kind: 'failed',
    ...expected,
  });
});

test('a login that is refused is told as in a run', async () => {
  const catcher = await startMailCatcher({ user: 'shop', password: 'other' });
  closers.push(catcher.close);
  await expect(sendTest(await companyOn(catcher.port, 'shop'), 'owner@shop.example')).rejects.toMatchObject({
    code: 'mail-server-login-refused',
  });
});

test('goes while an import has the company for itself: it writes nothing', async () => {
  const catcher = await startMailCatcher();
  closers.push(catcher.close);
  const db = await companyOn(catcher.port);
  const release = holdWrites(db);
  expect(await sendTest(db, 'me@shop.example')).toMatchObject({ kind: 'accepted' });
  release();
  expect(catcher.mails).toHaveLength(1);
});
