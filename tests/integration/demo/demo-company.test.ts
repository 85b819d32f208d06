import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDemoCompany } from '../../../demo/demo-company.ts';
import { all, get, type ReadDb } from '../../../main/engine/db/database.ts';
import { planFor } from '../../../main/engine/website-data/queue-mails-service.ts';
import { ruleNumbers } from '../../../shared/change.ts';
import { type DemoSession, demoNow, openDemoSession } from '../../support/demo.ts';

let demo: DemoSession;

beforeEach(async () => {
  demo = await openDemoSession();
});
afterEach(() => demo.close());

const make = async (now = demoNow) => {
  if (now !== demoNow) {
    await demo.close();
    demo = await openDemoSession(now);
  }
  return createDemoCompany(demo.session, `${demo.folder}/demo.orderbud`);
};
const count = (db: ReadDb, what: string) => get<{ n: number }>(db, `SELECT count(*) AS n FROM ${what}`)?.n;

describe('demo company', () => {
  test('has forty products, twenty-five customers and sixty orders, back orders and credit notes apart', async () => {
    const { db } = await make();
    expect(count(db, 'product')).toBe(40);
    expect(count(db, 'contact WHERE is_supplier = 0')).toBe(25);
    expect(count(db, 'contact WHERE is_supplier = 1')).toBe(4);
    expect(count(db, 'sales_order WHERE parent_order_id IS NULL AND credited_order_id IS NULL')).toBe(60);
    expect(count(db, 'sales_order WHERE website_id IS NULL')).toBe(1);
  });

  test('has orders in every state that warehouse and invoicing make', async () => {
    const { db } = await make();
    const statuses = all<{ status: string; n: number }>(
      db,
      'SELECT status, count(*) AS n FROM sales_order GROUP BY status',
    );
    expect(Object.fromEntries(statuses.map(({ status, n }) => [status, n]))).toEqual({
      order: 32,
      'back-order': 4,
      'invoice-not-delivered': 2,
      invoice: 22,
      'credit-note': 3,
      cancelled: 3,
      'lost-sale': 1,
    });
    const waits = `EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id AND l.remaining_milli > 0`;
    expect(count(db, `sales_order o WHERE status = 'order' AND picked = 1`)).toBeGreaterThanOrEqual(4);
    expect(
      count(db, `sales_order o WHERE status = 'order' AND ${waits} AND l.delivered_milli > 0)`),
    ).toBeGreaterThanOrEqual(4);
    const soldOut = `coalesce((SELECT sum(quantity_milli) FROM product_stock s WHERE s.product_id = l.product_id), 0) <= 0`;
    expect(count(db, `sales_order o WHERE status = 'order' AND ${waits} AND ${soldOut})`)).toBeGreaterThanOrEqual(5);
  });

  test('has stock above, at and below zero, and purchases from draft to received', async () => {
    const { db } = await make();
    const stock = all<{ stockMilli: number }>(
      db,
      `SELECT coalesce(sum(s.quantity_milli), 0) AS stockMilli FROM product p LEFT JOIN product_stock s ON s.product_id = p.id
       WHERE p.is_stock_item = 1 GROUP BY p.id`,
    ).map(({ stockMilli }) => Math.sign(stockMilli));
    expect([1, 0, -1].map((sign) => stock.filter((one) => one === sign).length)).toEqual([32, 5, 2]);
    const purchases = all<{ status: string; isPart: number }>(
      db,
      `SELECT status, EXISTS (SELECT 1 FROM purchase_line l WHERE l.purchase_order_id = p.id AND received_milli > 0)
         AND status = 'transferred' AS isPart FROM purchase_order p`,
    );
    expect(new Set(purchases.map(({ status }) => status))).toEqual(new Set(['draft', 'transferred', 'received']));
    expect(purchases.filter(({ isPart }) => isPart === 1)).toHaveLength(1);
    expect(count(db, 'order_line WHERE purchase_line_id IS NOT NULL')).toBeGreaterThan(0);
  });

  test('has customers of every kind that the mails tell apart', async () => {
    const { db } = await make();
    const accounts = all<{ status: string }>(db, 'SELECT DISTINCT status FROM website_account ORDER BY status');
    expect(accounts.map(({ status }) => status)).toEqual(['approved', 'declined', 'pending']);
    const languages = all<{ language: string | null }>(
      db,
      'SELECT DISTINCT language FROM contact WHERE is_supplier = 0',
    );
    expect(new Set(languages.map(({ language }) => language))).toEqual(new Set(['en', 'no', null]));
    expect(count(db, 'contact WHERE order_status_mails = 0')).toBe(1);
    expect(count(db, `contact WHERE is_supplier = 0 AND email = ''`)).toBe(1);
    expect(count(db, `contact WHERE is_supplier = 0 AND company_no <> ''`)).toBeGreaterThanOrEqual(5);
  });

  test('has all seven rules on and tells nothing but its planned handful', async () => {
    const company = await make();
    const rules = get<Record<string, number>>(
      company.db,
      `SELECT ${ruleNumbers.map((rule) => `rule_${rule}`).join(', ')} FROM website`,
    );
    expect(Object.values(rules ?? {})).toEqual([1, 1, 1, 1, 1, 1, 1]);
    const plan = planFor(company, 1);
    expect(plan.mails.map(({ address }) => address).sort()).toEqual([
      'aase.oestby@post.example',
      'emily.hartley@mail.example',
      'post@bergsport.example',
      'sindre.solheim@post.example',
    ]);
    expect(
      plan.orders
        .map(({ notTold }) => notTold)
        .filter((reason) => reason !== null)
        .sort(),
    ).toEqual(['no-address', 'opted-out']);
    expect(count(company.db, 'order_to_check')).toBe(6);
  });

  test('keeps a ledger of every webshop order and of no other', async () => {
    const { db } = await make();
    expect(
      count(db, 'sales_order o WHERE (website_id IS NOT NULL) <> EXISTS (SELECT 1 FROM ledger WHERE order_id = o.id)'),
    ).toBe(0);
  });

  test.each([
    ['in the middle of a day', '2026-03-03T10:12:00.000Z'],
    ['just after midnight in Oslo', '2026-06-30T22:00:01.000Z'],
    ['on the night the clocks change', '2026-10-25T00:59:59.000Z'],
    ['on a leap day', '2028-02-29T05:00:00.000Z'],
    ['on New Year’s Day', '2027-01-01T00:00:00.000Z'],
  ])('nothing in it lies in the future when it is made %s', async (_when, now) => {
    const { db, today } = await make(new Date(now));
    for (const [table, column] of [
      ['sales_order', 'created_at'],
      ['sales_order', 'invoiced_at'],
      ['log_entry', 'at'],
      ['delivery', 'delivered_at'],
      ['shipment', 'created_at'],
    ]) {
      expect(count(db, `${table} WHERE ${column} > '${now}'`), `${table}.${column}`).toBe(0);
    }
    expect(count(db, `sales_order WHERE order_date > '${today()}'`)).toBe(0);
    expect(
      count(db, `sales_order a JOIN sales_order b ON a.invoice_no < b.invoice_no AND a.invoiced_at > b.invoiced_at`),
    ).toBe(0);
    expect(planFor(demo.session.company(), 1).mails).toHaveLength(4);
  });

  test('no line has more delivered, moved or invoiced than was ordered', async () => {
    const { db } = await make();
    expect(
      count(
        db,
        'order_line WHERE delivered_milli + moved_milli > ordered_milli OR invoiced_milli > ordered_milli OR to_be_delivered_milli > remaining_milli',
      ),
    ).toBe(0);
  });

  test('is the same every time, but for its ids', async () => {
    const contents = (db: ReadDb) =>
      ['sales_order', 'order_line', 'shipment', 'product_stock', 'purchase_line', 'delivery_line'].map((table) =>
        all<Record<string, unknown>>(db, `SELECT * FROM ${table}`).map(({ public_id: _id, ...row }) => row),
      );
    const first = contents((await make()).db);
    await demo.close();
    demo = await openDemoSession();
    expect(contents((await make()).db)).toEqual(first);
  });
});
