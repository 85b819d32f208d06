import { z } from 'zod';
import { orderStatus } from './order.ts';
import type { RuleOptions } from './rule-options.ts';

/**
 * The facts of an order that the seven rules speak of (domain.md 9.1), flat, so that each moves on its own:
 * `status`, `picked`, `originalNotes`, `shipment/<id>`, `backOrder/<id>`, `creditNote/<id>`,
 * `line/<id>/toBeDelivered`, `line/<id>/delivered`, `line/<id>/date`, `line/<id>/inStock`.
 * A line's date and inStock stand only while the line has a remaining quantity.
 */
export type FactKey = string;
export const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FactValue = z.infer<typeof factValue>;
export const facts = z.record(z.string(), factValue);
export type Facts = Readonly<Record<FactKey, FactValue>>;

/** The rules of Website Settings - Settings Webshop - Customer communication, by number (domain.md 2.1). */
export const ruleNumbers = [1, 2, 3, 4, 5, 6, 7] as const;
export const ruleNumber = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
export type RuleNumber = z.infer<typeof ruleNumber>;

/** Which rules are on, and what their options leave unsaid. */
export type RuleSettings = Readonly<Record<RuleNumber, boolean>> & { readonly options: RuleOptions };

/** One fact with the value the customer knew and the value this change tells. `null` for "was not there". */
export const factMove = z.object({ fact: z.string(), from: factValue, to: factValue });
export type FactMove = z.infer<typeof factMove>;

const base = { rule: ruleNumber, moves: z.array(factMove) };
const lineBase = { ...base, lineId: z.int(), description: z.string(), unit: z.string() };
const shipmentValue = z.object({ carrier: z.string(), shippingNo: z.string() });
export type ShipmentValue = z.infer<typeof shipmentValue>;
const movedQuantity = z.object({ fromMilli: z.int(), toMilli: z.int() });

/** Something a customer is to be told. Carries all that its sentence needs, so that wording is pure. */
export const change = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('status'), from: orderStatus, to: orderStatus }),
  z.object({ ...base, kind: z.literal('credited'), creditNoteNo: z.string(), isInPart: z.boolean().default(false) }),
  z.object({ ...base, kind: z.literal('back-order-made'), backOrderNo: z.string() }),
  z.object({ ...base, kind: z.literal('delivery-note-printed') }),
  z.object({ ...base, kind: z.literal('picked') }),
  z.object({
    ...base,
    kind: z.literal('shipment'),
    from: shipmentValue.nullable(),
    to: shipmentValue,
    trackingUrl: z.string().nullable(),
  }),
  z.object({
    ...lineBase,
    kind: z.literal('line-quantity'),
    orderedMilli: z.int(),
    /** What is still to come after this change: ordered, less delivered, less moved to a back order. */
    toComeMilli: z.int(),
    toBeDelivered: movedQuantity.nullable(),
    delivered: movedQuantity.nullable(),
    isRemoved: z.boolean(),
  }),
  z.object({
    ...lineBase,
    kind: z.literal('expected-date'),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    /** The new date lies in the past on the day of the run: told as "delayed, new date to follow". */
    isDelayed: z.boolean(),
  }),
  z.object({ ...lineBase, kind: z.literal('back-in-stock') }),
]);
export type Change = z.infer<typeof change>;

/** Stored changes, of which only the kinds are wanted. */
export const changeKinds = z.array(
  z.object({
    kind: z.enum([
      'status',
      'credited',
      'back-order-made',
      'delivery-note-printed',
      'picked',
      'shipment',
      'line-quantity',
      'expected-date',
      'back-in-stock',
    ] satisfies Change['kind'][]),
  }),
);

/** Which of the dates decided a line's expected delivery date (domain.md 9.7, rule 6). */
export const dateSources = ['line', 'product', 'order', 'linked-purchase', 'open-purchase', 'none'] as const;
export type DateSource = (typeof dateSources)[number];

/** Why a customer is not told of a change that was found, or an order is held (domain.md 9.10, 9.11, 9.13 to 9.15). */
export const notToldReasons = [
  'opted-out',
  'no-address',
  'malformed-address',
  'address-refused',
  'text-missing',
  'text-faulty',
  /** A delivery note that was to go with the mail could not be drawn. */
  'paper-not-built',
  /** Something unforeseen in one order; it waits and holds back no other. */
  'not-worded',
  'uncertain-mail',
  'parent-uncertain',
  'refused-three-times',
  'no-sender',
  /** Staff hold the customer, the order, or every change of it. */
  'customer-held',
  'order-held',
  'change-held',
  /** As many mails as a customer gets in one day. */
  'enough-today',
  /** All that changed is left unsaid by options of the rules; it waits, and nothing is held up (domain.md 9.2). */
  'filtered',
] as const;
export type NotToldReason = (typeof notToldReasons)[number];
