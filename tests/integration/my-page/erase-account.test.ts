import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enquiriesPage, placeOrderAnswer } from '../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, publish, testSettings } from '../../support/my-page-documents.ts';
import { bytesOfStoreAt } from '../../support/my-page-store.ts';
import { wordsIn } from '../../support/store-bytes.ts';

const person = {
  name: 'Gunnhild Ravnedal',
  companyNo: '987654321',
  contactPerson: 'Torbjørn Kvasshaug',
  email: 'gunnhild.ravnedal@personal.example',
  phone: '91827364',
  addressLine1: 'Skreppestien 77',
  addressLine2: '',
  postcode: '7099',
  city: 'Langtvekkistan',
  country: 'NO',
};
const signs = ['Gunnhild', 'Ravnedal', 'Kvasshaug', 'personal.example', '91827364', 'Skreppestien', 'Langtvekkistan'];

let myPage: TestMyPage;
beforeEach(async () => {
  myPage = await startMyPage();
  await publish(myPage, '/site-settings', testSettings);
});
afterEach(() => myPage.close());

async function published(changes = {}) {
  const account = makeAccount({ email: person.email, name: person.name, details: person, ...changes });
  const answer = (await publish(myPage, '/accounts', { accounts: [account] })) as {
    results: { siteAccountId: string }[];
  };
  return { ...account, siteAccountId: answer.results[0]?.siteAccountId ?? '' };
}

async function placeOrder(webOrderNo: string, siteAccountId: string | null) {
  const line = { productNo: 'N-1', description: 'Mug for Gunnhild', quantityMilli: 2000, unitPriceMinor: 12_345 };
  const reply = await callApi(myPage, {
    key: myPage.storefrontKey,
    method: 'POST',
    path: '/orders',
    body: { webOrderNo, customer: person, siteAccountId, currency: 'NOK', note: 'Ring Gunnhild', lines: [line] },
    headers: { 'idempotency-key': webOrderNo },
  });
  return placeOrderAnswer.parse(reply.body);
}

async function fetchEnquiries() {
  const path = '/enquiries?limit=500';
  const page = enquiriesPage.parse((await callApi(myPage, { key: myPage.desktopKey, path })).body);
  const confirm = `/enquiries?after=${encodeURIComponent(page.cursor)}`;
  await callApi(myPage, { key: myPage.desktopKey, path: confirm });
  return page;
}

function erase(account: { readonly accountId: string; readonly siteAccountId: string | null }) {
  const { accountId, siteAccountId } = account;
  return publish(myPage, '/accounts', { accounts: [{ accountId, siteAccountId, erased: true }] });
}

test('nothing of an erased customer is left in the store, not even in unused pages; numbers and amounts stay', async () => {
  const account = await published();
  const { enquiryId } = await placeOrder('W-OWN', account.siteAccountId);
  await placeOrder('W-GUEST', null);
  const ownId = randomUUID();
  const guestId = randomUUID();
  const document = (changes: object) =>
    makeHistory({ customerName: person.name, email: person.email, lines: [], ...changes });
  await publish(myPage, '/order-histories', {
    histories: [
      document({ orderId: ownId, accountId: account.accountId, webOrderNo: 'W-OWN' }),
      document({ orderId: guestId, accountId: null, webOrderNo: 'W-GUEST' }),
    ],
  });
  const visitor = await loggedInVisitor(myPage, account);
  await visitor.submit('/settings/details', '/settings/details', { ...fieldsOf(person), phone: '91827364' });
  await visitor.submit('/settings/delete', '/settings/delete', { password: 'correct horse battery' });
  await newPasswordLink(myPage, account.accountId);
  await fetchEnquiries();

  expect(await erase(account)).toMatchObject({ results: [{ outcome: 'stored' }] });
  await publish(myPage, '/order-histories', {
    histories: [ownId, guestId].map((orderId) => ({ orderId, version: 2, deleted: true })),
  });

  const placed = (await fetchEnquiries()).enquiries.flatMap((each) =>
    each.kind === 'order' ? [{ id: each.id, no: each.webOrderNo, line: each.order.lines[0] }] : [],
  );
  expect(placed.map(({ no }) => no)).toEqual(['W-OWN', 'W-GUEST']);
  expect(placed[0]).toMatchObject({
    id: enquiryId,
    line: { productNo: 'N-1', quantityMilli: 2000, unitPriceMinor: 12_345 },
  });
  expect(await visitor.get('/orders')).toMatchObject({ status: 303 });
  expect(wordsIn(await bytesOfStoreAt(myPage.place), signs)).toEqual([]);
});

function fieldsOf({ companyNo: _no, contactPerson: _person, addressLine2: _line, ...fields }: typeof person) {
  return fields;
}

test('erasing twice, or what the site never knew, is done', async () => {
  const account = await published();
  await erase(account);
  expect(await erase(account)).toMatchObject({ results: [{ outcome: 'stored' }] });
  const unknown = { accountId: randomUUID(), siteAccountId: randomUUID() };
  expect(await erase(unknown)).toMatchObject({ results: [{ outcome: 'stored' }] });
});

test('an order that the shop has yet to fetch keeps its person until it has', async () => {
  const account = await published();
  await placeOrder('W-OWN', account.siteAccountId);
  expect(await erase(account)).toMatchObject({ results: [{ outcome: 'rejected', reason: 'orders-not-fetched' }] });
  const [enquiry] = (await fetchEnquiries()).enquiries;
  expect(JSON.stringify(enquiry)).toContain('Ravnedal');
  expect(await erase(account)).toMatchObject({ results: [{ outcome: 'stored' }] });
});

test('others keep theirs: another account, and who registers anew with the address', async () => {
  const account = await published();
  const ola = await published({ email: 'ola@example.com', name: 'Ola Nordmann', details: { ...person, name: 'Ola' } });
  const olaVisitor = await loggedInVisitor(myPage, ola);
  await erase({ accountId: randomUUID(), siteAccountId: ola.siteAccountId });
  await erase(account);
  expect(await olaVisitor.get('/orders')).toMatchObject({ status: 200 });
  expect(await publish(myPage, '/accounts', { accounts: [makeAccount({ email: person.email })] })).toMatchObject({
    results: [{ outcome: 'stored' }],
  });
});
