import type { ChangeProductsInput, DateChangeReach, ProductsChanged } from '../../../shared/products.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { writeProduct } from './product-store.ts';

/**
 * Makes the same change on a selection of products; each is logged. Another expected date reaches the orders that wait.
 * @throws AppError 'not-found' for an unknown product or supplier
 */
export function changeProducts(tx: WriteTx, context: CommandContext, input: ChangeProductsInput): ProductsChanged {
  let changed = 0;
  const productIds = new Set(input.productIds);
  for (const productId of productIds) {
    const changes = writeProduct(tx, { ...input.change, productId });
    if (changes.length === 0) continue;
    changed += 1;
    logAction(tx, context, { what: 'product-edited', details: { productId, changes, inSelection: true } });
  }
  return { changed, unchanged: productIds.size - changed };
}

/**
 * Customers whom rule 6 can tell another date of these products: webshop orders that wait for one of them on a website with
 * the rule on, by a line without a date of its own, which would go first.
 */
export function readDateChangeReach(db: ReadDb, productIds: readonly number[]): DateChangeReach {
  const reach = get<DateChangeReach>(
    db,
    `SELECT count(DISTINCT o.contact_id) AS customers, count(DISTINCT o.id) AS orders
     FROM json_each(@productIds) chosen CROSS JOIN order_line l ON l.product_id = chosen.value AND l.remaining_milli > 0
     JOIN sales_order o ON o.id = l.order_id JOIN website w ON w.id = o.website_id JOIN contact c ON c.id = o.contact_id
     WHERE l.delivery_date IS NULL AND w.rule_6 = 1 AND c.order_status_mails = 1 AND c.customer_opted_out = 0
       AND o.status IN ('order','batch-order','back-order','invoice-not-delivered')`,
    { productIds: JSON.stringify(productIds) },
  );
  return reach ?? { customers: 0, orders: 0 };
}
