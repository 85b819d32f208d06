import type { NewOrderLine } from '../../../shared/sales-orders.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { setColumns } from '../db/set-columns.ts';
import { createOrder } from '../orders/create-order-service.ts';
import type { CustomerCopy, WebOrigin } from '../orders/new-order.ts';
import { readCompany } from '../settings/company-store.ts';
import { findCustomer } from './find-contact-store.ts';
import { makeContact } from './import-contacts-service.ts';
import type { ImportUnit } from './import-unit.ts';
import {
  type Assessment,
  type Claim,
  faulty,
  type ImportOptions,
  type KindImport,
  type StoreParts,
} from './kind-import.ts';
import { inMinorUnits } from './minor-units.ts';
import { type FoundFault, faultOf, type RowValues } from './read-row.ts';

/** The webshop that an order came from; null for an ordinary order. */
function originOf(db: ReadDb, head: RowValues, options: ImportOptions): WebOrigin | FoundFault | null {
  const { website, webOrderNo } = head;
  if (webOrderNo === undefined) return website === undefined ? null : faultOf('missing', 'webOrderNo');
  if (website === undefined) {
    return options.websiteId === null ? null : { websiteId: options.websiteId, webOrderNo };
  }
  const row = get<{ id: number }>(db, 'SELECT id FROM website WHERE name = @website COLLATE NOCASE', { website });
  return row === undefined ? faultOf('unknown-website', 'website', website) : { websiteId: row.id, webOrderNo };
}

/** An order is known by its external number, one of a webshop also by its web order no. there. */
function isInRegister(db: ReadDb, head: RowValues, origin: WebOrigin | null): boolean {
  const row = get<{ id: number }>(
    db,
    `SELECT id FROM sales_order WHERE external_no = @externalNo AND external_no <> ''
     UNION ALL SELECT id FROM sales_order WHERE website_id = @websiteId AND web_order_no = @webOrderNo LIMIT 1`,
    {
      externalNo: externalNoOf(head, origin),
      websiteId: origin?.websiteId ?? null,
      webOrderNo: origin?.webOrderNo ?? '',
    },
  );
  return row !== undefined;
}

/** A web order no. is known within its webshop only: two shops count alike. */
function externalNoOf(head: RowValues, origin: WebOrigin | null): string {
  return head.orderNo ?? (origin === null ? (head.webOrderNo ?? '') : '');
}

function claims(db: ReadDb, { head }: ImportUnit, options: ImportOptions): readonly Claim[] {
  const origin = originOf(db, head, options);
  const web = origin !== null && 'reason' in origin ? null : origin;
  if (isInRegister(db, head, web)) return [];
  const externalNo = externalNoOf(head, web);
  const field = head.orderNo === undefined ? 'webOrderNo' : 'orderNo';
  const claims: Claim[] = externalNo === '' ? [] : [{ key: `no ${externalNo}`, field }];
  if (web !== null) claims.push({ key: `of website ${web.websiteId}: ${web.webOrderNo}`, field: 'webOrderNo' });
  return claims;
}

/** An order that is in the register is left alone, whatever the file says of it: staff may have worked on it. */
function assess(db: ReadDb, { head }: ImportUnit, options: ImportOptions): Assessment {
  const origin = originOf(db, head, options);
  if (origin !== null && 'reason' in origin) return faulty(origin);
  if (isInRegister(db, head, origin)) return { outcome: 'unchanged' };
  if ((head.freight ?? 0) < 0) return faulty(faultOf('out-of-range', 'freight', String((head.freight ?? 0) / 100)));
  const names = [head.customerNo, head.name, head.contactPerson, head.companyNo, head.email];
  if (names.every((name) => name === undefined)) return faulty(faultOf('customer-missing', null));
  return { outcome: 'new' };
}

function store(tx: WriteTx, context: CommandContext, { head, lines }: ImportUnit, parts: StoreParts): void {
  const origin = originOf(tx, head, parts.options);
  const web = origin !== null && 'reason' in origin ? null : origin;
  const contactId = customerFor(tx, context, head, parts);
  const currency = head.currency ?? readCompany(tx).currency;
  const orderId = createOrder(tx, context, {
    contactId,
    web,
    customer: customerCopy(tx, contactId, head),
    orderingEmail: head.email ?? '',
    language: head.language ?? (web === null ? null : languageFor(tx, contactId, web.websiteId)),
    orderDate: head.orderDate,
    deliveryDate: head.deliveryDate,
    currency,
    freightMinor: inMinorUnits(head.freight, currency),
    text: head.note,
    lines: lines.map(({ values }) => lineOf(tx, values, currency)),
  });
  setColumns(tx, 'sales_order', orderId, { external_no: externalNoOf(head, web) });
  if (web !== null) parts.effects.orderImported(tx, context, orderId);
}

/** The contact of an order; an unknown one is made (domain.md 1.5), a known one stays as it is. */
export function customerFor(tx: WriteTx, context: CommandContext, head: RowValues, parts: StoreParts): number {
  const known = findCustomer(tx, head);
  if (known !== null) return known;
  parts.onNewContact();
  return makeContact(tx, context, head);
}

/** The order's own name and address where the file has them, else the contact's. */
function customerCopy(db: ReadDb, contactId: number, head: RowValues): CustomerCopy | undefined {
  const contact = get<CustomerCopy>(
    db,
    `SELECT name AS customerName, contact_person AS contactPerson, address_line1 AS addressLine1,
       address_line2 AS addressLine2, postcode, city, country FROM contact WHERE id = @contactId`,
    { contactId },
  );
  if (contact === undefined) return undefined;
  const { addressLine1 = '', addressLine2 = '', postcode = '', city = '', country = '' } = head;
  const hasAddress = [addressLine1, addressLine2, postcode, city].some((part) => part !== '');
  return {
    ...contact,
    customerName: head.name ?? head.contactPerson ?? contact.customerName,
    contactPerson: head.contactPerson ?? contact.contactPerson,
    ...(hasAddress ? { addressLine1, addressLine2, postcode, city, country } : {}),
  };
}

/** A webshop order's language is frozen: the contact's, else the website's (domain.md 9.15). */
function languageFor(db: ReadDb, contactId: number, websiteId: number): string | null {
  const row = get<{ language: string | null }>(
    db,
    `SELECT coalesce((SELECT language FROM contact WHERE id = @contactId), (SELECT language FROM website WHERE id = @websiteId))
       AS language`,
    { contactId, websiteId },
  );
  return row?.language ?? null;
}

/** A product is known by its number only; an unknown number makes a line of free text that keeps it (domain.md 1.5). */
function lineOf(db: ReadDb, values: RowValues, currency: string): NewOrderLine {
  const { productNo, description } = values;
  const product =
    productNo === undefined
      ? undefined
      : get<{ id: number }>(db, 'SELECT id FROM product WHERE product_no = @productNo', { productNo });
  return {
    productId: product?.id ?? null,
    ...(productNo === undefined ? {} : { productNo }),
    description: description ?? (product === undefined ? productNo : undefined),
    unit: values.unit,
    orderedMilli: values.quantity ?? 0,
    unitPriceMinor: inMinorUnits(values.unitPrice, currency),
    vatPermille: values.vatPercent,
    deliveryDate: values.lineDeliveryDate ?? null,
  };
}

/** Open sales orders: new numbers are given, the file's is kept as the external one (domain.md 1.5). */
export const importOrders: KindImport = { assess, claims, store };
