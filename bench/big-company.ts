import { all, bringListsUpToDate, inTransaction, type ReadDb, run, type WriteTx } from '../main/engine/db/database.ts';
import { readPresentOrder } from '../main/engine/ledger/present-order-store.ts';
import { openTestCompany } from '../tests/support/company.ts';

const firstNames =
  'Kari Ola Anne Per Ingrid Lars Marit Jan Liv Knut Eva Arne Berit Bjørn Åse Svein Randi Tor Astrid Kjell'.split(' ');
const lastNames =
  'Nordmann Hansen Berg Strøm Dahl Lund Moen Haugen Bakke Lie Solberg Eide Vik Aas Ness Ødegård Holm Sunde Tangen Myhre'.split(
    ' ',
  );
const places = 'nes vik dal berg haug li moen sund'.split(' ');
const kinds =
  'jacket tent shoe bottle lamp glove hat sock pole bag stove map rope knife mat pan cup axe sled ski boot belt vest scarf tarp hook chair table line net'.split(
    ' ',
  );
const manners =
  'Rain Mountain City Winter Summer Trail Forest Fjord Polar Light Warm Dry Quick Long Short Double Soft Hard Wide Small'.split(
    ' ',
  );

/** How many of each a company of so many orders has. The newest two in a hundred orders are open. */
export const sizesOf = (orders: number) => ({
  orders,
  contacts: orders / 10,
  products: Math.max(1_000, orders / 10),
  firstOpen: Math.floor(orders * 0.98) + 1,
});

/**
 * A company as it stands after years: written in bulk, with the triggers away, then listed by the program's own
 * statements, and with its triggers back.
 */
export async function buildBigCompany(path: string, orders: number): Promise<ReadDb> {
  const db = await openTestCompany(path);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -262144');
  const sizes = sizesOf(orders);
  inTransaction(db, (tx) => {
    addRegisters(tx, sizes);
    const triggers = takeTriggersAway(tx);
    addOrders(tx, sizes);
    addMails(tx, sizes);
    for (const sql of triggers) tx.exec(sql);
  });
  for (let from = 1; from <= orders; from += 50_000) {
    inTransaction(db, (tx) =>
      run(
        tx,
        'INSERT INTO order_to_list(order_id, words) SELECT id, 2 FROM sales_order WHERE id BETWEEN @from AND @from + 49999',
        { from },
      ),
    );
  }
  inTransaction(db, (tx) => addLedgers(tx, sizes));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return openBigCompany(path);
}

async function openBigCompany(path: string): Promise<ReadDb> {
  const { openDatabase } = await import('../main/engine/db/open-database.ts');
  return openDatabase(path);
}

