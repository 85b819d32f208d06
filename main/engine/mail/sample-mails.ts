import type { Change } from '../../../shared/change.ts';
import { formatPrice, type PriceWriting, plainPriceDisplay } from '../../../shared/price-display.ts';
import { builtInMailTexts, parseMailTexts } from './mail-texts.ts';
import type { StatusMailLine, StatusMailModel, StatusMailOrder } from './status-mail-model.ts';
import { localeOf, type MailLanguage } from './wording/mail-language.ts';
import { statusText } from './wording/texts-for.ts';

/** A mail to look at without a company: one per kind of change, and some that combine them. */
export type SampleMail = { readonly name: string; readonly model: StatusMailModel };

const jacket = { lineId: 1, description: 'Rain jacket L', unit: 'pcs', moves: [] };
const rope = { lineId: 2, description: 'Climbing rope 9.5 mm', unit: 'm', moves: [] };
const stove = { lineId: 3, description: 'Camping stove with wind shield', unit: 'pcs', moves: [] };
const trackingUrl = 'https://sporing.example/70123456789';

/** One change of every kind and direction, with a name for it. */
export const sampleChanges: Readonly<Record<string, Change>> = {
  status: { kind: 'status', rule: 1, moves: [], from: 'order', to: 'invoice' },
  'lost sale': { kind: 'status', rule: 1, moves: [], from: 'order', to: 'lost-sale' },
  credited: { kind: 'credited', rule: 1, moves: [], creditNoteNo: '50012', isInPart: false },
  'back order made': { kind: 'back-order-made', rule: 5, moves: [], backOrderNo: 'W-8841 / rest 1' },
  'delivery note printed': { kind: 'delivery-note-printed', rule: 2, moves: [] },
  picked: { kind: 'picked', rule: 3, moves: [] },
  'shipping number entered': {
    kind: 'shipment',
    rule: 4,
    moves: [],
    from: null,
    to: { carrier: 'Posten', shippingNo: '70123456789' },
    trackingUrl,
  },
  'shipping number changed': {
    kind: 'shipment',
    rule: 4,
    moves: [],
    from: { carrier: 'Posten', shippingNo: '70123456788' },
    to: { carrier: 'Bring', shippingNo: '70123456789' },
    trackingUrl,
  },
  'shipping number without carrier': {
    kind: 'shipment',
    rule: 4,
    moves: [],
    from: null,
    to: { carrier: '', shippingNo: '7012' },
    trackingUrl: null,
  },
  'part delivered': quantityChange({ delivered: { fromMilli: 0, toMilli: 2000 }, toComeMilli: 1000 }),
  'all delivered': quantityChange({ delivered: { fromMilli: 2000, toMilli: 3000 }, toComeMilli: 0 }),
  'one delivered': quantityChange({ delivered: { fromMilli: 0, toMilli: 1000 }, toComeMilli: 0, orderedMilli: 1000 }),
  'delivered, rest moved': quantityChange({ delivered: { fromMilli: 0, toMilli: 2000 }, toComeMilli: 0 }),
  'delivered corrected': quantityChange({ delivered: { fromMilli: 2000, toMilli: 1000 }, toComeMilli: 2000 }),
  'delivered and next delivery': quantityChange({
    delivered: { fromMilli: 0, toMilli: 1000 },
    toBeDelivered: { fromMilli: 3000, toMilli: 1000 },
    toComeMilli: 2000,
  }),
  'next delivery in part': quantityChange({ toBeDelivered: { fromMilli: 3000, toMilli: 2000 }, toComeMilli: 3000 }),
  'next delivery whole': quantityChange({ toBeDelivered: { fromMilli: 1000, toMilli: 3000 }, toComeMilli: 3000 }),
  'next delivery none': quantityChange({ toBeDelivered: { fromMilli: 3000, toMilli: 0 }, toComeMilli: 3000 }),
  'nothing more to come': quantityChange({ toBeDelivered: { fromMilli: 3000, toMilli: 0 }, toComeMilli: 0 }),
  'measured goods delivered': {
    ...rope,
    kind: 'line-quantity',
    rule: 5,
    orderedMilli: 40_000,
    toComeMilli: 14_750,
    toBeDelivered: null,
    delivered: { fromMilli: 10_000, toMilli: 25_250 },
    isRemoved: false,
  },
  'line taken off': quantityChange({
    toBeDelivered: { fromMilli: 3000, toMilli: 0 },
    toComeMilli: 0,
    isRemoved: true,
  }),
  'date later': { ...jacket, kind: 'expected-date', rule: 6, from: '2026-12-14', to: '2026-12-21', isDelayed: false },
  'date earlier': { ...jacket, kind: 'expected-date', rule: 6, from: '2026-12-14', to: '2026-12-07', isDelayed: false },
  'date first known': { ...jacket, kind: 'expected-date', rule: 6, from: null, to: '2026-12-14', isDelayed: false },
  'date withdrawn': { ...jacket, kind: 'expected-date', rule: 6, from: '2026-12-14', to: null, isDelayed: false },
  delayed: { ...stove, kind: 'expected-date', rule: 6, from: '2026-03-01', to: '2026-03-01', isDelayed: true },
  'back in stock': { ...stove, kind: 'back-in-stock', rule: 7 },
  'credited in part': { kind: 'credited', rule: 1, moves: [], creditNoteNo: '50013', isInPart: true },
};

