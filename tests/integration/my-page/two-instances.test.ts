import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all } from '../../../main/engine/db/database.ts';
import { fetchEnquiries } from '../../../main/engine/website/fetch-enquiries-service.ts';
import { connectWebsite } from '../../../main/engine/website/website-client.ts';
import { type EnquiriesPage, enquiriesPage, placeOrderAnswer } from '../../../shared/my-page/protocol.ts';
import { openTestCompany } from '../../support/company.ts';
import { callApi, startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { makeHistory, makePlacedOrder } from '../../support/my-page-documents.ts';
import { type Instance, startInstance, stopInstance } from '../../support/my-page-instance.ts';
import { testDatabase } from '../../support/my-page-store.ts';
import { companyOver } from '../../support/web-orders.ts';

// On PostgreSQL every commit of the test also waits for another process: fewer show the same
const orderCount = testDatabase === 'SQLite' ? 1000 : 400;
const ordersAtOnce = 40;
const startLimitMs = 60_000;
/** Every commit waits, and a loaded machine lets the processes wait for each other at every statement. */
const ordersLimitMs = 240_000;

let myPage: TestMyPage;
let instances: readonly Instance[];
beforeAll(async () => {
  myPage = await startMyPage();
  instances = await Promise.all([startInstance(myPage.place, 7), startInstance(myPage.place, 11)]);
}, startLimitMs);
afterAll(async () => {
  await Promise.all(instances.map(stopInstance));
  await myPage.close();
});

function instanceOf(index: number): Instance {
  const instance = instances[index % instances.length];
  if (!instance) throw new Error('No instance runs');
  return instance;
}

async function placeOrder(index: number): Promise<string> {
  const { storefrontKey: key } = myPage;
  const body = makePlacedOrder({ note: `order ${index}` });
  const headers = { 'idempotency-key': `order-${index}` };
  const reply = await callApi(instanceOf(index), { key, method: 'POST', path: '/orders', body, headers });
  expect(reply.status).toBe(201);
  return placeOrderAnswer.parse(reply.body).enquiryId;
}

/** Places all orders, many at once, over both instances in turn. */
async function placeOrders(): Promise<readonly string[]> {
  const placed: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < orderCount) placed.push(await placeOrder(next++));
  };
  await Promise.all(Array.from({ length: ordersAtOnce }, worker));
  return placed;
}

async function readPage(after: string, turn: number, limit: number): Promise<EnquiriesPage> {
  const path = `/enquiries?after=${encodeURIComponent(after)}&limit=${limit}`;
  const reply = await callApi(instanceOf(turn), { key: myPage.desktopKey, path });
  return enquiriesPage.parse(reply.body);
}

/** Reads like the desktop, page after page from both instances in turn, until all is written and all is read. */
async function readWhile(isWriting: () => boolean): Promise<{ ids: readonly string[]; pagesWhileWriting: number }> {
  const ids: string[] = [];
  let pagesWhileWriting = 0;
  let cursor = '';
  for (let turn = 0; ; turn++) {
    const mayGrow = isWriting();
    const page = await readPage(cursor, turn, 1 + (turn % 7));
    ids.push(...page.enquiries.map(({ id }) => id));
    cursor = page.cursor;
    if (mayGrow && page.enquiries.length > 0) pagesWhileWriting++;
    if (!mayGrow && !page.more) return { ids, pagesWhileWriting };
  }
}

/** The desktop itself fetches again and again, from both instances in turn, until all is written. @returns what its company file holds */
async function fetchByDesktopWhile(isWriting: () => boolean): Promise<readonly string[]> {
  const db = await openTestCompany();
  for (let turn = 0; ; turn++) {
    const mayGrow = isWriting();
    const connector = connectWebsite({ siteAddress: instanceOf(turn).url, key: myPage.desktopKey });
    await fetchEnquiries(companyOver(db), { websiteId: 1, connector });
    if (!mayGrow) break;
  }
  const rows = all<{ id: string }>(db, 'SELECT site_enquiry_id AS id FROM enquiry');
  db.close();
  return rows.map((row) => row.id);
}

describe('two My page processes on one store', () => {
  test(
    'hundreds of orders at once with random commit delays: a reader and the desktop miss none and see none twice',
    async () => {
      let isWriting = true;
      const reading = readWhile(() => isWriting);
      const fetching = fetchByDesktopWhile(() => isWriting);
      const placed = await placeOrders().finally(() => {
        isWriting = false;
      });
      const { ids, pagesWhileWriting } = await reading;
      expect(ids).toHaveLength(orderCount);
      expect(new Set(ids)).toEqual(new Set(placed));
      expect(pagesWhileWriting).toBeGreaterThan(5);
      const fetched = await fetching;
      expect(fetched).toHaveLength(orderCount);
      expect(new Set(fetched)).toEqual(new Set(placed));
      const inCursorOrder: string[] = [];
      for (let cursor = '', more = true; more; ) {
        const page = await readPage(cursor, 0, 500);
        inCursorOrder.push(...page.enquiries.map(({ id }) => id));
        ({ cursor, more } = page);
      }
      expect(inCursorOrder).toEqual(ids);
    },
    ordersLimitMs,
  );

  test('versions published to both at once end at the highest', async () => {
    const order = makeHistory();
    const versions = Array.from({ length: 40 }, (_, index) => index + 1).sort(
      (a, b) => ((a * 17) % 41) - ((b * 17) % 41),
    );
    const put = (version: number, index: number) =>
      callApi(instanceOf(index), {
        key: myPage.desktopKey,
        method: 'PUT',
        path: '/order-histories',
        body: { histories: [{ ...order, version }] },
      });
    await Promise.all(versions.map(put));
    const last = await put(1, 0);
    expect(last.body).toEqual({ results: [{ orderId: order.orderId, version: 40, outcome: 'unchanged' }] });
  });

  test('tries counted by both at once are counted together: 60 of 100 pass', async () => {
    const guess = async (_: unknown, index: number): Promise<number> => {
      const reply = await callApi(instanceOf(index), { key: 'obk_desktop_guess', path: '/enquiries' });
      return reply.status;
    };
    const statuses = await Promise.all(Array.from({ length: 100 }, guess));
    expect(statuses.filter((status) => status === 401)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40);
  });
});
