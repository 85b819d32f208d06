import { cleanLine } from '../../../../shared/clean-text.ts';
import { orderStatuses } from '../../../../shared/order.ts';
import type { LanguageTexts, QuantityWords } from './language-texts.ts';

/**
 * A piece of the wording that staff write for a language of their own. `base` writes it as it stands in a built-in
 * language, with placeholders: what one begins with.
 */
export type Word = {
  /** Where it stands in `LanguageTexts`, such as `sentences.picked`. */
  readonly name: string;
  /** Every placeholder it may use, each with a value to look at it with. */
  readonly samples: Readonly<Record<string, string | number>>;
  readonly base: (texts: LanguageTexts) => string;
};

const inBraces = (name: string): string => `{{ ${name} }}`;

/** One text where both are the same, else one for the case and one for all others. */
function when(condition: string, yes: string, no: string): string {
  return yes === no ? no : `{% if ${condition} %}${yes}{% else %}${no}{% endif %}`;
}

const samples = {
  from: 'In progress',
  to: 'Invoiced',
  credit_note_no: '50012',
  back_order_no: 'W-8841 / rest 1',
  shipping_no: '70123456789',
  carrier: 'Posten',
  name: 'Rain jacket L',
  quantity: '3.5 m',
  amount: 'NOK 1,234.50',
  web_order_no: 'W-8841',
  product_no: '1001',
  website_name: 'Fjell & Fjord',
  count: 7,
  plural: 'other',
} as const;

const plainStatuses: readonly Word[] = orderStatuses.map((status) => ({
  name: `status.${status}`,
  samples: {},
  base: (texts) => texts.status[status],
}));

type Sentences = LanguageTexts['sentences'];
type Layout = LanguageTexts['layout'];

function sentence(
  name: keyof Sentences,
  values: Word['samples'],
  base: (sentences: Sentences, placeholder: typeof inBraces) => string,
): Word {
  return { name: `sentences.${name}`, samples: values, base: (texts) => base(texts.sentences, inBraces) };
}

function layout(
  name: string,
  values: Word['samples'],
  base: (layout: Layout, placeholder: typeof inBraces) => string,
): Word {
  return { name: `layout.${name}`, samples: values, base: (texts) => base(texts.layout, inBraces) };
}

const quantitySamples = {
  name: samples.name,
  now: '2',
  ordered: '9',
  before: '1',
  to_come: '4 m',
  single: 0,
} as const;

const quantityPlaceholders: Omit<QuantityWords, 'isOne'> = {
  name: inBraces('name'),
  now: inBraces('now'),
  ordered: inBraces('ordered'),
  before: inBraces('before'),
  toCome: inBraces('to_come'),
};

type QuantitySentence =
  | 'allDelivered'
  | 'partDelivered'
  | 'lastDelivered'
  | 'deliveredCorrected'
  | 'nextDeliveryAll'
  | 'nextDeliveryPart'
  | 'nextDeliveryNone'
  | 'nothingMoreToCome';

export const quantitySentences: readonly QuantitySentence[] = [
  'allDelivered',
  'partDelivered',
  'lastDelivered',
  'deliveredCorrected',
  'nextDeliveryAll',
  'nextDeliveryPart',
  'nextDeliveryNone',
  'nothingMoreToCome',
];

const aboutQuantities: readonly Word[] = quantitySentences.map((name) =>
  sentence(name, quantitySamples, (sentences) =>
    when(
      'single',
      sentences[name]({ ...quantityPlaceholders, isOne: true }),
      sentences[name]({ ...quantityPlaceholders, isOne: false }),
    ),
  ),
);

const { from, to, credit_note_no, back_order_no, shipping_no, carrier, name, quantity, amount } = samples;
const { web_order_no, product_no, website_name, count, plural } = samples;
const dates = { name, before: '14 Dec 2026', now: '21 Jan 2027' } as const;

