import { once } from 'node:events';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makePlacedOrder } from '../../support/my-page-documents.ts';

/** A promise that a test fulfils. */
function makeGate() {
  return Promise.withResolvers<void>();
}

/** A site in whose next write a test can wait. */
async function startWithGate(options: { readonly stopAtMostMs?: number; readonly stopDelayMs?: number } = {}) {
  const reached = makeGate();
  const open = makeGate();
  const gate = { isClosed: false };
  const beforeCommit = async (): Promise<void> => {
    if (!gate.isClosed) return;
    reached.resolve();
    await open.promise;
  };
  const myPage = await startMyPage({ beforeCommit, ...options });
  gate.isClosed = true;
  return { myPage, reached: reached.promise, open: open.resolve };
}

const placeOrder = (myPage: TestMyPage) =>
  callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body: makePlacedOrder() });

test('a request under way when the site stops is answered; a new one is not taken', async () => {
  const { myPage, reached, open } = await startWithGate({ stopAtMostMs: 3_600_000 });
  const answer = placeOrder(myPage);
  await reached;
  const closed = myPage.close();
  await expect(fetch(`${myPage.url}/healthz`)).rejects.toThrow();
  open();
  expect((await answer).status).toBe(201);
  await closed;
});

test('while it waits for the proxy to notice, it answers, and is not ready', async () => {
  const { myPage, open } = await startWithGate({ stopDelayMs: 300 });
  open();
  const closed = myPage.close();
  expect((await fetch(`${myPage.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${myPage.url}/healthz`)).status).toBe(200);
  await closed;
  await expect(fetch(`${myPage.url}/healthz`)).rejects.toThrow();
});

test('a request that never ends does not keep it from stopping', async () => {
  const { myPage } = await startWithGate({ stopAtMostMs: 50 });
  const { hostname, port } = new URL(myPage.url);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${myPage.desktopKey}` };
  const slow = request({ hostname, port, method: 'PUT', path: '/api/v1/products', headers });
  const failed = once(slow, 'error');
  await new Promise<void>((sent) => slow.write('{"products":', () => sent()));
  await fetch(`${myPage.url}/healthz`);
  await myPage.close();
  await failed;
});
