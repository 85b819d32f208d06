import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, get, inTransaction, type ReadDb, run, type WriteTx } from '../../../../main/engine/db/database.ts';
import { searchWords } from '../../../../main/engine/db/search-words.ts';
import { readEffectiveDates } from '../../../../main/engine/orders/effective-dates.ts';
import { countForNavigation, countOrders, listOrders } from '../../../../main/engine/orders/order-list-store.ts';
import { type OrderStatus, openStatuses, orderStatuses } from '../../../../shared/order.ts';
import {
  countOrdersInput,
  type ListOrdersInput,
  listOrdersInput,
  type OrderPage,
  orderFilters,
  orderSorts,
} from '../../../../shared/sales-orders.ts';
import { aContact, anOrder, aProduct, pieces } from '../../../support/builders.ts';
import { command, openTestCompany, testContext } from '../../../support/company.ts';
import { runs } from '../../../support/runs.ts';

/** Everything about one order that lists speak of, read the slow way. */
type Seen = {
  readonly id: number;
  readonly status: OrderStatus;
  readonly websiteId: number | null;
  readonly contactId: number;
  readonly picked: number;
  readonly webOrderNo: string;
  readonly customerName: string;
  readonly orderDate: string;
  readonly deliveryDate: string | null;
  readonly text: string;
  readonly toDeliver: number;
  readonly remains: number;
  readonly shipments: number;
  readonly waits: number;
  readonly attention: number;
};

function lookAtAll(db: ReadDb): readonly Seen[] {
  return all<Seen>(
    db,
    `SELECT o.id, o.status, o.website_id AS websiteId, o.contact_id AS contactId, o.picked, o.web_order_no AS webOrderNo,
       o.customer_name AS customerName, o.order_date AS orderDate, o.delivery_date AS deliveryDate,
       o.order_no || ' ' || o.web_order_no || ' ' || o.customer_name || ' ' || coalesce((SELECT group_concat(product_no || ' ' || description, ' ')
         FROM order_line WHERE order_id = o.id AND is_removed = 0), '') || ' ' ||
         coalesce((SELECT group_concat(shipping_no, ' ') FROM shipment WHERE order_id = o.id), '') AS text,
       EXISTS (SELECT 1 FROM order_line WHERE order_id = o.id AND remaining_milli > 0 AND to_be_delivered_milli > 0) AS toDeliver,
       EXISTS (SELECT 1 FROM order_line WHERE order_id = o.id AND remaining_milli > 0) AS remains,
       (SELECT count(*) FROM shipment WHERE order_id = o.id) AS shipments,
       EXISTS (SELECT 1 FROM order_line l JOIN product p ON p.id = l.product_id WHERE l.order_id = o.id AND l.remaining_milli > 0
         AND p.is_stock_item = 1 AND l.remaining_milli > (SELECT coalesce(sum(quantity_milli), 0) FROM product_stock s WHERE s.product_id = p.id
           AND (o.website_id IS NULL OR s.warehouse_id IN (SELECT warehouse_id FROM website_warehouse WHERE website_id = o.website_id)))) AS waits,
       EXISTS (SELECT 1 FROM mail_order x JOIN mail m ON m.id = x.mail_id WHERE x.order_id = o.id AND x.is_live = 1
         AND m.state IN ('uncertain','refused')) AS attention
     FROM sales_order o ORDER BY o.id DESC`,
  );
}

function isWanted(order: Seen, input: ListOrdersInput): boolean {
  const isOpen = openStatuses.includes(order.status);
  const passes = {
    all: true,
    'to-pick': isOpen && order.picked === 0 && order.toDeliver === 1,
    'to-ship': isOpen && order.picked === 1 && (order.toDeliver === 1 || order.shipments === 0),
    'waiting-for-goods': isOpen && order.waits === 1,
    'needs-attention': order.attention === 1,
  }[input.filter];
  return (
    passes &&
    (input.statuses === undefined || input.statuses.includes(order.status)) &&
    (input.website === undefined || input.website === order.websiteId) &&
    (input.isPicked === undefined || input.isPicked === (order.picked === 1)) &&
    (input.isWaitingForGoods === undefined || input.isWaitingForGoods === (isOpen && order.waits === 1)) &&
    (input.needsAttention === undefined || input.needsAttention === (order.attention === 1)) &&
    (input.contactId === undefined || input.contactId === order.contactId) &&
    isFoundBy(order.text, input.search)
  );
}

