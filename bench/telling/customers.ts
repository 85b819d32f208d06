import { all, bringListsUpToDate, inTransaction, type ReadDb, run } from '../../main/engine/db/database.ts';
import { readPresentOrder } from '../../main/engine/ledger/present-order-store.ts';
import { openTestCompany } from '../../tests/support/company.ts';

const upTo = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @customers)';

/**
 * A company file with so many customers, each with one webshop order of two lines which has been picked and sent since the
 * customer last heard of it: one mail each with two changes.
 */
export async function buildCustomers(path: string, customers: number): Promise<void> {
  const db = await openTestCompany(path);
  db.pragma('synchronous = OFF');
  inTransaction(db, (tx) => {
    run(tx, `UPDATE website SET ${[1, 2, 3, 4, 5, 6, 7].map((rule) => `rule_${rule} = 1`).join(', ')} WHERE id = 1`);
    run(
      tx,
      `INSERT INTO product(id, product_no, name, unit_price_minor) VALUES (1, 'J-1', 'Rain jacket Fjell, red', 99900), (2, 'B-1', 'Trail bottle 0.5 l', 14900)`,
    );
    run(
      tx,
      'INSERT INTO product_stock(product_id, warehouse_id, quantity_milli) VALUES (1, 1, 9000000), (2, 1, 9000000)',
    );
    run(
      tx,
      `${upTo} INSERT INTO contact(id, public_id, name, email, created_at)
       SELECT i, 'contact-' || i, 'Kari Nordmann ' || i, 'customer' || i || '@mail.example', '2026-01-01T00:00:00.000Z' FROM n`,
      { customers },
    );
    run(
      tx,
      `${upTo} INSERT INTO sales_order(id, public_id, order_no, status, contact_id, customer_name, website_id, web_order_no, order_date, currency,
         created_at)
       SELECT i, 'order-' || i, 10000 + i, 'order', i, 'Kari Nordmann ' || i, 1, 'W-' || i, '2026-03-01', 'NOK', '2026-03-01T00:00:00.000Z' FROM n`,
      { customers },
    );
    for (const product of [1, 2]) {
      run(
        tx,
        `INSERT INTO order_line(order_id, position, product_id, product_no, description, ordered_milli, to_be_delivered_milli, unit_price_minor)
         SELECT o.id, @product, p.id, p.product_no, p.name, 2000, 2000, p.unit_price_minor FROM sales_order o JOIN product p ON p.id = @product`,
        { product },
      );
    }
  });
  inTransaction(db, (tx) => {
    for (const { id } of all<{ id: number }>(tx, 'SELECT id FROM sales_order')) {
      const baseline = JSON.stringify(readPresentOrder(tx, id)?.facts ?? {});
      run(tx, 'INSERT INTO ledger(order_id, version, baseline) VALUES (@id, 1, @baseline)', { id, baseline });
    }
    run(tx, 'DELETE FROM order_to_check');
    run(tx, 'UPDATE sales_order SET picked = 1');
    run(
      tx,
      `INSERT INTO shipment(order_id, carrier, shipping_no, created_at) SELECT id, 'Posten', '37043810' || id, created_at FROM sales_order`,
    );
    bringListsUpToDate(tx);
  });
  closeCompactly(db);
}

function closeCompactly(db: ReadDb): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
