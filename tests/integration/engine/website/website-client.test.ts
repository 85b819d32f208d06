import { afterEach, expect, test } from 'vitest';
import { connectWebsite } from '../../../../main/engine/website/website-client.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { orderEnquiry } from '../../../support/enquiries.ts';
import { type ScriptedSite, sendJson, startScriptedSite } from '../../../support/scripted-site.ts';

const sites: ScriptedSite[] = [];
async function site(answer: Parameters<typeof startScriptedSite>[0]): Promise<ScriptedSite> {
  const started = await startScriptedSite(answer);
  sites.push(started);
  return started;
}
afterEach(async () => {
  for (const started of sites.splice(0)) await started.close();
});

const emptyPage = { enquiries: [], cursor: '', more: false };
const key = 'the-key-of-the-shop';
const noWait = async (): Promise<void> => {};

function connect(address: string, given = key) {
  return connectWebsite({ siteAddress: address, key: given, timeoutMs: 5000, wait: noWait });
}

async function failure(work: Promise<unknown>): Promise<AppError> {
  return work.then(
    () => {
      throw new Error('It should have failed');
    },
    (error: AppError) => error,
  );
}

test('the key goes along as a bearer key, and the cursor and limit in the query', async () => {
  const shop = await site((_request, response) => sendJson(response, emptyPage));
  await connect(`${shop.url}/my-page`).fetchEnquiries('12.a b', 50);
  expect(shop.requests).toEqual([
    {
      method: 'GET',
      url: '/my-page/api/v1/enquiries?after=12.a+b&limit=50',
      authorization: `Bearer ${key}`,
      body: null,
    },
  ]);
});

test('plain HTTP is spoken on loopback only', () => {
  expect(() => connect('http://shop.example')).toThrow(
    expect.objectContaining({ code: 'bad-input', details: { field: 'myPageUrl', reason: 'https-required' } }),
  );
  for (const address of [
    'http://127.0.0.1.shop.example',
    'http://10.0.0.1',
    'ftp://127.0.0.1',
    '',
    'https://a:b@c.example',
  ])
    expect(() => connect(address), address).toThrow(expect.objectContaining({ code: 'bad-input' }));
  for (const address of ['http://127.0.0.1:1', 'http://localhost:1', 'http://[::1]:1', 'https://shop.example'])
    expect(() => connect(address), address).not.toThrow();
});

test('a redirect is not followed, so the key reaches no other host', async () => {
  const other = await site((_request, response) => sendJson(response, emptyPage));
  const shop = await site((_request, response) => {
    response.writeHead(307, { location: `${other.url}/api/v1/enquiries` }).end();
  });
  const error = await failure(connect(shop.url).fetchEnquiries('', 10));
  expect(error).toMatchObject({ code: 'website-bad-answer', details: { reason: 'redirect' } });
  expect(other.requests).toEqual([]);
});

test.each([
  ['a page in HTML', 'text/html', '<html><body>Under maintenance</body></html>', 'not-json'],
  ['JSON cut off', 'application/json', '{"enquiries":[{"id":', 'schema'],
  ['JSON of another shape', 'application/json', '{"orders":[]}', 'schema'],
  [
    'an enquiry without an id',
    'application/json',
    '{"enquiries":[{"kind":"order"}],"cursor":"1","more":false}',
    'schema',
  ],
])('%s is a bad answer', async (_what, type, text, reason) => {
  const shop = await site((_request, response) => void response.writeHead(200, { 'content-type': type }).end(text));
  const error = await failure(connect(shop.url).fetchEnquiries('', 10));
  expect(error).toMatchObject({ code: 'website-bad-answer', details: { reason } });
});

test('an enquiry that follows no known schema is kept as it came, and holds back no other', async () => {
  const order = orderEnquiry();
  const strange = { id: '4f9c9a4e-7a43-4b8e-9a54-0f6f7a1d2c3b', kind: 'gift-card', amount: 100 };
  const shop = await site((_request, response) =>
    sendJson(response, { enquiries: [strange, order], cursor: '2', more: false }),
  );
  const answer = await connect(shop.url).fetchEnquiries('', 10);
  expect(answer).toMatchObject({
    kind: 'page',
    enquiries: [
      { siteEnquiryId: strange.id, kind: 'unreadable', enquiry: null },
      { siteEnquiryId: order.id, kind: 'order' },
    ],
  });
  expect(answer.kind === 'page' && JSON.parse(answer.enquiries[0]?.body ?? '')).toEqual(strange);
});

