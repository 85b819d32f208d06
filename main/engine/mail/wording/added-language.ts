import type { Template } from 'liquidjs';
import { AppError } from '../../../../shared/errors.ts';
import { orderStatuses } from '../../../../shared/order.ts';
import type { TextFault } from '../../../../shared/text-fault.ts';
import { parseTemplate, readFault, renderTemplate, textFault, tryTemplate } from '../template.ts';
import type { LanguageTexts, QuantityWords } from './language-texts.ts';
import { listFormat } from './list-format.ts';
import { type AddedLanguage, knownLocale } from './mail-language.ts';
import { columnNames, quantitySentences, readWord, type Word, words } from './words.ts';

/**
 * Proves that a word can be mailed: its placeholders only, something to read for every customer, and nothing left out that
 * its built-in text shows.
 * @throws AppError 'text-faulty' with the word's name as `place`
 */
export function checkWord(word: Word, text: string, base: string): void {
  const [read = '', ...others] = tryTemplate(word.name, text, variantsOf(word)).map(readWord);
  if ([read, ...others].some((each) => each === '')) throw textFault(word.name, 'empty-text');
  const needed = neededPlaceholders(word, base).map((name) => String(word.samples[name]));
  if (needed.some((value) => !read.includes(value))) throw textFault(word.name, 'missing-placeholder');
}

/** The placeholders that a text has to show, or customers would not be told: those that its built-in text mostly shows. */
export function neededPlaceholders({ name, samples }: Word, base: string): readonly string[] {
  const [read = ''] = tryTemplate(name, base, [samples]);
  return Object.keys(samples).filter((each) => base.includes(`{{ ${each} }}`) && read.includes(String(samples[each])));
}

/** The fault of a word, or null. */
export function findWordFault(word: Word, text: string, base: string): TextFault | null {
  try {
    checkWord(word, text, base);
    return null;
  } catch (error) {
    return readFault(error);
  }
}

/** Values as they mostly are, and as they are for one piece, no value before, or each plural that a language may have. */
function variantsOf({ samples }: Word): readonly Word['samples'][] {
  const plurals = ['zero', 'one', 'two', 'few', 'many'];
  return [
    samples,
    ...('single' in samples ? [{ ...samples, single: 1 }] : []),
    ...('before' in samples ? [{ ...samples, before: '' }] : []),
    ...('from' in samples ? [{ ...samples, from: String(samples.to) }] : []),
    ...('count' in samples ? [{ ...samples, count: 1 }] : []),
    ...('plural' in samples ? plurals.map((plural) => ({ ...samples, plural })) : []),
  ];
}

/**
 * A language from its words. Texts are parsed once; a word that is missing is an error of the caller.
 * @throws AppError 'text-faulty' for a text that was stored by another program
 */
export function addedLanguage(tag: string, texts: ReadonlyMap<string, string>): AddedLanguage {
  const parsed = new Map<string, readonly Template[]>();
  for (const { name, samples } of words) {
    const text = texts.get(name);
    if (text === undefined)
      throw new AppError('text-faulty', { place: name, reason: 'empty-text', line: 1, column: 1 });
    parsed.set(name, parseTemplate(name, text, Object.keys(samples)));
  }
  const write = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
    readWord(renderTemplate(parsed.get(name) ?? [], values));
  return { tag, texts: textsFrom(write, tag) };
}

type Write = (name: string, values?: Readonly<Record<string, string | number>>) => string;

function textsFrom(write: Write, tag: string): LanguageTexts {
  const plurals = new Intl.PluralRules(knownLocale(tag));
  const list = listFormat(knownLocale(tag));
  return {
    status: record(orderStatuses, (status) => write(`status.${status}`)),
    pieces: (milli) => write('pieces', { plural: plurals.select(milli / 1000) }),
    sentences: sentencesFrom(write),
    layout: {
      ...layoutFrom(write),
      whatChanged: (count) => write('layout.whatChanged', { count, plural: plurals.select(count) }),
      shipments: (count) => write('layout.shipments', { count, plural: plurals.select(count) }),
      listOf: (items) => list.format(items),
    },
  };
}

function record<Key extends string, Value>(keys: readonly Key[], wanted: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, wanted(key)])) as Record<Key, Value>;
}

function sentencesFrom(write: Write): LanguageTexts['sentences'] {
  const say = (name: keyof LanguageTexts['sentences'], values?: Readonly<Record<string, string | number>>) =>
    write(`sentences.${name}`, values);
  const quantities = record(quantitySentences, (name) => (words: QuantityWords) => say(name, quantityValues(words)));
  return {
    ...quantities,
    status: (from, to) => say('status', { from, to }),
    credited: (credit_note_no) => say('credited', { credit_note_no }),
    creditedInPart: (credit_note_no) => say('creditedInPart', { credit_note_no }),
    backOrderMade: (back_order_no) => say('backOrderMade', { back_order_no }),
    deliveryNotePrinted: say('deliveryNotePrinted'),
    picked: say('picked'),
    shipmentNew: (now) => say('shipmentNew', { now }),
    shipmentChanged: (before, now) => say('shipmentChanged', { before, now }),
    shipmentWithCarrier: (shipping_no, carrier) => say('shipmentWithCarrier', { shipping_no, carrier }),
    nextDeliveryToo: (before, now) => say('nextDeliveryToo', { before, now }),
    lineRemoved: (name, before) => say('lineRemoved', { name, before }),
    beforeDelivered: (quantity) => say('beforeDelivered', { quantity }),
    beforeToBeDelivered: (quantity) => say('beforeToBeDelivered', { quantity }),
    lineChanged: (name) => say('lineChanged', { name }),
    dateKnown: (name, now) => say('dateKnown', { name, now }),
    dateLater: (name, before, now) => say('dateLater', { name, before, now }),
    dateEarlier: (name, before, now) => say('dateEarlier', { name, before, now }),
    dateWithdrawn: (name, before) => say('dateWithdrawn', { name, before }),
    delayed: (name, before) => say('delayed', { name, before: before ?? '' }),
    backInStock: (name) => say('backInStock', { name }),
  };
}

function quantityValues({ name, ordered, toCome, before, now, isOne }: QuantityWords) {
  return { name, ordered, to_come: toCome, before, now, single: isOne ? 1 : 0 };
}

function layoutFrom(write: Write): Omit<LanguageTexts['layout'], 'whatChanged' | 'shipments' | 'listOf'> {
  const say = (name: string, values?: Readonly<Record<string, string | number>>) => write(`layout.${name}`, values);
  return {
    mayHaveReceivedAlready: say('mayHaveReceivedAlready'),
    order: (web_order_no) => say('order', { web_order_no }),
    statusLabel: say('statusLabel'),
    linesHeading: say('linesHeading'),
    totalInclVat: (amount) => say('totalInclVat', { amount }),
    totalExclVat: (amount) => say('totalExclVat', { amount }),
    columns: record(columnNames, (column) => say(`columns.${column}`)),
    dateUnknown: say('dateUnknown'),
    complete: say('complete'),
    delayedShort: say('delayedShort'),
    productNo: (product_no) => say('productNo', { product_no }),
    track: say('track'),
    showOnMyPage: say('showOnMyPage'),
    optOutReason: (website_name) => say('optOutReason', { website_name }),
    optOutLink: say('optOutLink'),
  };
}
