import { cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';
import { AppError } from '../../../shared/errors.ts';
import { day } from '../../../shared/fields.ts';
import type { NewOrderLine } from '../../../shared/sales-orders.ts';
import { type CommandContext, dayIn } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import type { Effects } from '../effects.ts';
import { createOrder } from '../orders/create-order-service.ts';
import { type DecidableEnquiry, incomingFields, isWebOrderNoTaken } from './assess-enquiry-service.ts';
import type { StoredEnquiry } from './enquiry-store.ts';
import type { RegisterCustomer } from './register-customer-store.ts';

type OrderEnquiry = Extract<DecidableEnquiry, { readonly kind: 'order' }>;

/**
 * Makes a webshop order of what a customer placed, in the caller's transaction, and sets its ledger silently at the end
 * (domain.md 1.5, 9.4). Name and address are those of the order; the language is frozen: the order's, else the
 * contact's, else the website's.
 *
 * @throws AppError 'web-order-no-taken' when a webshop order of this number is in the register, as `createOrder` does
 */
export function importOrder(
  tx: WriteTx,
  context: CommandContext,
  input: {
    readonly stored: StoredEnquiry;
    readonly read: OrderEnquiry;
    readonly contactId: number;
    readonly effects: Pick<Effects, 'orderImported'>;
  },
): number {
  const { stored, read, contactId } = input;
  const webOrderNo = cleanText(read.webOrderNo);
  if (isWebOrderNoTaken(tx, stored.websiteId, webOrderNo)) throw new AppError('web-order-no-taken');
  const { name, contactPerson, addressLine1, addressLine2, postcode, city, country, email } = incomingFields(read);
  const contact = readNameAndLanguage(tx, contactId);
  const orderId = createOrder(tx, context, {
    contactId,
    web: { websiteId: stored.websiteId, webOrderNo },
    customer: {
      customerName: name === '' ? (contact?.name ?? '') : name,
      contactPerson,
      addressLine1,
      addressLine2,
      postcode,
      city,
      country,
    },
    orderingEmail: email,
    language: read.order.language ?? contact?.language ?? stored.websiteLanguage,
    orderDate: dayOfOrder(companyTimeZone(tx), read.at) ?? context.today,
    currency: read.order.currency,
    freightMinor: read.order.freightMinor,
    text: cleanParagraphs(read.order.note),
    lines: read.order.lines.map((line) => lineOf(tx, line)),
  });
  input.effects.orderImported(tx, context, orderId);
  return orderId;
}

/** Null for a time whose day no calendar of ours writes, such as in the year 1: My page would refuse all that goes with it. */
function dayOfOrder(timeZone: string, at: string): string | null {
  const placedOn = dayIn(timeZone, new Date(at));
  return day.safeParse(placedOn).success ? placedOn : null;
}

/** The product is known by its number only; an unknown number makes a line of free text that keeps it. */
function lineOf(db: ReadDb, line: OrderEnquiry['order']['lines'][number]): NewOrderLine {
  const productNo = cleanText(line.productNo);
  const product =
    productNo === ''
      ? undefined
      : get<{ id: number }>(db, 'SELECT id FROM product WHERE product_no = @productNo', { productNo });
  const description = cleanText(line.description);
  return {
    productId: product?.id ?? null,
    productNo,
    description: description === '' ? productNo || '?' : description,
    orderedMilli: line.quantityMilli,
    unitPriceMinor: line.unitPriceMinor,
    vatPermille: line.vatPermille,
  };
}

/** All that an order takes from the register; a first import asks for it a hundred thousand times. */
function readNameAndLanguage(db: ReadDb, contactId: number): Pick<RegisterCustomer, 'name' | 'language'> | undefined {
  return get(db, 'SELECT name, language FROM contact WHERE id = @contactId', { contactId });
}

function companyTimeZone(db: ReadDb): string {
  return get<{ timeZone: string }>(db, 'SELECT time_zone AS timeZone FROM company')?.timeZone ?? 'UTC';
}