function isFoundBy(text: string, search: string): boolean {
  if (search === '') return true;
  const has = searchWords(text).flatMap((parts) => [...parts, parts.join('')]);
  const wanted = searchWords(search);
  const begins = (part: string) => has.some((word) => word.startsWith(part));
  const isThere = (parts: readonly string[]) =>
    begins(parts.join('')) || (parts.every((part) => part.length > 1) && parts.every(begins));
  return wanted.length > 0 && wanted.every(isThere);
}

function everyPage(db: ReadDb, input: ListOrdersInput): readonly OrderPage['rows'][number][] {
  const rows: OrderPage['rows'][number][] = [];
  let cursor: string | null = null;
  do {
    const page: OrderPage = listOrders(db, { ...input, cursor });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** The value a row stands by, such that rows without one come last; text as the company's language orders it. */
function standsBy(row: OrderPage['rows'][number], by: ListOrdersInput['sort']['by']): string | number | null {
  const values = {
    newest: row.id,
    orderNo: row.orderNo,
    webOrderNo: row.webOrderNo.toLowerCase() || null,
    customer: row.customerName.toLowerCase(),
    status: orderStatuses.indexOf(row.status),
    orderDate: row.orderDate,
    deliveryDate: row.deliveryDate,
    expectedDate: row.expectedDate,
    total: row.totalMinor,
  };
  return values[by];
}

const names = ['Kari Nordmann', 'Åse Strøm', 'Berg Sport AS', 'Ægir Øy', 'kari Berg', 'Zoe Ås'];
const searches = [
  '',
  '',
  'nordm',
  'kari',
  'rain jac',
  'W-1',
  'strom',
  'ås',
  '10003',
  'ber',
  'p2',
  '7012 3',
  '"*',
  'berg rain',
];
const days = ['2026-03-01', '2026-03-02', '2026-04-01'];

const someWork = fc.record({
  action: fc.constantFrom(
    'order',
    'order',
    'order',
    'pick',
    'stock',
    'stock',
    'deliver',
    'status',
    'ship',
    'product',
    'rename',
    'mail',
    'mail-ends',
    'remove',
    'date',
    'scope',
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
});
type Work = { readonly action: string; readonly a: number; readonly b: number };

/** Writes as commands do, and rougher: whatever is written, the lists follow. */
function doWork(db: ReadDb, { action, a, b }: Work): void {
  const one = (table: string, n: number) =>
    get<{ id: number }>(db, `SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET @n`, {
      n: n % Math.max(1, count(db, table)),
    })?.id;
  const orderId = one('sales_order', a);
  if (action === 'order' || orderId === undefined) {
    addOrder(db, a, b, one);
    return;
  }
  const lineId = one('order_line', b) ?? 0;
  command(db, (tx) => {
    const write = (sql: string, values: Record<string, string | number | null> = {}) => void run(tx, sql, values);
    switch (action) {
      case 'pick':
        return write('UPDATE sales_order SET picked = 1 - picked WHERE id = @orderId', { orderId });
      case 'stock':
        return write('INSERT INTO product_stock VALUES (@p, @w, @q) ON CONFLICT DO UPDATE SET quantity_milli = @q', {
          p: one('product', a) ?? 0,
          w: 1 + (b % 2),
          q: pieces(a % 7),
        });
      case 'deliver':
        return write('UPDATE order_line SET delivered_milli = @d, to_be_delivered_milli = @t WHERE id = @lineId', {
          lineId,
          d: pieces(a % 4),
          t: pieces(b % 3),
        });
      case 'status':
        return write('UPDATE sales_order SET status = @s WHERE id = @orderId', {
          orderId,
          s: orderStatuses[b % orderStatuses.length] ?? 'order',
        });
      case 'ship':
        return write(`INSERT INTO shipment(order_id, shipping_no, created_at) VALUES (@orderId, @no, '')`, {
          orderId,
          no: `7012 3${b}`,
        });
      case 'product':
        return write('UPDATE product SET is_stock_item = @s, expected_delivery_date = @d WHERE id = @id', {
          id: one('product', a) ?? 0,
          s: b % 2,
          d: b % 3 === 0 ? null : (days[b % 3] ?? null),
        });
      case 'rename':
        return write('UPDATE sales_order SET customer_name = @n WHERE id = @orderId', {
          orderId,
          n: names[b % names.length] ?? '',
        });
      case 'mail':
        return addMail(tx, orderId, b);
      case 'mail-ends':
        return write(`UPDATE mail SET state = 'accepted' WHERE id = @id`, { id: one('mail', b) ?? 0 });
      case 'remove':
        return write('UPDATE order_line SET is_removed = 1 WHERE id = @lineId', { lineId });
      case 'date':
        return write('UPDATE sales_order SET delivery_date = @d WHERE id = @orderId', {
          orderId,
          d: b % 4 === 0 ? null : (days[b % 3] ?? null),
        });
      default:
        return write(
          b % 2 === 0
            ? 'DELETE FROM website_warehouse WHERE warehouse_id = 2'
            : 'INSERT INTO website_warehouse VALUES (1, 2) ON CONFLICT DO NOTHING',
        );
    }
  });
}

const count = (db: ReadDb, table: string) => get<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0;

function addOrder(db: ReadDb, a: number, b: number, one: (table: string, n: number) => number | undefined): void {
  anOrder(db, {
    contactId: one('contact', a) ?? 0,
    status: a % 5 === 0 ? 'quotation' : 'order',
    orderDate: days[b % 3] ?? '2026-03-01',
    ...(a % 3 === 0 ? { webOrderNo: null } : {}),
    lines: [
      { productId: one('product', a) ?? 0, orderedMilli: pieces(1 + (b % 5)) },
      {
        productId: one('product', b) ?? 0,
        orderedMilli: pieces(1 + (a % 3)),
        unitPriceMinor: 3333 + b,
        vatPermille: b % 2 === 0 ? 150 : 250,
      },
    ],
  });
}

function addMail(tx: WriteTx, orderId: number, b: number): void {
  run(tx, `INSERT INTO run(id, started_at, who, step) VALUES (1, '', 'tester', 'done') ON CONFLICT DO NOTHING`);
  const { lastId } = run(
    tx,
    `INSERT INTO mail(random_id, run_id, website_id, contact_id, kind, address, language, sender_address, subject, frozen_at, state)
     SELECT @randomId, 1, 1, contact_id, 'order-status', '', 'en', '', '', '', @state FROM sales_order WHERE id = @orderId`,
    { randomId: randomUUID(), orderId, state: b % 2 === 0 ? 'uncertain' : 'refused' },
  );
  const version = count(tx, 'mail_order') + 1;
  run(tx, `INSERT INTO mail_order VALUES (@lastId, @orderId, @version, '[]', 1)`, { lastId, orderId, version });
}

async function aCompany(): Promise<ReadDb> {
  const db = await openTestCompany();
  inTransaction(db, (tx) => {
    run(tx, `INSERT INTO warehouse(id, name) VALUES (2, 'Second')`);
    run(tx, `INSERT INTO website(id, public_id, name) VALUES (2, @id, 'Other')`, { id: randomUUID() });
  });
  for (const name of names) aContact(db, { name });
  for (const name of ['Rain jacket', 'Rain hat', 'Tent']) aProduct(db, { name, stock: 3 });
  return db;
}

const someQuery = fc.record({
  filter: fc.constantFrom(...orderFilters, 'all' as const),
  statuses: fc.option(fc.subarray([...orderStatuses], { minLength: 1 }), { nil: undefined, freq: 3 }),
  website: fc.constantFrom(undefined, undefined, null, 1, 2),
  isPicked: fc.constantFrom(undefined, undefined, true, false),
  isWaitingForGoods: fc.constantFrom(undefined, undefined, true, false),
  needsAttention: fc.constantFrom(undefined, undefined, undefined, true),
  contactId: fc.constantFrom(undefined, undefined, 1, 2),
  search: fc.constantFrom(...searches),
  sort: fc.record({
    by: fc.constantFrom(...orderSorts),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  limit: fc.integer({ min: 1, max: 7 }),
});

describe('the list of sales orders, whatever was written and whatever is asked', () => {
  it('pages, filters, searches, sorts and counts as one look at every order would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someWork, { minLength: 15, maxLength: 40 }),
        fc.array(someQuery, { minLength: 25, maxLength: 25 }),
        async (work, queries) => {
          const db = await aCompany();
          for (const step of work) doWork(db, step);
          const seen = lookAtAll(db);
          for (const query of queries) {
            const input = listOrdersInput.parse(query);
            const rows = everyPage(db, input);
            const wanted = seen.filter((order) => isWanted(order, input)).map(({ id }) => id);
            expect(rows.map(({ id }) => id).sort((a, b) => b - a)).toEqual(wanted);
            expect(countOrders(db, countOrdersInput.parse(query))).toEqual({ orders: wanted.length, isMore: false });
            requireSorted(rows, input);
          }
          requireDerived(db, seen);
          db.close();
        },
      ),
      { numRuns: runs(12) },
    );
  });

  function requireSorted(rows: readonly OrderPage['rows'][number][], { sort }: ListOrdersInput): void {
    const values = rows.map((row) => standsBy(row, sort.by));
    const filled = values.filter((value) => value !== null);
    expect(values.slice(0, filled.length)).toEqual(filled);
    const collator = new Intl.Collator('nb', { sensitivity: 'accent' });
    const compare = (a: string | number, b: string | number) =>
      typeof a === 'string' && sort.by === 'customer' ? collator.compare(a, String(b)) : a < b ? -1 : a > b ? 1 : 0;
    for (let n = 1; n < filled.length; n++) {
      const order = compare(filled[n - 1] ?? '', filled[n] ?? '');
      expect(sort.direction === 'ascending' ? order <= 0 : order >= 0).toBe(true);
    }
  }

  /** Stored keys say what the rules say of the orders as they stand. */
  function requireDerived(db: ReadDb, seen: readonly Seen[]): void {
    const dates = readEffectiveDates(
      db,
      seen.map(({ id }) => id),
    );
    const stored = all<{ id: number; expectedDate: string | null; totalMinor: number }>(
      db,
      'SELECT id, expected_date AS expectedDate, total_minor AS totalMinor FROM sales_order',
    );
    const shown = new Map(everyPage(db, listOrdersInput.parse({ limit: 500 })).map((row) => [row.id, row]));
    for (const { id, expectedDate, totalMinor } of stored) {
      const lines = all<{ id: number }>(db, 'SELECT id FROM order_line WHERE order_id = @id', { id });
      const latest =
        lines
          .flatMap((line) => dates.get(line.id)?.date ?? [])
          .sort()
          .at(-1) ?? null;
      expect([id, expectedDate, totalMinor]).toEqual([id, latest, shown.get(id)?.totalMinor]);
    }
    const open = seen.filter((order) => openStatuses.includes(order.status));
    expect(countForNavigation(db)).toMatchObject({
      openOrders: open.length,
      waitingForGoods: open.filter(({ waits }) => waits === 1).length,
      ordersNotDelivered: open.filter(({ remains }) => remains === 1).length,
      needsAttention: seen.filter(({ attention }) => attention === 1).length,
    });
  }
});

describe('an order waits for goods', () => {
  it('while what remains is more than the stock where it is sold from, whichever way stock goes', async () => {
    const db = await aCompany();
    const [web, staff] = [{}, { webOrderNo: null }].map(
      (kind) => anOrder(db, { ...kind, lines: [{ productId: 1, orderedMilli: pieces(3) }] }).orderId,
    );
    const waiting = () =>
      listOrders(db, listOrdersInput.parse({ filter: 'waiting-for-goods' })).rows.map(({ id }) => id);
    const stock = (warehouseId: number, quantity: number) =>
      command(db, (tx) => {
        run(
          tx,
          'INSERT INTO product_stock VALUES (1, @warehouseId, @quantity) ON CONFLICT DO UPDATE SET quantity_milli = @quantity',
          { warehouseId, quantity: pieces(quantity) },
        );
        return undefined;
      });
    expect(waiting()).toEqual([]);
    stock(1, 2);
    expect(waiting()).toEqual([staff, web]);
    stock(2, 1);
    expect(waiting()).toEqual([web]);
    stock(1, 3);
    expect(waiting()).toEqual([]);
    stock(1, -5);
    expect(waiting()).toEqual([staff, web]);
    stock(2, 50);
    expect(waiting()).toEqual([web]);
    db.close();
  });
});

describe('a page boundary', () => {
  it('neither skips nor doubles an order when orders before and after it change between pages', async () => {
    const db = await aCompany();
    for (let n = 0; n < 9; n++) anOrder(db, { contactId: 1 });
    const input = listOrdersInput.parse({ sort: { by: 'customer', direction: 'ascending' }, limit: 3 });
    const first = listOrders(db, input);
    command(db, (tx) => {
      run(tx, `UPDATE sales_order SET customer_name = 'AAA' WHERE id IN (1, 9)`);
      run(tx, `UPDATE sales_order SET picked = 1 WHERE id IN (3, 4, 7)`);
    });
    anOrder(db, { contactId: 3 });
    const second = listOrders(db, { ...input, cursor: first.nextCursor, limit: 100 });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    db.close();
  });

  it('a cursor of another sorting, or one made up, is refused', async () => {
    const db = await aCompany();
    anOrder(db);
    anOrder(db);
    const { nextCursor } = listOrders(db, listOrdersInput.parse({ limit: 1 }));
    const sort = { by: 'total', direction: 'ascending' };
    for (const cursor of [nextCursor, 'x', 'e30', '']) {
      expect(() => listOrders(db, listOrdersInput.parse({ sort, cursor }))).toThrow(
        expect.objectContaining({ code: 'bad-input' }),
      );
    }
    db.close();
  });
});

describe('a search', () => {
  const found = (db: ReadDb, search: string) =>
    listOrders(db, listOrdersInput.parse({ search })).rows.map(({ id }) => id);

  it('finds a shipping no. with and without its blanks, and web order nos. of back orders', async () => {
    const db = await aCompany();
    const { orderId } = anOrder(db, { webOrderNo: 'W-8841 / rest 1' });
    anOrder(db, { webOrderNo: 'W-9000' });
    command(db, (tx) => {
      run(tx, `INSERT INTO shipment(order_id, shipping_no, created_at) VALUES (@orderId, '7012 3456 7890', @now)`, {
        orderId,
        now: testContext.now,
      });
    });
    for (const search of [
      '7012 3456 7890',
      '701234567890',
      '7012345',
      '3456',
      'w8841',
      'W 8841',
      'W-8841',
      'rest 1',
      '8841 rest',
    ]) {
      expect([search, found(db, search)]).toEqual([search, [orderId]]);
    }
    db.close();
  });

  it('finds a long number typed whole even where a hundred others begin alike', async () => {
    const db = await aCompany();
    const { orderId } = anOrder(db);
    command(db, (tx) => {
      for (let n = 0; n < 150; n++)
        run(tx, `INSERT INTO shipment(order_id, shipping_no, created_at) VALUES (@id, @no, '')`, {
          id: orderId,
          no: `370438101${1000 + n}`,
        });
    });
    expect(found(db, '3704381011077')).toEqual([orderId]);
    expect(found(db, '370438')).toEqual([orderId]);
    db.close();
  });

  it('follows the order: what is taken off or renamed is found no more', async () => {
    const db = await aCompany();
    const { orderId, lineIds } = anOrder(db, { contactId: 1, lines: [{ productId: 1, orderedMilli: 1000 }] });
    expect(found(db, 'rain')).toEqual([orderId]);
    command(db, (tx) => void run(tx, 'UPDATE order_line SET is_removed = 1 WHERE id = @id', { id: lineIds[0] ?? 0 }));
    command(db, (tx) => void run(tx, `UPDATE sales_order SET customer_name = 'Per' WHERE id = @orderId`, { orderId }));
    expect([found(db, 'rain'), found(db, 'nordmann'), found(db, 'per')]).toEqual([[], [], [orderId]]);
    db.close();
  });
});
