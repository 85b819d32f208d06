import { randomInt, randomUUID } from 'node:crypto';
import type { ReadDb } from '../main/engine/db/database.ts';
import type { PlaceOrderAnswer } from '../shared/my-page/protocol.ts';
import { approvedCustomers } from './demo-customers-store.ts';
import { lineFor, type ShopClient } from './shop-client.ts';

/**
 * Places an order as one of the customers who have an account, through the shop's API: one to three products that the
 * shop has in stock. Get Website Data takes it without a question, for the account says whose it is.
 *
 * @throws Error when no customer is known to the site yet or nothing is in stock
 */
export async function placeRandomOrder(db: ReadDb, websiteId: number, shop: ShopClient): Promise<PlaceOrderAnswer> {
  const customer = oneOf(approvedCustomers(db, websiteId).filter(({ siteAccountId }) => siteAccountId !== null));
  const products = await shop.products();
  const inStock = products.filter(({ webStockMilli }) => webStockMilli !== null && webStockMilli >= 2000);
  const productNos = new Set(Array.from({ length: randomInt(1, 4) }, () => oneOf(inStock).productNo));
  return shop.placeOrder(
    {
      customer: { name: customer.name, contactPerson: customer.contactPerson, email: customer.email },
      siteAccountId: customer.siteAccountId,
      language: customer.language,
      currency: oneOf(inStock).currency,
      lines: [...productNos].map((productNo) => lineFor(products, productNo, randomInt(1, 3))),
    },
    randomUUID(),
  );
}

function oneOf<Item>(items: readonly Item[]): Item {
  const item = items.length === 0 ? undefined : items[randomInt(items.length)];
  if (item === undefined) throw new Error('Nothing to choose from');
  return item;
}
