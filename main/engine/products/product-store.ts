import { AppError } from '../../../shared/errors.ts';
import type { Page } from '../../../shared/fields.ts';
import type {
  EditProductInput,
  ListProductsInput,
  NewProductInput,
  ProductRow,
  ProductView,
} from '../../../shared/products.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { registerSearch } from '../db/register-search.ts';
import { type ChangedColumn, flag, setColumns } from '../db/set-columns.ts';
import { stockByWarehouse, stockFigures } from './stock-store.ts';

const columns = `p.id, p.product_no AS productNo, p.name, p.bar_code AS barCode, p.unit, p.unit_price_minor AS unitPriceMinor,
  p.vat_permille AS vatPermille, p.is_stock_item AS isStockItem, p.on_web AS onWeb,
  p.expected_delivery_date AS expectedDeliveryDate, ${stockFigures}`;

type StoredProduct = Omit<ProductRow, 'availableMilli'> & { readonly onPurchaseMilli: number };

/** One page of products, by id. */
export function listProducts(db: ReadDb, input: ListProductsInput): Page<ProductRow> {
  const search = registerSearch('product', input.search);
  const rows = all<StoredProduct>(
    db,
    `SELECT ${columns} FROM ${search.from('p')} WHERE ${search.id('p')} > @cursor AND ${search.condition('p')} ORDER BY ${search.id('p')} LIMIT @limit + 1`,
    { cursor: input.cursor ?? 0, limit: input.limit, ...search.parameters },
  );
  const page = rows.slice(0, input.limit).map(rowOf);
  return { rows: page, nextCursor: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}

function rowOf({ onPurchaseMilli: _onPurchase, ...product }: StoredProduct): ProductRow {
  return {
    ...product,
    isStockItem: Boolean(product.isStockItem),
    onWeb: Boolean(product.onWeb),
    availableMilli: product.stockMilli - product.allocatedMilli,
  };
}

/** Everything the product window shows. @throws AppError 'not-found' */
export function readProduct(db: ReadDb, productId: number): ProductView {
  const row = get<StoredProduct & { supplierId: number | null; supplierName: string | null; waitingOrders: number }>(
    db,
    `SELECT ${columns}, p.supplier_id AS supplierId, c.name AS supplierName,
       (SELECT count(DISTINCT l.order_id) FROM order_line l JOIN sales_order o ON o.id = l.order_id
        WHERE l.product_id = p.id AND l.remaining_milli > 0
          AND o.status IN ('order','batch-order','back-order','invoice-not-delivered')) AS waitingOrders
     FROM product p LEFT JOIN contact c ON c.id = p.supplier_id WHERE p.id = @productId`,
    { productId },
  );
  if (row === undefined) throw new AppError('not-found', { productId });
  return {
    ...rowOf(row),
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    waitingOrders: row.waitingOrders,
    onPurchaseMilli: row.onPurchaseMilli,
    warehouses: stockByWarehouse(db, [productId]).map(({ productId: _product, ...warehouse }) => warehouse),
  };
}

/**
 * Makes a product and answers its id.
 *
 * @throws AppError 'bad-input' when the number or bar code is taken, 'not-found' for an unknown supplier
 */
export function insertProduct(tx: WriteTx, product: NewProductInput): number {
  requireSupplier(tx, product.supplierId);
  requireFree(tx, { productNo: product.productNo, barCode: product.barCode }, null);
  return run(
    tx,
    `INSERT INTO product(product_no, name, unit, unit_price_minor, vat_permille, is_stock_item, on_web,
       expected_delivery_date, supplier_id, bar_code)
     VALUES (@productNo, @name, @unit, @unitPriceMinor, @vatPermille, @isStockItem, @onWeb, @expectedDeliveryDate, @supplierId, @barCode)`,
    {
      productNo: product.productNo,
      name: product.name,
      unit: product.unit ?? 'pcs',
      unitPriceMinor: product.unitPriceMinor ?? 0,
      vatPermille: product.vatPermille ?? 250,
      isStockItem: flag(product.isStockItem ?? true),
      onWeb: flag(product.onWeb ?? true),
      expectedDeliveryDate: product.expectedDeliveryDate ?? null,
      supplierId: product.supplierId ?? null,
      barCode: product.barCode ?? '',
    },
  ).lastId;
}

/** Stores what differs. @throws AppError 'not-found', 'bad-input' when the number or bar code is taken */
export function writeProduct(tx: WriteTx, edit: EditProductInput): readonly ChangedColumn[] {
  requireSupplier(tx, edit.supplierId);
  requireFree(tx, { productNo: edit.productNo, barCode: edit.barCode }, edit.productId);
  const changed = setColumns(tx, 'product', edit.productId, {
    product_no: edit.productNo,
    name: edit.name,
    bar_code: edit.barCode,
    unit: edit.unit,
    unit_price_minor: edit.unitPriceMinor,
    vat_permille: edit.vatPermille,
    is_stock_item: flag(edit.isStockItem),
    on_web: flag(edit.onWeb),
    expected_delivery_date: edit.expectedDeliveryDate,
    supplier_id: edit.supplierId,
  });
  if (changed.some(({ column }) => column === 'is_stock_item')) markWaitingOrders(tx, edit.productId);
  return changed;
}

/** Nobody, or a contact that was not merged into another. @throws AppError 'not-found' */
export function requireSupplier(db: ReadDb, supplierId: number | null | undefined): void {
  if (supplierId === null || supplierId === undefined) return;
  const found = get(db, 'SELECT 1 FROM contact WHERE id = @supplierId AND merged_into IS NULL', { supplierId });
  if (found === undefined) throw new AppError('not-found', { supplierId });
}

/** What is no stock item is never out of stock, so rule 7 looks at the waiting orders again. */
function markWaitingOrders(tx: WriteTx, productId: number): void {
  run(
    tx,
    `INSERT INTO changed_order SELECT DISTINCT order_id FROM order_line
     WHERE product_id = @productId AND remaining_milli > 0`,
    { productId },
  );
}

type Codes = { readonly productNo: string | undefined; readonly barCode: string | undefined };

/** A product no. and a bar code lead to one product. */
function requireFree(db: ReadDb, codes: Codes, ownId: number | null): void {
  for (const [field, column] of [
    ['productNo', 'product_no'],
    ['barCode', 'bar_code'],
  ] as const) {
    const code = codes[field] ?? '';
    if (code === '') continue;
    const other = get<{ id: number }>(db, `SELECT id FROM product WHERE ${column} = @code AND id IS NOT @ownId`, {
      code,
      ownId,
    });
    if (other !== undefined) throw new AppError('bad-input', { field, reason: 'exists' });
  }
}
