import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';
import { createPurchase, transferPurchase } from '../purchasing/purchase-service.ts';
import { customerFor } from './import-orders-service.ts';
import type { ImportUnit } from './import-unit.ts';
import { type Assessment, faulty, type KindImport, type StoreParts } from './kind-import.ts';
import { faultOf } from './read-row.ts';

function productIdOf(db: ReadDb, productNo: string | undefined): number | null {
  const row = get<{ id: number }>(db, 'SELECT id FROM product WHERE product_no = @productNo', {
    productNo: productNo ?? '',
  });
  return row?.id ?? null;
}

function assess(db: ReadDb, { head, lines }: ImportUnit): Assessment {
  const known = get(db, 'SELECT 1 FROM purchase_order WHERE external_no = @externalNo', {
    externalNo: head.orderNo ?? '',
  });
  if (known !== undefined) return { outcome: 'unchanged' };
  const names = [head.customerNo, head.name, head.contactPerson, head.companyNo, head.email];
  if (names.every((name) => name === undefined)) return faulty(faultOf('customer-missing', null));
  const faults = lines.flatMap(({ no, values: { productNo, quantity } }) => [
    ...(productIdOf(db, productNo) === null ? [{ no, ...faultOf('unknown-product', 'productNo', productNo) }] : []),
    ...(quantity === 0 ? [{ no, ...faultOf('out-of-range', 'quantity', '0') }] : []),
  ]);
  return faults.length > 0 ? faulty(...faults) : { outcome: 'new' };
}

function store(tx: WriteTx, context: CommandContext, { head, lines }: ImportUnit, parts: StoreParts): void {
  const purchaseOrderId = createPurchase(tx, context, {
    supplierId: customerFor(tx, context, { ...head, isSupplier: true }, parts),
    deliveryDate: head.deliveryDate ?? null,
    lines: lines.flatMap(({ values: { productNo, quantity = 0, lineDeliveryDate } }) => {
      const productId = productIdOf(tx, productNo);
      return productId === null ? [] : [{ productId, orderedMilli: quantity, deliveryDate: lineDeliveryDate ?? null }];
    }),
  });
  setColumns(tx, 'purchase_order', purchaseOrderId, { external_no: head.orderNo, order_date: head.orderDate });
  if (parts.options.purchasesAre === 'transferred')
    transferPurchase(tx, context, { purchaseOrderId, purchaseVersion: 1 });
}

/** Purchase orders with what is still to come: new numbers are given, the file's is kept as the external one. */
export const importPurchases: KindImport = { assess, store };
