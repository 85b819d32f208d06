import { type PublishedProduct, publishedProduct } from '../../shared/my-page/protocol.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';

/** Stores products by their number. */
export async function storeProducts(tx: WriteTx, products: readonly PublishedProduct[]): Promise<void> {
  for (const product of products) {
    const body = JSON.stringify(product);
    await tx
      .insertInto('product')
      .values({ product_no: product.productNo, body })
      .onConflict((conflict) => conflict.column('product_no').doUpdateSet({ body }))
      .execute();
  }
}

/** All products, in the order of their numbers. */
export async function readProducts(db: ReadDb): Promise<readonly PublishedProduct[]> {
  const rows = await db.selectFrom('product').select('body').orderBy('product_no').execute();
  return rows.map((row) => publishedProduct.parse(JSON.parse(row.body)));
}
