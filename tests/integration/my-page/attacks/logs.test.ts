import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { websiteCustomer } from '../../../../shared/my-page/protocol.ts';
import { callApi, startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor, newPasswordLink, registerCustomer } from '../../../support/my-page-accounts.ts';
import { filled, type Route, rawGet, sendRaw } from '../../../support/my-page-attack.ts';
import {
  makeAccount,
  makeHistory,
  makePlacedOrder,
  publish,
  testSettings,
} from '../../../support/my-page-documents.ts';
import { openVisitor } from '../../../support/my-page-visitor.ts';

/** Words that stand for a person, in everything the test does. */
const planted = [
  'Plantedname',
  'planted.address',
  'Plantedstreet',
  'Plantednote',
  'Planted secret 8841',
  'Plantedproduct',
];
const [name = '', local = '', street = '', note = '', password = '', product = ''] = planted;
const lines: string[] = [];
const routes: Route[] = [];
let isBroken = false;
let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage({
    logTo: { write: (line: string) => void lines.push(line) },
    onRoute: (route) => routes.push(route),
    beforeCommit: async () => {
      if (isBroken)
        throw Object.assign(new Error('duplicate key'), { detail: `Key (email)=(${local}@example.com) exists` });
    },
  });
  await publish(myPage, '/site-settings', testSettings);
  // Where it listens is told at the start; from here on it is about visitors.
  lines.length = 0;
});
afterAll(() => myPage.close());

describe('the log', () => {
  test('holds nobody: no name, address, order, password, token, key or cookie, whatever was done', async () => {
    const email = `${local}@example.com`;
    const details = websiteCustomer.parse({ name, email, addressLine1: street });
    const account = makeAccount({ email, name, details });
    await publish(myPage, '/accounts', { accounts: [account] });
    const history = makeHistory({ accountId: account.accountId, customerName: name, email, webOrderNo: product });
    await publish(myPage, '/order-histories', { histories: [history, { ...history, version: name }] });
    const link = await newPasswordLink(myPage, account.accountId);
    const visitor = await loggedInVisitor(myPage, account, password);
    await visitor.get(`/orders/${history.orderId}`);
    await visitor.get(`/orders?${new URLSearchParams({ search: product })}`);
    await visitor.submit('/settings/details', '/settings/details', { name: `${name} B`, email, addressLine1: street });
    await visitor.submit('/settings/password', '/settings/password', { 'old-password': password });
    await openVisitor(myPage.url, name).logIn(email, `${password} wrong`);
    await registerCustomer(myPage, { name, email: `b.${email}` }, { password });
    const body = makePlacedOrder({ customer: { name, email }, note, webOrderNo: product });
    const headers = { 'idempotency-key': note };
    const call = { key: myPage.storefrontKey, method: 'POST', path: '/orders', headers } as const;
    await callApi(myPage, { ...call, body });
    await callApi(myPage, { ...call, body: { ...body, currency: name } });
    await callApi(myPage, { ...call, key: `obk_desktop_${password}`, body });
    await sendRaw(myPage.url, `GET /${name}%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-A: ${local}\r\n\r\n`);
    await sendRaw(myPage.url, `${name} ${local} HTTP/1.1\r\n\r\n`);
    await sendRaw(myPage.url, rawGet(`/nowhere/${name}?${local}`, `Cookie: my-page-session=${password}`));
    for (const { method, path } of routes) {
      const place = `${filled(path, randomUUID())}?${new URLSearchParams({ name, token: password })}`;
      await fetch(`${myPage.url}${place}`, { method, redirect: 'manual', headers: { referer: `https://x/${name}` } });
    }
    isBroken = true;
    await callApi(myPage, { ...call, body: { ...body, webOrderNo: note } });
    await openVisitor(myPage.url).logIn(email, password);
    isBroken = false;
    const log = lines.join('');
    expect(log).toContain('"event":"api-failed"');
    expect(log).toContain('"event":"page-failed"');
    const secrets = [link.split('/').at(-1) ?? '', visitor.cookies.get('my-page-session') ?? '', myPage.desktopKey];
    for (const word of [
      ...planted,
      ...secrets,
      myPage.storefrontKey,
      history.orderId,
      account.accountId,
      '127.0.0.1',
    ]) {
      expect(word).not.toBe('');
      expect(log.toLowerCase().includes(word.toLowerCase()), `${word} is in the log`).toBe(false);
    }
  });

  test('is one JSON object a line, whatever is asked for', async () => {
    const tricks = ['/%0a{"event":"forged"}', '/%1b[31mred', '/\u0085', '/%E2%80%A8'];
    for (const trick of tricks) await sendRaw(myPage.url, rawGet(trick, 'User-Agent: a\tb', 'X-A: {"event":"forged"}'));
    const parsed = lines.map((line) => {
      expect(line.trimEnd().split('\n')).toHaveLength(1);
      return JSON.parse(line) as { event?: string };
    });
    expect(parsed.length).toBeGreaterThan(50);
    expect(parsed.filter(({ event }) => event === 'forged')).toEqual([]);
    expect(lines.join('')).not.toContain('\u001b');
  });
});
