import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, endpoints } from '../../../../my-page/api/endpoints.ts';
import { startMyPage, type TestMyPage } from '../../../support/my-page.ts';
import { loggedInVisitor } from '../../../support/my-page-accounts.ts';
import { filled, type Route, sendRaw } from '../../../support/my-page-attack.ts';
import { makeAccount, publish, testSettings } from '../../../support/my-page-documents.ts';
import { hiddenFields, openVisitor } from '../../../support/my-page-visitor.ts';

const kilobyte = 1024;
const routes: Route[] = [];
let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage({ requestTimeoutMs: 1000, onRoute: (route) => routes.push(route) });
  await publish(myPage, '/site-settings', testSettings);
});
afterAll(() => myPage.close());

const form = 'Content-Type: application/x-www-form-urlencoded';
const statusOf = (answer: string): string => answer.split(' ')[1] ?? '';
const answersIn = (answer: string): number => answer.match(/^HTTP\/1\.1 /gm)?.length ?? 0;

async function isWell(): Promise<boolean> {
  return (await openVisitor(myPage.url).get('/log-in')).status === 200;
}

describe('an oversized body', () => {
  test('is refused at every route that takes one, by its announced length and without reading it', async () => {
    const taking = routes.filter(({ method }) => method === 'POST' || method === 'PUT' || method === 'PATCH');
    expect(taking.length).toBeGreaterThan(15);
    for (const { method, path } of taking) {
      const isApi = path.startsWith('/api/');
      const endpoint = Object.values<Endpoint>(endpoints).find(
        (each) => each.method === method && `/api/v1${each.path}` === path,
      );
      const key = endpoint?.scopes.includes('desktop') ? myPage.desktopKey : myPage.storefrontKey;
      const limit = endpoint?.bodyLimit ?? 64 * kilobyte;
      const head = [
        `${method} ${filled(path, 'x'.repeat(36))} HTTP/1.1`,
        'Host: x',
        'Connection: close',
        ...(isApi ? [`Authorization: Bearer ${key}`] : []),
        isApi ? `Content-Type: ${endpoint?.bodyType ?? 'application/json'}` : form,
        `Content-Length: ${limit + 1}`,
        '',
        '',
      ];
      expect(statusOf(await sendRaw(myPage.url, head.join('\r\n'))), `${method} ${path}`).toBe('413');
    }
    expect(await isWell()).toBe(true);
  });

  test('in chunks is cut off at the limit, and so are endless headers and a long address', async () => {
    const chunk = `8000\r\n${'a'.repeat(0x8000)}\r\n`;
    const head = `POST /log-in HTTP/1.1\r\nHost: x\r\n${form}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(statusOf(await sendRaw(myPage.url, head + chunk.repeat(4)))).toBe('413');
    const headers = `GET / HTTP/1.1\r\nHost: x\r\n${`X-A: ${'b'.repeat(1000)}\r\n`.repeat(40)}\r\n`;
    expect(statusOf(await sendRaw(myPage.url, headers))).toBe('431');
    expect(statusOf(await sendRaw(myPage.url, `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`))).toBe('431');
    expect(await isWell()).toBe(true);
  });

  test('of very many fields is no work', async () => {
    const fields = Array.from({ length: 7000 }, (_, index) => `a${index}=1`).join('&');
    const origin = new URL(myPage.url).origin;
    const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await fetch(`${myPage.url}/log-in`, { method: 'POST', headers, body: fields });
    expect(reply.status).toBe(403);
  });

  test('that says it is compressed is not unpacked', async () => {
    const headers = {
      authorization: `Bearer ${myPage.storefrontKey}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    };
    const body = new Uint8Array(Buffer.from('1f8b0800000000000003', 'hex'));
    const reply = await fetch(`${myPage.url}/api/v1/orders`, { method: 'POST', headers, body });
    expect([reply.status, (await reply.json()).error]).toEqual([400, 'bad-json']);
  });
});

describe('a field', () => {
  test('of NUL characters, of ten thousand letters, or of half a character breaks no form', async () => {
    const account = makeAccount();
    await publish(myPage, '/accounts', { accounts: [account] });
    const member = await loggedInVisitor(myPage, account);
    const visitor = openVisitor(myPage.url);
    const pages = routes.filter(({ method, path }) => method === 'GET' && !/^\/api\/|[:*]/.test(path));
    const seen = await Promise.all(pages.flatMap(({ path }) => [member.get(path), visitor.get(path)]));
    const names = new Set(
      seen.flatMap(({ text }) => [...text.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name)),
    );
    expect(names.size).toBeGreaterThan(10);
    for (const value of ['\0', 'a\0b@c.example', 'x'.repeat(3000), '\ud800', '\uffff']) {
      const fields = Object.fromEntries([...names].map((name) => [name, value]));
      for (const browser of [visitor, member]) {
        const token = hiddenFields((await browser.get(browser === member ? '/settings' : '/log-in')).text);
        for (const { method, path } of routes) {
          if (method !== 'POST' || path.startsWith('/api/')) continue;
          const { status } = await browser.post(filled(path, 'x'.repeat(43)), { ...fields, ...token });
          expect(status, `${path} ${JSON.stringify(value.slice(0, 20))}`).toBeLessThan(500);
        }
      }
    }
  });
});

