import { AppError } from '../../../shared/errors.ts';
import type { PurchasePrintedInput } from '../../../shared/purchasing.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import type { DocumentAddress, PurchaseOrderModel } from '../documents/document-models.ts';
import { logAction } from '../logging/log-store.ts';
import { documentCompany, documentLanguage } from '../orders/document-head.ts';
import { readCompany } from '../settings/company-store.ts';
import { readPurchaseView } from './purchase-list-store.ts';
import type { PurchaseRecord } from './purchase-record.ts';
import { readPurchase } from './purchase-store.ts';

type Paper = { readonly model: PurchaseOrderModel; readonly purchaseVersion: number };
type Supplier = DocumentAddress & { readonly language: string | null };

/**
 * The purchase order as the supplier gets it (domain.md 5.2), in the supplier's language; stores nothing. `createdAt`
 * becomes the PDF's creation date.
 * @throws AppError 'purchase-not-transferred' for a draft, 'purchase-finished' for a cancelled one, 'not-found'
 */
export function readPurchasePaper(db: ReadDb, purchaseOrderId: number, createdAt: string): Paper {
  const purchase = readPurchaseView(db, purchaseOrderId);
  requirePrintable(purchase);
  const company = readCompany(db);
  const { language, ...recipient } = readSupplier(db, purchase.supplierId);
  const ourselves = documentCompany(company);
  return {
    purchaseVersion: purchase.version,
    model: {
      language: documentLanguage([language, company.language]),
      createdAt,
      company: ourselves,
      recipient,
      deliverTo: { ...ourselves, contactPerson: '' },
      purchaseNo: purchase.purchaseNo,
      orderDate: purchase.orderDate,
      deliveryDate: purchase.deliveryDate,
      lines: purchase.lines
        .filter((line) => line.orderedMilli > 0)
        .map((line) => ({
          productNo: line.productNo,
          description: line.productName,
          unit: line.unit,
          orderedMilli: line.orderedMilli,
          deliveryDate: line.deliveryDate ?? purchase.deliveryDate,
        })),
    },
  };
}

/** The paper was printed or saved. A purchase order that changed meanwhile was printed all the same. @throws AppError 'not-found' */
export function logPurchasePrinted(tx: WriteTx, context: CommandContext, input: PurchasePrintedInput): void {
  const { purchaseOrderId, purchaseVersion, how } = input;
  readPurchase(tx, purchaseOrderId);
  logAction(tx, context, { what: 'purchase-printed', details: { purchaseOrderId, purchaseVersion, how } });
}

function requirePrintable({ status }: Pick<PurchaseRecord, 'status'>): void {
  if (status === 'draft') throw new AppError('purchase-not-transferred');
  if (status === 'cancelled') throw new AppError('purchase-finished', { status });
}

/** @throws AppError 'not-found' */
function readSupplier(db: ReadDb, supplierId: number): Supplier {
  const supplier = get<Supplier>(
    db,
    `SELECT name, contact_person AS contactPerson, address_line1 AS addressLine1, address_line2 AS addressLine2,
       postcode, city, country, language FROM contact WHERE id = @supplierId`,
    { supplierId },
  );
  if (supplier === undefined) throw new AppError('not-found', { supplierId });
  return supplier;
}
