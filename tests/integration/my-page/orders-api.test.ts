import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiProblem, placeOrderAnswer } from '../../../shared/my-page/protocol.ts';
import { type ApiReply, callApi, makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makePlacedOrder } from '../../support/my-page-documents.ts';

const clock = makeClock();
let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
});
afterAll(() => myPage.close());

function post(body: unknown, idempotencyKey?: string): Promise<ApiReply> {
  const headers: Record<string, string> = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
  return callApi(myPage, { key: myPage.storefrontKey, method: 'POST', path: '/orders', body, headers });
}

function codeOf(reply: ApiReply): readonly [number, string | undefined] {
  return [reply.status, apiProblem.safeParse(reply.body).data?.error];
}

async function enquiryCount(): Promise<number> {
  const reply = await callApi(myPage, { key: myPage.desktopKey, path: '/enquiries?limit=500' });
  return (reply.body as { enquiries: readonly unknown[] }).enquiries.length;
}

describe('placing an order', () => {
  test('draws a web order no. where the storefront has none, past those that storefronts used', async () => {
    expect((await post(makePlacedOrder({ webOrderNo: 'W-1001' }))).status).toBe(201);
    const reply = await post(makePlacedOrder());
    expect(placeOrderAnswer.parse(reply.body).webOrderNo).toBe('W-1002');
  });

  test('a web order no. that the site has is refused with 409', async () => {
    expect(codeOf(await post(makePlacedOrder({ webOrderNo: 'W-1001' })))).toEqual([409, 'web-order-no-taken']);
  });

  test('sent again with the same key gives the same answer and stores nothing', async () => {
    const first = await post(makePlacedOrder(), 'key-1');
    const before = await enquiryCount();
    const again = await post(makePlacedOrder(), 'key-1');
    expect(again.body).toEqual(first.body);
    expect(await enquiryCount()).toBe(before);
  });

  test('sent side by side with the same key is one order', async () => {
    const before = await enquiryCount();
    const replies = await Promise.all(Array.from({ length: 8 }, () => post(makePlacedOrder(), 'key-parallel')));
    expect(new Set(replies.map(({ body }) => placeOrderAnswer.parse(body).webOrderNo)).size).toBe(1);
    expect(await enquiryCount()).toBe(before + 1);
  });

  test('another order with a used key is refused with 409', async () => {
    const reply = await post(makePlacedOrder({ note: 'another' }), 'key-1');
    expect(codeOf(reply)).toEqual([409, 'idempotency-key-reused']);
  });

  test('a key is forgotten after 30 days, not before', async () => {
    clock.forward({ minutes: 30 * 24 * 60 - 1 });
    expect(codeOf(await post(makePlacedOrder({ note: 'another' }), 'key-1'))[0]).toBe(409);
    clock.forward({ minutes: 2 });
    expect(codeOf(await post(makePlacedOrder({ note: 'another' }), 'key-1'))[0]).toBe(201);
  });

  test('every fault is named by its place and nothing is stored', async () => {
    const before = await enquiryCount();
    const faulty = makePlacedOrder({
      currency: 'kroner',
      customer: { name: '' },
      lines: [{ description: 'Rope', quantityMilli: 0, unitPriceMinor: -1 }],
    });
    const reply = await post(faulty);
    const fields = apiProblem.parse(reply.body).faults?.map(({ field }) => field);
    expect(reply.status).toBe(400);
    expect(fields?.sort()).toEqual([
      'currency',
      'customer.email',
      'customer.name',
      'lines.0.quantityMilli',
      'lines.0.unitPriceMinor',
    ]);
    expect(await enquiryCount()).toBe(before);
  });

  test('an account that does not exist is named as a fault', async () => {
    const reply = await post(makePlacedOrder({ siteAccountId: randomUUID() }));
    expect(apiProblem.parse(reply.body).faults).toEqual([{ field: 'siteAccountId', message: 'No such account.' }]);
  });

  test('a body that is no JSON, or too large, is refused in plain words', async () => {
    const headers = { authorization: `Bearer ${myPage.storefrontKey}`, 'content-type': 'application/json' };
    const send = (body: string) => fetch(`${myPage.url}/api/v1/orders`, { method: 'POST', headers, body });
    const broken = await send('{"customer":');
    expect([broken.status, apiProblem.parse(await broken.json()).error]).toEqual([400, 'bad-json']);
    const large = await send(`{"note":"${'x'.repeat(1_100_000)}"}`);
    expect([large.status, apiProblem.parse(await large.json()).error]).toEqual([413, 'too-large']);
  });
});

describe('keys', () => {
  test('no key, a wrong key and a key of another scope are told apart', async () => {
    const call = async (key: string, path: string) => codeOf(await callApi(myPage, { key, path }));
    expect(await call('wrong', '/enquiries')).toEqual([401, 'key-refused']);
    expect(await call('', '/enquiries')).toEqual([401, 'key-refused']);
    expect(await call(myPage.storefrontKey, '/enquiries')).toEqual([403, 'key-not-allowed']);
    expect(await call(myPage.storefrontKey, '/opt-out-secret')).toEqual([403, 'key-not-allowed']);
    const { desktopKey: key } = myPage;
    const reply = await callApi(myPage, { key, method: 'POST', path: '/orders', body: makePlacedOrder() });
    expect(codeOf(reply)).toEqual([403, 'key-not-allowed']);
  });

  test('a storefront key reads settings and products', async () => {
    for (const path of ['/site-settings', '/products']) {
      expect((await callApi(myPage, { key: myPage.storefrontKey, path })).status).toBe(200);
    }
  });
});
