import { inTransaction, type ReadDb, run } from '../main/engine/db/database.ts';
import { planFor } from '../main/engine/website-data/queue-mails-service.ts';
import { openTestCompany } from '../tests/support/company.ts';
import { addContact, addProduct, companyOver } from '../tests/support/web-orders.ts';
import { type BenchResult, median, spreadOf } from './result.ts';

const sizes = { small: 10_000, large: 100_000 } as const;
const changed = 100;
const rounds = 7;
const goal = 1.5;

/**
 * Finding 100 changed orders costs what changed, not how many there are, nor how many rest because an option leaves unsaid what
 * differs: the time among 100,000 orders over that among 10,000, half of which rest.
 */
export async function benchFindingChanges(): Promise<readonly BenchResult[]> {
  const small = await companyWith(sizes.small);
  const large = await companyWith(sizes.large);
  const ratios: number[] = [];
  const smallMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const ofSmall = timeToPlan(small);
    smallMs.push(ofSmall);
    ratios.push(timeToPlan(large) / ofSmall);
  }
  const detail = `${median(smallMs).toFixed(1)} ms among ${sizes.small} orders`;
  return [
    {
      work: `Finding ${changed} changed of ${sizes.large} orders against ${sizes.small}`,
      ratio: median(ratios),
      spread: spreadOf(ratios),
      goal,
      detail,
    },
  ];
}

function timeToPlan(db: ReadDb): number {
  const company = companyOver(db);
  const before = performance.now();
  const plan = planFor(company, 1);
  const took = performance.now() - before;
  if (plan.orders.length !== changed) throw new Error(`${plan.orders.length} orders were looked at`);
  return took;
}

/** Orders written straight into the store; the first half rests, and the last ones were picked since first sight. */
async function companyWith(orders: number): Promise<ReadDb> {
  const db = await openTestCompany();
  const contactId = addContact(db, { name: 'Kari Nordmann' });
  const productId = addProduct(db, { name: 'Rain jacket', stockMilli: 1000 });
  inTransaction(db, (tx) => {
    for (let n = 1; n <= orders; n++) {
      run(
        tx,
        `INSERT INTO sales_order(public_id, order_no, status, contact_id, customer_name, website_id, web_order_no, order_date, currency, created_at)
         VALUES (@publicId, @n, 'order', @contactId, 'Kari Nordmann', 1, @webOrderNo, '2026-03-01', 'NOK', '2026-03-01T00:00:00.000Z')`,
        { publicId: `order-${n}`, n, contactId, webOrderNo: `W-${n}` },
      );
      run(
        tx,
        `INSERT INTO order_line(order_id, position, product_id, description, ordered_milli, to_be_delivered_milli)
         VALUES (@n, 1, @productId, 'Rain jacket', 2000, 2000)`,
        { n, productId },
      );
      const baseline = { status: 'order', picked: false, originalNotes: 0 };
      run(tx, 'INSERT INTO ledger(order_id, version, baseline) VALUES (@n, 1, @baseline)', {
        n,
        baseline: JSON.stringify(baseline),
      });
    }
    run(tx, 'DELETE FROM order_to_check');
    run(
      tx,
      `INSERT INTO order_to_check(order_id, look_again_on) SELECT id, '9999-12-31' FROM sales_order WHERE id <= @half`,
      {
        half: orders / 2,
      },
    );
    run(tx, 'UPDATE sales_order SET picked = 1 WHERE id > @from', { from: orders - changed });
  });
  return db;
}
