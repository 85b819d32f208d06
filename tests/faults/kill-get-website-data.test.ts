import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import { all, get, inTransaction, run } from '../../main/engine/db/database.ts';
import { callApi } from '../support/my-page.ts';
import { openRunShop, type RunShop } from '../support/run-shop.ts';
import { edit } from '../support/web-orders.ts';

const customers = 25;
const sessions = 3;
let shop: RunShop;
afterEach(() => shop.close());

/** Starts a run and kills it (SIGKILL) after so many of its events. @returns whether it came to its end before that */
async function runKilledAfter(events: number): Promise<boolean> {
  const secrets = JSON.stringify(Object.fromEntries(shop.secrets));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run-once.ts'), shop.companyPath, secrets], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  createInterface({ input: child.stdout }).on('line', () => {
    seen += 1;
    if (seen === events) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}

// After how many events of the run it is killed; the run has about 70
it.each([1, 8, 20, 33, 50, 60])(
  'killed after %i events: the next runs tell every customer once or ask staff, and My page shows every order (9.17)',
  async (events) => {
    shop = await openRunShop();
    for (let n = 1; n <= customers; n++) {
      await shop.placeOrder(`W-${n}`, { name: `Customer number ${n}`, email: `customer${n}@post${n}.example` });
    }
    await shop.getWebsiteData();
    const { db } = shop.session.company();
    for (const order of all<{ id: number }>(db, 'SELECT id FROM sales_order')) edit(db, order.id, { picked: true });
    await shop.placeOrder('W-NEW', { name: 'Late customer', email: 'late@late.example' });
    shop.session.close();

    await runKilledAfter(events);
    expect(await runKilledAfter(Number.POSITIVE_INFINITY)).toBe(true);

    await shop.session.open(shop.companyPath);
    const opened = shop.session.company().db;
    const uncertain = all<{ address: string }>(opened, `SELECT address FROM mail WHERE state = 'uncertain'`);
    expect(uncertain.length).toBeLessThanOrEqual(sessions);
    const received = shop.catcher.mails.map((mail) => mail.to);
    expect(new Set(received).size).toBe(received.length);
    const known = new Set([...received, ...uncertain.map((mail) => mail.address)]);
    expect(known.size).toBe(customers);
    const accepted = get<{ n: number }>(opened, `SELECT count(*) AS n FROM mail WHERE state = 'accepted'`)?.n ?? 0;
    expect(accepted + uncertain.length).toBe(customers);

    expect(get(opened, `SELECT count(*) AS n FROM sales_order WHERE web_order_no = 'W-NEW'`)).toEqual({ n: 1 });
    expect(get(opened, 'SELECT count(*) AS n FROM order_publication WHERE version > answered_version')).toEqual({
      n: 0,
    });
    const state = await callApi(shop.myPage, { key: shop.myPage.desktopKey, path: '/state' });
    const held = (state.body as { buckets: readonly { count: number }[] }).buckets.reduce(
      (sum, bucket) => sum + bucket.count,
      0,
    );
    expect(held).toBe(customers + 1);

    // What is uncertain stays so until staff decide; then it is told anew, once
    inTransaction(opened, (tx) => {
      run(tx, `UPDATE mail_order SET is_live = 0 WHERE mail_id IN (SELECT id FROM mail WHERE state = 'uncertain')`);
      run(tx, `UPDATE mail SET state = 'dropped', reason = 'tell-anew' WHERE state = 'uncertain'`);
    });
    const last = await shop.getWebsiteData();
    expect(last.website).toMatchObject({ planned: uncertain.length, accepted: uncertain.length });
  },
);