const sentences: readonly Word[] = [
  sentence('status', { from, to }, (s, p) =>
    when('from == to', s.status(p('to'), p('to')), s.status(p('from'), p('to'))),
  ),
  sentence('credited', { credit_note_no }, (s, p) => s.credited(p('credit_note_no'))),
  sentence('creditedInPart', { credit_note_no }, (s, p) => s.creditedInPart(p('credit_note_no'))),
  sentence('backOrderMade', { back_order_no }, (s, p) => s.backOrderMade(p('back_order_no'))),
  sentence('deliveryNotePrinted', {}, (s) => s.deliveryNotePrinted),
  sentence('picked', {}, (s) => s.picked),
  sentence('shipmentNew', { now: '7012 (Posten)' }, (s, p) => s.shipmentNew(p('now'))),
  sentence('shipmentChanged', { before: '7011 (Bring)', now: '7012 (Posten)' }, (s, p) =>
    s.shipmentChanged(p('before'), p('now')),
  ),
  sentence('shipmentWithCarrier', { shipping_no, carrier }, (s, p) =>
    s.shipmentWithCarrier(p('shipping_no'), p('carrier')),
  ),
  ...aboutQuantities,
  sentence('nextDeliveryToo', { before: '3', now: '8' }, (s, p) => s.nextDeliveryToo(p('before'), p('now'))),
  sentence('lineRemoved', { name, before: '3' }, (s, p) =>
    when("before == ''", s.lineRemoved(p('name'), ''), s.lineRemoved(p('name'), p('before'))),
  ),
  sentence('beforeDelivered', { quantity }, (s, p) => s.beforeDelivered(p('quantity'))),
  sentence('beforeToBeDelivered', { quantity }, (s, p) => s.beforeToBeDelivered(p('quantity'))),
  sentence('lineChanged', { name }, (s, p) => s.lineChanged(p('name'))),
  sentence('dateKnown', { name, now: dates.now }, (s, p) => s.dateKnown(p('name'), p('now'))),
  sentence('dateLater', dates, (s, p) => s.dateLater(p('name'), p('before'), p('now'))),
  sentence('dateEarlier', dates, (s, p) => s.dateEarlier(p('name'), p('before'), p('now'))),
  sentence('dateWithdrawn', { name, before: dates.before }, (s, p) => s.dateWithdrawn(p('name'), p('before'))),
  sentence('delayed', { name, before: dates.before }, (s, p) =>
    when("before == ''", s.delayed(p('name'), null), s.delayed(p('name'), p('before'))),
  ),
  sentence('backInStock', { name }, (s, p) => s.backInStock(p('name'))),
];

export const columnNames = ['product', 'ordered', 'deliveredNow', 'deliveredBefore', 'toCome', 'expected'] as const;

/** A heading for one or for several; the number is written where the built-in text writes it. */
function counted(name: 'whatChanged' | 'shipments'): Word {
  return layout(name, { count, plural }, (l) =>
    when('count == 1', l[name](1), l[name](2).replace('2', inBraces('count'))),
  );
}

const layouts: readonly Word[] = [
  layout('mayHaveReceivedAlready', {}, (l) => l.mayHaveReceivedAlready),
  layout('order', { web_order_no }, (l, p) => l.order(p('web_order_no'))),
  layout('statusLabel', {}, (l) => l.statusLabel),
  counted('whatChanged'),
  layout('linesHeading', {}, (l) => l.linesHeading),
  ...columnNames.map((column) => layout(`columns.${column}`, {}, (l) => l.columns[column])),
  layout('dateUnknown', {}, (l) => l.dateUnknown),
  layout('complete', {}, (l) => l.complete),
  layout('delayedShort', {}, (l) => l.delayedShort),
  layout('productNo', { product_no }, (l, p) => l.productNo(p('product_no'))),
  layout('totalInclVat', { amount }, (l, p) => l.totalInclVat(p('amount'))),
  layout('totalExclVat', { amount }, (l, p) => l.totalExclVat(p('amount'))),
  counted('shipments'),
  layout('track', {}, (l) => l.track),
  layout('showOnMyPage', {}, (l) => l.showOnMyPage),
  layout('optOutReason', { website_name }, (l, p) => l.optOutReason(p('website_name'))),
  layout('optOutLink', {}, (l) => l.optOutLink),
  {
    name: 'pieces',
    samples: { plural },
    base: (texts) => when("plural == 'one'", texts.pieces(1000), texts.pieces(2000)),
  },
];

/** Every piece of the wording, in the order in which it is written: headings first, then statuses and sentences. */
export const words: readonly Word[] = [...layouts, ...plainStatuses, ...sentences];

/** One line, as it stands in a mail. */
export function readWord(rendered: string): string {
  return cleanLine(rendered);
}
