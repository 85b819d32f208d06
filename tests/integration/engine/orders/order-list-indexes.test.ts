import { expect, it } from 'vitest';
import { listContacts } from '../../../../main/engine/contacts/contact-store.ts';
import { type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { countForNavigation, listOrders } from '../../../../main/engine/orders/order-list-store.ts';
import { listProducts } from '../../../../main/engine/products/product-store.ts';
import { listNotDelivered } from '../../../../main/engine/warehouse/warehouse-list-store.ts';
import { listContactsInput } from '../../../../shared/contacts.ts';
import { listProductsInput } from '../../../../shared/products.ts';
import { listOrdersInput, orderFilters, orderSorts } from '../../../../shared/sales-orders.ts';
import { listNotDeliveredInput } from '../../../../shared/warehouse.ts';
import { aContact, anOrder, aProduct, pieces } from '../../../support/builders.ts';
import { command, openTestCompany } from '../../../support/company.ts';

/** Everything that is prepared while `read` runs, and how SQLite goes about it. */
function plansOf(db: ReadDb, read: () => unknown): readonly string[] {
  const prepare = db.prepare.bind(db);
  const texts = new Set<string>();
  db.prepare = ((text: string) => {
    texts.add(text);
    return prepare(text);
  }) as typeof db.prepare;
  read();
  db.prepare = prepare;
  return [...texts]
    .flatMap(
      (text) =>
        prepare(`EXPLAIN QUERY PLAN ${text}`).all(
          new Proxy(
            {},
            {
              has: () => true,
              get: () => null,
              getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: null }),
            },
          ),
        ) as { detail: string }[],
    )
    .map(({ detail }) => detail);
}

/** Reading a table that grows with the company from end to end, or sorting what was found of it. */
function costsAsMuchAsThereAre(plan: string): boolean {
  return (
    /^SCAN (o|l|p|c|s|m|x|sales_order|order_line|product|contact|shipment|mail|mail_order)\b(?!.*VIRTUAL)/.test(plan) ||
    /TEMP B-TREE FOR ORDER BY/.test(plan)
  );
}

async function aCompany(): Promise<ReadDb> {
  const db = await openTestCompany();
  const contactId = aContact(db);
  for (let n = 0; n < 4; n++)
    anOrder(db, {
      contactId,
      status: n === 0 ? 'quotation' : 'order',
      lines: [{ productId: aProduct(db), orderedMilli: pieces(1) }],
    });
  command(db, (tx) => run(tx, 'UPDATE sales_order SET delivery_date = @day WHERE id > 2', { day: '2026-04-01' }));
  return db;
}

it.each(orderSorts)('sorted by %s, under any filter, a page is read from indexes in order', async (by) => {
  const db = await aCompany();
  const plans = plansOf(db, () => {
    for (const direction of ['ascending', 'descending'] as const) {
      for (const filter of orderFilters) {
        const input = listOrdersInput.parse({ filter, isPicked: false, sort: { by, direction }, limit: 1 });
        const { nextCursor } = listOrders(db, input);
        listOrders(db, { ...input, cursor: nextCursor });
      }
    }
  });
  // From its one end, as many as the page has
  const isInIdOrder = (plan: string) => plan === 'SCAN o' && (by === 'newest' || by === 'orderNo');
  expect(plans.filter((plan) => costsAsMuchAsThereAre(plan) && !isInIdOrder(plan))).toEqual([]);
  db.close();
});

it('a search streams from the word index, newest first', async () => {
  const db = await aCompany();
  const plans = plansOf(db, () =>
    listOrders(db, listOrdersInput.parse({ search: 'prod', filter: 'to-pick', limit: 1 })),
  );
  expect(plans.filter((plan) => /VIRTUAL TABLE INDEX/.test(plan)).length).toBeGreaterThan(0);
  expect(plans.filter(costsAsMuchAsThereAre)).toEqual([]);
  db.close();
});

it('counts for the navigation, products, contacts and what is not delivered look at no more than they show', async () => {
  const db = await aCompany();
  const plans = plansOf(db, () => {
    countForNavigation(db);
    listProducts(db, listProductsInput.parse({ search: 'product' }));
    listContacts(db, listContactsInput.parse({ search: 'customer' }));
    listNotDelivered(db, listNotDeliveredInput.parse({ search: '' }));
  });
  expect(plans.filter(costsAsMuchAsThereAre)).toEqual([]);
  db.close();
});