test.each([401, 403])('status %i is a refused key', async (status) => {
  const shop = await site((_request, response) =>
    sendJson(response, { error: 'key-unknown', message: 'No' }, { status }),
  );
  const error = await failure(connect(shop.url).state(0));
  expect(error).toMatchObject({ code: 'website-key-refused', details: { status, problem: 'key-unknown' } });
});

test('a key that no header can hold is refused before it is sent, and stands in no error', async () => {
  const shop = await site((_request, response) => sendJson(response, emptyPage));
  const error = await failure(connect(shop.url, 'secret\r\nX-Other: 1').fetchEnquiries('', 1));
  expect(error.code).toBe('website-key-refused');
  expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toContain('secret');
  expect(shop.requests).toEqual([]);
});

test('an unknown cursor is an outcome, not a failure', async () => {
  const shop = await site((_request, response) =>
    sendJson(response, { error: 'cursor-unknown', message: '' }, { status: 410 }),
  );
  expect(await connect(shop.url).fetchEnquiries('7', 10)).toEqual({ kind: 'unknown-cursor' });
});

test('a busy site is asked again after Retry-After', async () => {
  const waits: number[] = [];
  const shop = await site((_request, response, count) =>
    count < 3
      ? sendJson(response, { error: 'busy', message: '' }, { status: 429, headers: { 'retry-after': '7' } })
      : sendJson(response, emptyPage),
  );
  const connector = connectWebsite({ siteAddress: shop.url, key, wait: async (ms) => void waits.push(ms) });
  await connector.fetchEnquiries('', 10);
  expect(waits).toEqual([7000, 7000]);
});

test('a site that stays busy is left after four answers, and never waited for longer than 30 seconds a time', async () => {
  const waits: number[] = [];
  const shop = await site((_request, response) =>
    sendJson(response, { error: 'busy', message: '' }, { status: 429, headers: { 'retry-after': '86400' } }),
  );
  const connector = connectWebsite({ siteAddress: shop.url, key, wait: async (ms) => void waits.push(ms) });
  const error = await failure(connector.fetchEnquiries('', 10));
  expect(error).toMatchObject({ code: 'website-unreachable', details: { status: 429 } });
  expect(shop.requests).toHaveLength(4);
  expect(waits).toEqual([30_000, 30_000, 30_000]);
});

test('a line lost once is tried once more; nobody there is unreachable, with the system’s code', async () => {
  const shop = await site((_request, response, count) => {
    if (count === 1) response.destroy();
    else sendJson(response, emptyPage);
  });
  expect(await connect(shop.url).fetchEnquiries('', 10)).toMatchObject({ kind: 'page' });
  await shop.close();
  const error = await failure(connect(shop.url).fetchEnquiries('', 10));
  expect(error).toMatchObject({ code: 'website-unreachable', details: { reason: 'ECONNREFUSED' } });
});

test('an answer cut off by a lost line is unreachable, not half taken', async () => {
  const shop = await site((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write('{"enquiries":[],"cursor":"","more":false}', () => response.destroy());
  });
  expect(await failure(connect(shop.url).fetchEnquiries('', 10))).toMatchObject({ code: 'website-unreachable' });
});

test('a site that never answers is unreachable when the time is up', async () => {
  const shop = await site(() => {});
  const connector = connectWebsite({ siteAddress: shop.url, key, timeoutMs: 50, wait: noWait });
  const error = await failure(connector.state(0));
  expect(error).toMatchObject({ code: 'website-unreachable', details: { reason: 'timeout' } });
  expect(shop.requests.length).toBeLessThanOrEqual(1);
});

test('a caller that stops gets its own reason back, not a failure of the website', async () => {
  const stop = new AbortController();
  const shop = await site(() => stop.abort(new Error('stopped by a person')));
  const error = await failure(connect(shop.url).state(0, stop.signal));
  expect(error.message).toBe('stopped by a person');
});

test('what a problem says about the body reaches no error', async () => {
  const shop = await site((_request, response) =>
    sendJson(
      response,
      {
        error: 'bad-body',
        message: 'kari@example.no is taken',
        faults: [{ field: 'accounts.0.email', message: 'kari' }],
      },
      { status: 400 },
    ),
  );
  const error = await failure(connect(shop.url).publishAccounts([]));
  expect(error).toMatchObject({
    code: 'website-bad-answer',
    details: { status: 400, problem: 'bad-body', field: 'accounts.0.email' },
  });
  expect(JSON.stringify([error, error.message, error.stack])).not.toContain('kari');
});
