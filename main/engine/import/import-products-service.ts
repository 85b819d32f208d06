import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, type SqlRow, type WriteTx } from '../db/database.ts';
import { flag } from '../db/set-columns.ts';
import { logAction } from '../logging/log-store.ts';
import { insertProduct, writeProduct } from '../products/product-store.ts';
import { readCompany } from '../settings/company-store.ts';
import type { ImportUnit } from './import-unit.ts';
import { type Assessment, faulty, type KindImport, outcomeOf } from './kind-import.ts';
import { inMinorUnits } from './minor-units.ts';
import { faultOf, type RowValues } from './read-row.ts';

function findProduct(db: ReadDb, productNo: string | undefined): SqlRow | undefined {
  return get<SqlRow>(db, 'SELECT * FROM product WHERE product_no = @productNo', { productNo: productNo ?? '' });
}

/** A supplier is named by customer no. or name; of several of a name the one that is marked as supplier. */
function findSuppliers(db: ReadDb, supplier: string): readonly number[] {
  const found = all<{ id: number; isSupplier: number }>(
    db,
    `SELECT id, is_supplier AS isSupplier FROM contact WHERE merged_into IS NULL AND name = @supplier COLLATE NOCASE
       OR id = (SELECT coalesce(merged_into, id) FROM contact WHERE customer_no = @supplier)`,
    { supplier },
  );
  const suppliers = found.filter(({ isSupplier }) => isSupplier === 1);
  return (suppliers.length === 0 ? found : suppliers).map(({ id }) => id);
}

/** By another product than the row's own. */
function isBarCodeTaken(db: ReadDb, barCode: string, own: SqlRow | undefined): boolean {
  const other = get<SqlRow>(db, 'SELECT id FROM product WHERE bar_code = @barCode', { barCode });
  return other !== undefined && other.id !== own?.id;
}

function assess(db: ReadDb, { head }: ImportUnit): Assessment {
  if ((head.unitPrice ?? 0) < 0)
    return faulty(faultOf('out-of-range', 'unitPrice', String((head.unitPrice ?? 0) / 100)));
  const suppliers = head.supplier === undefined ? [] : findSuppliers(db, head.supplier);
  if (head.supplier !== undefined && suppliers.length !== 1) {
    return faulty(faultOf(suppliers.length === 0 ? 'unknown-supplier' : 'several-contacts', 'supplier', head.supplier));
  }
  const present = findProduct(db, head.productNo);
  if (head.barCode !== undefined && isBarCodeTaken(db, head.barCode, present)) {
    return faulty(faultOf('bar-code-taken', 'barCode', head.barCode));
  }
  if (present === undefined) return head.name === undefined ? faulty(faultOf('missing', 'name')) : { outcome: 'new' };
  return outcomeOf(present, {
    name: head.name,
    bar_code: head.barCode,
    unit: head.unit,
    unit_price_minor: inMinorUnits(head.unitPrice, readCompany(db).currency),
    vat_permille: head.vatPercent,
    is_stock_item: flag(head.isStockItem),
    on_web: flag(head.onWeb),
    expected_delivery_date: head.expectedDeliveryDate,
    supplier_id: suppliers[0],
  });
}

/** What a row says of a product, as the register takes it. */
function productOf(db: ReadDb, head: RowValues) {
  const [supplierId] = head.supplier === undefined ? [] : findSuppliers(db, head.supplier);
  return {
    name: head.name,
    barCode: head.barCode,
    unit: head.unit,
    unitPriceMinor: inMinorUnits(head.unitPrice, readCompany(db).currency),
    vatPermille: head.vatPercent,
    isStockItem: head.isStockItem,
    onWeb: head.onWeb,
    expectedDeliveryDate: head.expectedDeliveryDate,
    supplierId,
  };
}

function store(tx: WriteTx, context: CommandContext, { head }: ImportUnit): void {
  const { productNo = '', name = '' } = head;
  const present = findProduct(tx, productNo);
  const product = productOf(tx, head);
  if (present === undefined) {
    insertProduct(tx, { ...product, productNo, name });
    return;
  }
  const productId = Number(present.id);
  const changes = writeProduct(tx, { ...product, productId });
  logAction(tx, context, { what: 'product-edited', details: { productId, changes } });
}

/** Products, known by their number. */
export const importProducts: KindImport = { assess, store };
