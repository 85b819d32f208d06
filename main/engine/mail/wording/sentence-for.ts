import type { Change, ShipmentValue } from '../../../../shared/change.ts';
import { cleanName } from '../../../../shared/clean-text.ts';
import { assertNever } from '../../../../shared/errors.ts';
import type { LanguageTexts, QuantityWords } from './language-texts.ts';
import { dateIn, type MailLanguage, quantityIn } from './mail-language.ts';
import { quantityWithUnit } from './quantity-with-unit.ts';
import { textsFor } from './texts-for.ts';

/** How sentences are worded. There is no time zone in it: every date in a change is a plain date (pitfalls.md). */
export type Wording = { readonly language: MailLanguage };

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/**
 * The one sentence (or two) that tells a change, plain text on one line, in mail, strip and My page alike (domain.md
 * 9.25). Names the old and the new value of everything that moved. A tracking link is not part of it: whoever shows
 * the sentence puts the link beside it.
 */
export function sentenceFor(change: Change, wording: Wording): string {
  const texts = textsFor(wording.language);
  const { sentences } = texts;
  switch (change.kind) {
    case 'status':
      return sentences.status(texts.status[change.from], texts.status[change.to]);
    case 'credited':
      return change.isInPart
        ? sentences.creditedInPart(cleanName(change.creditNoteNo))
        : sentences.credited(cleanName(change.creditNoteNo));
    case 'back-order-made':
      return sentences.backOrderMade(cleanName(change.backOrderNo));
    case 'delivery-note-printed':
      return sentences.deliveryNotePrinted;
    case 'picked':
      return sentences.picked;
    case 'shipment':
      return shipmentSentence(change, texts);
    case 'line-quantity':
      return quantitySentence(change, texts, wording.language);
    case 'expected-date':
      return dateSentence(change, texts, wording.language);
    case 'back-in-stock':
      return sentences.backInStock(cleanName(change.description));
    default:
      return assertNever(change, 'change');
  }
}

/** A shipment in words: "7012 (Posten)". */
export function shipmentWords(shipment: ShipmentValue, { sentences }: LanguageTexts): string {
  const shippingNo = cleanName(shipment.shippingNo);
  const carrier = cleanName(shipment.carrier);
  return carrier === '' ? shippingNo : sentences.shipmentWithCarrier(shippingNo, carrier);
}

function shipmentSentence(change: ChangeOf<'shipment'>, texts: LanguageTexts): string {
  const { sentences } = texts;
  const now = shipmentWords(change.to, texts);
  return change.from === null
    ? sentences.shipmentNew(now)
    : sentences.shipmentChanged(shipmentWords(change.from, texts), now);
}

function quantitySentence(change: ChangeOf<'line-quantity'>, texts: LanguageTexts, language: MailLanguage): string {
  const { sentences } = texts;
  const name = cleanName(change.description);
  if (change.isRemoved) return sentences.lineRemoved(name, whatWasThere(change, texts, language));
  if (change.delivered !== null) {
    const told = deliveredSentence(change, change.delivered, texts, language);
    // With nothing left, "next delivery: 0" would only repeat what the sentence says.
    if (change.toBeDelivered === null || change.toComeMilli === 0) return told;
    const { fromMilli, toMilli } = change.toBeDelivered;
    return `${told} ${sentences.nextDeliveryToo(quantity(fromMilli, change, language), quantity(toMilli, change, language))}`;
  }
  if (change.toBeDelivered === null) return sentences.lineChanged(name);
  const words = quantityWords(change, change.toBeDelivered, language);
  const { toMilli } = change.toBeDelivered;
  if (change.toComeMilli === 0) return sentences.nothingMoreToCome(words);
  if (toMilli === 0) return sentences.nextDeliveryNone(words);
  return toMilli >= change.toComeMilli ? sentences.nextDeliveryAll(words) : sentences.nextDeliveryPart(words);
}

function deliveredSentence(
  change: ChangeOf<'line-quantity'>,
  moved: { readonly fromMilli: number; readonly toMilli: number },
  { sentences }: LanguageTexts,
  language: MailLanguage,
): string {
  const words = quantityWords(change, moved, language);
  if (moved.toMilli < moved.fromMilli) return sentences.deliveredCorrected(words);
  if (change.toComeMilli > 0) return sentences.partDelivered(words);
  return moved.toMilli === change.orderedMilli ? sentences.allDelivered(words) : sentences.lastDelivered(words);
}

function whatWasThere(change: ChangeOf<'line-quantity'>, { sentences }: LanguageTexts, language: MailLanguage): string {
  const parts: string[] = [];
  if (change.delivered !== null && change.delivered.fromMilli > 0) {
    parts.push(sentences.beforeDelivered(quantity(change.delivered.fromMilli, change, language)));
  }
  if (change.toBeDelivered !== null) {
    parts.push(sentences.beforeToBeDelivered(quantity(change.toBeDelivered.fromMilli, change, language)));
  }
  return parts.join(', ');
}

function dateSentence(change: ChangeOf<'expected-date'>, { sentences }: LanguageTexts, language: MailLanguage): string {
  const name = cleanName(change.description);
  const before = change.from === null ? null : dateIn(language, change.from);
  if (change.isDelayed) return sentences.delayed(name, before);
  if (change.to === null) {
    return before === null ? sentences.lineChanged(name) : sentences.dateWithdrawn(name, before);
  }
  const now = dateIn(language, change.to);
  if (change.from === null || before === null) return sentences.dateKnown(name, now);
  return change.to < change.from ? sentences.dateEarlier(name, before, now) : sentences.dateLater(name, before, now);
}

function quantityWords(
  change: ChangeOf<'line-quantity'>,
  moved: { readonly fromMilli: number; readonly toMilli: number },
  language: MailLanguage,
): QuantityWords {
  return {
    name: cleanName(change.description),
    // In "2 of 3 m" the unit stands once, after the second number.
    ordered: quantity(change.orderedMilli, change, language),
    toCome: quantity(change.toComeMilli, change, language),
    before: quantityIn(language, moved.fromMilli),
    now: quantityIn(language, moved.toMilli),
    isOne: Math.max(moved.toMilli, moved.fromMilli) <= 1000,
  };
}

function quantity(milli: number, change: ChangeOf<'line-quantity'>, language: MailLanguage): string {
  return quantityWithUnit(milli, change.unit, { language, hidesPieces: true });
}