/** A mail for every sample change, then combined ones; in one language. */
export function sampleMails(language: MailLanguage): readonly SampleMail[] {
  const single = Object.entries(sampleChanges).map(([name, change]) => ({
    name,
    model: sampleModel(language, [sampleOrder(language, 'W-8841', [change])]),
  }));
  return [...single, ...combinedMails(language)];
}

function combinedMails(language: MailLanguage): readonly SampleMail[] {
  const all = Object.values(sampleChanges);
  const three = [
    sampleOrder(language, 'W-8841', changesNamed('all delivered', 'status', 'back order made')),
    sampleOrder(language, 'W-8850', changesNamed('picked', 'shipping number changed')),
    sampleOrder(language, 'W-8861 / rest 1', changesNamed('delayed', 'back in stock', 'date first known')),
  ];
  const guest = { ...sampleOrder(language, 'W-8841', all.slice(9, 12)), myPageUrl: null };
  const long = sampleOrder(language, 'W-9000', all, fortyLines());
  return [
    {
      name: 'one order, three changes',
      model: sampleModel(language, [orderWithThreeChanges(language)]),
    },
    { name: 'three orders', model: sampleModel(language, three) },
    { name: 'guest, told anew', model: { ...sampleModel(language, [guest]), mayHaveReceivedAlready: true } },
    { name: 'forty lines, every change', model: sampleModel(language, [long]) },
  ];
}

/** An order of which a part was sent, and the rest comes later: what most mails are about. */
export function orderWithThreeChanges(language: MailLanguage): StatusMailOrder {
  return sampleOrder(language, 'W-8841', changesNamed('part delivered', 'shipping number entered', 'date later'));
}

function changesNamed(...names: readonly string[]): readonly Change[] {
  return names.flatMap((name) => sampleChanges[name] ?? []);
}

/** A mail of the demo shop around orders. */
export function sampleModel(language: MailLanguage, orders: readonly StatusMailOrder[]): StatusMailModel {
  return {
    language,
    website: { name: 'Fjell & Fjord', colour: '#1b6e53', url: 'https://fjellogfjord.example/', logo: null },
    companyName: 'Fjell & Fjord AS',
    customerName: 'Kari Nordmann',
    texts: parseMailTexts(builtInMailTexts(typeof language === 'string' ? language : 'en')),
    mayHaveReceivedAlready: false,
    orders,
    optOutUrl: 'https://fjellogfjord.example/opt-out?contact=5f1c&key=8d0e',
  };
}

/** An order with the changes to be told and three lines, or others. */
export function sampleOrder(
  language: MailLanguage,
  webOrderNo: string,
  changes: readonly Change[],
  lines: readonly StatusMailLine[] = threeLines,
): StatusMailOrder {
  const status = changes.findLast((change) => change.kind === 'status');
  const hasShipment = changes.some((change) => change.kind === 'shipment');
  return {
    webOrderNo,
    statusText: statusText(status?.kind === 'status' ? status.to : 'order', language),
    changes,
    lines,
    total: { amount: formatPrice(sampleTotals.totalMinor, sampleWriting(language)), includesVat: true },
    shipments: hasShipment ? [{ carrier: 'Posten', shippingNo: '70123456789', trackingUrl }] : [],
    myPageUrl: `https://fjellogfjord.example/my-page/orders/${encodeURIComponent(webOrderNo.toWellFormed())}`,
  };
}

/** What the sample orders come to. */
export const sampleTotals = { netMinor: 391_800, totalMinor: 489_750 } as const;

function sampleWriting(language: MailLanguage): PriceWriting {
  return { display: plainPriceDisplay, currency: 'NOK', companyCurrency: 'NOK', locale: localeOf(language) };
}

const threeLines: readonly StatusMailLine[] = [
  line({ description: 'Rain jacket L', productNo: '1001', orderedMilli: 3000, deliveredNowMilli: 2000 }),
  line({ description: 'Climbing rope 9.5 mm', productNo: '1044', unit: 'm', orderedMilli: 40_000, isDelayed: true }),
  line({ description: 'Camping stove with wind shield', productNo: '2210', deliveredBeforeMilli: 1000 }),
];

function line(given: Partial<Omit<StatusMailLine, 'toComeMilli'>>): StatusMailLine {
  const whole = {
    description: 'Rain jacket L',
    productNo: '1001',
    unit: 'pcs',
    orderedMilli: 1000,
    deliveredNowMilli: 0,
    deliveredBeforeMilli: 0,
    expectedDate: '2026-12-21',
    isDelayed: false,
    ...given,
  };
  return { ...whole, toComeMilli: whole.orderedMilli - whole.deliveredNowMilli - whole.deliveredBeforeMilli };
}

function fortyLines(): readonly StatusMailLine[] {
  return Array.from({ length: 40 }, (_, index) =>
    line({
      description: index % 7 === 3 ? `Sleeping bag ${'with a very long name '.repeat(6)}${index}` : `Tent peg ${index}`,
      productNo: String(3000 + index),
      orderedMilli: (index + 1) * 1500,
      deliveredNowMilli: index % 3 === 0 ? 1500 : 0,
      expectedDate: index % 5 === 0 ? null : '2026-12-21',
    }),
  );
}

function quantityChange(given: Partial<Extract<Change, { kind: 'line-quantity' }>>): Change {
  return {
    ...jacket,
    kind: 'line-quantity',
    rule: 5,
    orderedMilli: 3000,
    toComeMilli: 0,
    toBeDelivered: null,
    delivered: null,
    isRemoved: false,
    ...given,
  };
}