describe('slow senders', () => {
  test('of bodies and of headers hold nobody up and are cut off', async () => {
    const { port } = new URL(myPage.url);
    const beginnings = [
      `POST /log-in HTTP/1.1\r\nHost: x\r\n${form}\r\nContent-Length: 1000\r\n\r\ne`,
      'GET /orders HTTP/1.1\r\nHost: x\r\nX-A: ',
      '',
    ];
    const sockets = Array.from({ length: 300 }, () => connect(Number(port), '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    for (const [index, socket] of sockets.entries()) socket.write(beginnings[index % beginnings.length] ?? '');
    expect(await isWell()).toBe(true);
    const answers = await Promise.all(sockets.map((socket) => text(socket).catch(() => '')));
    const cutOff = answers.filter((answer) => answer === '' || statusOf(answer) === '408');
    expect(cutOff).toHaveLength(sockets.length);
    expect(cutOff.filter((answer) => answer !== '').length).toBeGreaterThanOrEqual(200);
  });
});

describe('requests that a proxy and a server read differently', () => {
  const inner = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
  const post = (...headers: readonly string[]): string =>
    [`POST /log-in HTTP/1.1`, 'Host: x', form, ...headers, '', ''].join('\r\n');
  const chunked = `0\r\n\r\n${inner}`;

  test.each([
    ['a length and chunks', post('Content-Length: 4', 'Transfer-Encoding: chunked') + chunked],
    ['chunks and a length', post('Transfer-Encoding: chunked', 'Content-Length: 4') + chunked],
    ['two lengths', post('Content-Length: 0', `Content-Length: ${inner.length}`) + inner],
    ['a list of lengths', post('Content-Length: 0, 5') + inner],
    ['a signed length', post('Content-Length: +0') + inner],
    ['a hexadecimal length', post('Content-Length: 0x5') + inner],
    ['a negative length', post('Content-Length: -1') + inner],
    ['chunks under another name', post('Transfer-Encoding: xchunked') + chunked],
    ['chunks that are not last', post('Transfer-Encoding: chunked, identity') + chunked],
    ['chunks behind a space', post('Transfer-Encoding : chunked') + chunked],
    ['a header behind a line feed only', post('X-A: b\nTransfer-Encoding: chunked') + chunked],
    ['a folded header', post('X-A: b\r\n Transfer-Encoding: chunked', 'Content-Length: 0') + inner],
    ['a NUL in a header', post('X-A: b\0c', 'Content-Length: 0') + inner],
    ['a chunk of no size', `${post('Transfer-Encoding: chunked')}zz\r\n${chunked}`],
    ['a chunk that is too long', `${post('Transfer-Encoding: chunked')}ffffffffffffffffff\r\n${chunked}`],
    ['a chunk with more than it says', `${post('Transfer-Encoding: chunked')}1\r\nabc\r\n${chunked}`],
    ['two hosts', `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n${inner}`],
    ['no host', `GET / HTTP/1.1\r\n\r\n${inner}`],
    ['no known method', `HELO / HTTP/1.1\r\nHost: x\r\n\r\n${inner}`],
    ['another protocol', `GET / HTTP/9.9\r\nHost: x\r\n\r\n${inner}`],
    ['HTTP/2 from the start', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('with %s are refused, and what follows is not answered', async (_name, bytes) => {
    const answer = await sendRaw(myPage.url, bytes);
    expect(answer).not.toContain('ok\n');
    expect(answersIn(answer)).toBeLessThanOrEqual(1);
    if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 (400|408|413) /);
  });
});

describe('what a text may do to a header', () => {
  test('a name with line breaks sets none', async () => {
    const name = 'A\r\nSet-Cookie: a=b\r\n\r\n<script>';
    await publish(myPage, '/site-settings', {
      ...testSettings,
      siteName: name,
      shopUrl: 'https://x.example/\r\nX-A: b',
    });
    for (const path of ['/log-in', '/icon.svg', '/style.css', '/']) {
      const reply = await openVisitor(myPage.url).get(path);
      expect(reply.status, path).toBeLessThan(400);
      expect([...reply.headers.keys()]).not.toContain('x-a');
      expect(reply.headers.getSetCookie().join()).not.toContain('a=b');
    }
    await publish(myPage, '/site-settings', testSettings);
  });
});
