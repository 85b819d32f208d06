import { z } from 'zod';
import { cleanParagraphs, cleanText } from '../../shared/my-page/clean-text.ts';
import { type PlacedOrder, placedOrder, placedOrderLine, websiteCustomer } from '../../shared/my-page/protocol.ts';
import { isEmailAddress } from '../accounts/email-address.ts';

/** In minor units, VAT and freight included. Up to here every sum of the order is exact on both sides. */
export const largestTotalMinor = 1_000_000_000_000;
const largestTotalInWords = '1,000,000,000,000 minor units';

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/** One clean line: no control or direction characters. */
const line = (longest: number) => z.string().overwrite(cleanText).max(longest);
const optionalLine = line(200).default('');

const customer = z.strictObject({
  ...websiteCustomer.shape,
  name: line(200).min(1),
  companyNo: optionalLine,
  contactPerson: optionalLine,
  email: line(254).refine(isEmailAddress, { error: 'Expected one e-mail address, for example kari@example.com.' }),
  phone: optionalLine,
  addressLine1: optionalLine,
  addressLine2: optionalLine,
  postcode: optionalLine,
  city: optionalLine,
  country: optionalLine,
});

const orderLine = z.strictObject({
  ...placedOrderLine.shape,
  productNo: optionalLine,
  description: line(200).min(1),
});

/**
 * `POST /api/v1/orders` as it is taken in. Stricter than what is stored and passed on: a field with a misspelt name
 * ("freightminor") would lose money without a word, so unknown fields are faults.
 */
export const orderRequest = z
  .strictObject({
    ...placedOrder.shape,
    webOrderNo: line(40).min(1).optional(),
    customer,
    language: z
      .string()
      .regex(/^[a-z]{2}(-[A-Z]{2})?$/, { error: 'Expected a language code, for example nb or de-AT.' })
      .nullable()
      .default(null),
    currency: z.string().refine((code) => knownCurrencies.has(code), {
      error: 'Expected a currency code of ISO 4217, for example EUR.',
    }),
    note: z.string().overwrite(cleanParagraphs).max(4000).default(''),
    lines: z.array(orderLine).min(1).max(500),
  })
  .refine(isTotalExact, {
    path: ['lines'],
    error: `The order comes to more than ${largestTotalInWords}. Quantities are thousandths, prices minor units.`,
  }) satisfies z.ZodType<PlacedOrder>;

/** Every name that a field may have, for saying which one a misspelt name was meant to be. */
export const orderRequestNames: readonly string[] = [
  ...Object.keys(orderRequest.shape),
  ...Object.keys(customer.shape),
  ...Object.keys(orderLine.shape),
];

function isTotalExact(order: Pick<PlacedOrder, 'freightMinor' | 'lines'>): boolean {
  const millionths = order.lines.reduce(
    (sum, { quantityMilli, unitPriceMinor, vatPermille }) =>
      sum + BigInt(quantityMilli) * BigInt(unitPriceMinor) * BigInt(1000 + vatPermille),
    0n,
  );
  return millionths / 1_000_000n + BigInt(order.freightMinor) <= BigInt(largestTotalMinor);
}
