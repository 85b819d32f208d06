import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enquiriesPage } from '../../../shared/my-page/protocol.ts';
import { callApi, makeClock, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makePlacedOrder } from '../../support/my-page-documents.ts';

const clock = makeClock();
let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage({ clock: clock.now });
});
afterAll(() => myPage.close());

async function order(): Promise<void> {
  const { storefrontKey: key } = myPage;
  await callApi(myPage, { key, method: 'POST', path: '/orders', body: makePlacedOrder() });
}

async function read(after: string, limit = 100) {
  const path = `/enquiries?after=${encodeURIComponent(after)}&limit=${limit}`;
  const reply = await callApi(myPage, { key: myPage.desktopKey, path });
  return { status: reply.status, page: enquiriesPage.safeParse(reply.body).data };
}

describe('enquiries', () => {
  test('are paged in the order they were committed, and read again the same', async () => {
    for (let count = 0; count < 5; count++) await order();
    const first = await read('', 2);
    const second = await read(first.page?.cursor ?? '', 2);
    const third = await read(second.page?.cursor ?? '', 2);
    expect([first, second, third].map(({ page }) => page?.more)).toEqual([true, true, false]);
    const numbers = [first, second, third].flatMap(({ page }) =>
      (page?.enquiries ?? []).map((entry) => (entry.kind === 'order' ? entry.webOrderNo : '')),
    );
    expect(numbers).toEqual(['W-1001', 'W-1002', 'W-1003', 'W-1004', 'W-1005']);
    expect(await read('', 2)).toEqual(first);
  });

  test('a page after the last enquiry is empty and keeps the cursor', async () => {
    const all = await read('');
    const cursor = all.page?.cursor ?? '';
    expect(await read(cursor)).toEqual({ status: 200, page: { enquiries: [], cursor, more: false } });
  });

  test.each(['nonsense', '1', '3.0192f1d4-0000-7000-8000-000000000000', '-1.x'])(
    'an unknown cursor (%s) is answered with 410',
    async (cursor) => {
      expect((await read(cursor)).status).toBe(410);
    },
  );

  test('a cursor whose number now belongs to another enquiry is unknown', async () => {
    const { page } = await read('', 2);
    const [first, second] = page?.enquiries ?? [];
    expect((await read(`2.${second?.id}`)).status).toBe(200);
    expect((await read(`2.${first?.id}`)).status).toBe(410);
  });

  test('are kept for 13 months; then the cursor of a removed one is unknown', async () => {
    const cursor = (await read('')).page?.cursor ?? '';
    clock.forward({ minutes: 395 * 24 * 60 });
    await myPage.keepHouse();
    expect((await read('')).page?.enquiries).toHaveLength(5);
    clock.forward({ minutes: 6 * 24 * 60 });
    await myPage.keepHouse();
    expect((await read('')).page?.enquiries).toEqual([]);
    expect((await read(cursor)).status).toBe(410);
  });
});