type Sizes = ReturnType<typeof sizesOf>;
export const upTo = (n: string) => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${n})`;
const pick = (names: readonly string[], index: string) =>
  `json_extract('${JSON.stringify(names)}', '$[' || ((${index}) % ${names.length}) || ']')`;

/** Takes away what keeps lists and ledgers going while rows are written in bulk; answers how to make it anew. */
export function takeTriggersAway(tx: WriteTx): readonly string[] {
  const triggers = all<{ name: string; sql: string }>(
    tx,
    `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name <> 'order_group' AND name NOT LIKE 'group_of%'`,
  );
  for (const { name } of triggers) tx.exec(`DROP TRIGGER ${name}`);
  return triggers.map(({ sql }) => sql);
}

function addRegisters(tx: WriteTx, { contacts, products }: Sizes): void {
  run(
    tx,
    `INSERT INTO website(id, public_id, name, sender_address) VALUES (2, 'site-2', 'Second shop', 'post@second.example')`,
  );
  run(tx, 'INSERT INTO website_warehouse VALUES (2, 1)');
  run(
    tx,
    `${upTo('@contacts')} INSERT INTO contact(id, public_id, name, email, phone, city, created_at)
     SELECT i, 'contact-' || i, ${pick(firstNames, 'i')} || ' ' || ${pick(lastNames, 'i / 20')} || ${pick(places, 'i / 400')},
       'customer' || i || '@mail.example', printf('4%07d', i), 'Oslo', '2020-01-01T00:00:00.000Z' FROM n`,
    { contacts },
  );
  run(
    tx,
    `${upTo('@products')} INSERT INTO product(id, product_no, name, unit_price_minor)
     SELECT i, 'P-' || (10000 + i), ${pick(manners, 'i')} || ' ' || ${pick(kinds, 'i / 20')} || ' no ' || (i / 600), 9900 + i % 1000 FROM n`,
    { products },
  );
  run(
    tx,
    'INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) SELECT id, 1, CASE WHEN id % 3 = 0 THEN 0 ELSE 50000 END FROM product',
  );
}

function addOrders(tx: WriteTx, { orders, contacts, products, firstOpen }: Sizes): void {
  run(
    tx,
    `${upTo('@orders')} INSERT INTO sales_order(id, public_id, order_no, status, contact_id, customer_name, website_id, web_order_no,
       order_date, currency, picked, invoice_no, created_at)
     SELECT i, 'order-' || i, 10000 + i,
       CASE WHEN i >= @firstOpen THEN CASE WHEN i % 9 = 0 THEN 'back-order' ELSE 'order' END
         WHEN i % 40 = 0 THEN 'cancelled' WHEN i % 90 = 0 THEN 'credit-note' WHEN i % 97 = 0 THEN 'quotation' ELSE 'invoice' END,
       c.id, c.name, CASE i % 10 WHEN 0 THEN NULL WHEN 1 THEN 2 ELSE 1 END, CASE WHEN i % 10 = 0 THEN '' ELSE 'W-' || (8000 + i) END,
       date('2020-01-01', '+' || (i * 2000 / @orders) || ' days'), 'NOK', i < @firstOpen AND i % 40 > 0 OR i % 4 = 0, NULL, '2026-01-01T00:00:00.000Z'
     FROM n JOIN contact c ON c.id = 1 + (i * 7919) % @contacts`,
    { orders, contacts, firstOpen },
  );
  for (const position of [1, 2]) {
    run(
      tx,
      `INSERT INTO order_line(order_id, position, product_id, product_no, description, ordered_milli, to_be_delivered_milli, delivered_milli,
         invoiced_milli, unit_price_minor)
       SELECT o.id, @position, p.id, p.product_no, p.name, 1000 * (1 + o.id % 3), CASE WHEN o.id >= @firstOpen THEN 1000 ELSE 0 END,
         CASE WHEN o.id >= @firstOpen THEN 0 ELSE 1000 * (1 + o.id % 3) END, CASE WHEN o.id >= @firstOpen THEN 0 ELSE 1000 * (1 + o.id % 3) END,
         p.unit_price_minor
       FROM sales_order o JOIN product p ON p.id = 1 + (o.id * @step) % @products ORDER BY o.id`,
      { position, step: position === 1 ? 104_729 : 15_485, products, firstOpen },
    );
  }
  run(
    tx,
    `INSERT INTO shipment(order_id, carrier, shipping_no, created_at)
     SELECT id, 'Posten', '37043810' || printf('%09d', id), created_at FROM sales_order WHERE id < @firstOpen AND status = 'invoice'`,
    { firstOpen },
  );
}

/** Every open webshop order was told of once; thirty mails need a decision, in a small company and a large one. */
function addMails(tx: WriteTx, { orders, firstOpen }: Sizes): void {
  run(tx, `INSERT INTO run(id, started_at, who, step) VALUES (1, '2026-01-01T00:00:00.000Z', 'staff', 'done')`);
  const changes = JSON.stringify([{ kind: 'picked', rule: 3, moves: [{ fact: 'picked', from: false, to: true }] }]);
  run(
    tx,
    `INSERT INTO mail(id, random_id, run_id, website_id, contact_id, kind, address, language, sender_address, subject,
       frozen_at, state, settled_at)
     SELECT id, 'mail-' || id, 1, website_id, contact_id, 'order-status', 'customer@mail.example', 'en', 'post@shop.example', 'Your order',
       created_at, CASE WHEN id > @orders - 3000 AND id % 100 = 1 THEN 'uncertain' ELSE 'accepted' END, created_at
     FROM sales_order WHERE id >= min(@firstOpen, @orders - 3000) AND website_id IS NOT NULL`,
    { firstOpen, orders },
  );
  run(tx, 'INSERT INTO mail_order(mail_id, order_id, ledger_version, changes) SELECT id, id, 1, @changes FROM mail', {
    changes,
  });
}

/** The customers of open orders know them as they stand; of one in ten something changed since. */
function addLedgers(tx: WriteTx, { firstOpen }: Sizes): void {
  const open = all<{ id: number }>(tx, 'SELECT id FROM sales_order WHERE id >= @firstOpen AND website_id IS NOT NULL', {
    firstOpen,
  });
  for (const { id } of open) {
    const baseline = JSON.stringify(readPresentOrder(tx, id)?.facts ?? {});
    run(tx, 'INSERT INTO ledger(order_id, version, baseline) VALUES (@id, 1, @baseline)', { id, baseline });
  }
  run(tx, 'INSERT INTO order_to_check(order_id) SELECT order_id FROM ledger WHERE order_id % 10 = 3');
  run(tx, `UPDATE sales_order SET picked = 1 WHERE id IN (SELECT order_id FROM ledger WHERE order_id % 10 = 3)`);
  bringListsUpToDate(tx);
}
