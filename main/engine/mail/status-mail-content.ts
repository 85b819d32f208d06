import type { Change } from '../../../shared/change.ts';
import { cleanLine, cleanName } from '../../../shared/clean-text.ts';
import { renderMailText } from './mail-texts.ts';
import { safeLink } from './safe-link.ts';
import type { StatusMailLine, StatusMailModel, StatusMailOrder } from './status-mail-model.ts';
import type { LanguageTexts } from './wording/language-texts.ts';
import { dateIn, type MailLanguage } from './wording/mail-language.ts';
import { quantityWithUnit } from './wording/quantity-with-unit.ts';
import { sentenceFor, shipmentWords } from './wording/sentence-for.ts';
import { textsFor } from './wording/texts-for.ts';

/** A line of the table in words. */
export type LineContent = {
  readonly name: string;
  readonly productNo: string;
  readonly ordered: string;
  readonly deliveredNow: string;
  readonly deliveredBefore: string;
  readonly toCome: string;
  readonly expected: string;
  readonly isDelayed: boolean;
  readonly hasDeliveredNow: boolean;
};

export type OrderContent = {
  readonly webOrderNo: string;
  readonly statusText: string;
  readonly changes: readonly { readonly sentence: string; readonly trackingUrl: string | null }[];
  readonly lines: readonly LineContent[];
  /** Empty where it is not told. */
  readonly total: string;
  readonly shipments: readonly { readonly words: string; readonly trackingUrl: string | null }[];
  readonly myPageUrl: string | null;
};

/** All values of a mail, cleaned, worded and with links checked: what the HTML and the text part both show. */
export type StatusMailContent = {
  readonly subject: string;
  readonly above: string;
  readonly below: string;
  readonly websiteName: string;
  readonly orders: readonly OrderContent[];
  readonly optOutUrl: string | null;
};

/** Words a model once for both parts of the mail, so that they cannot say different things. */
export function statusMailContent(model: StatusMailModel): StatusMailContent {
  const { language } = model;
  const orders = model.orders.map((order) => orderContent(order, language));
  const websiteName = cleanName(model.website.name);
  const values = {
    customer_name: cleanName(model.customerName),
    order_numbers: textsFor(language).layout.listOf(orders.map((order) => order.webOrderNo)),
    order_count: orders.length,
    website_name: websiteName,
    company_name: cleanName(model.companyName),
    my_page_link: orders.find((order) => order.myPageUrl !== null)?.myPageUrl ?? '',
  };
  return {
    subject: renderMailText(model.texts, 'subject', values),
    above: renderMailText(model.texts, 'above', values),
    below: renderMailText(model.texts, 'below', values),
    websiteName,
    orders,
    optOutUrl: safeLink(model.optOutUrl),
  };
}

function orderContent(order: StatusMailOrder, language: MailLanguage): OrderContent {
  return {
    webOrderNo: cleanName(order.webOrderNo),
    statusText: cleanName(order.statusText),
    changes: order.changes.map((change) => ({
      sentence: sentenceFor(change, { language }),
      trackingUrl: trackingUrlOf(change),
    })),
    lines: order.lines.map((line) => lineContent(line, language)),
    total: totalWords(order.total, textsFor(language)),
    shipments: order.shipments.map(({ carrier, shippingNo, trackingUrl }) => ({
      words: shipmentWords({ carrier, shippingNo }, textsFor(language)),
      trackingUrl: safeLink(trackingUrl),
    })),
    myPageUrl: safeLink(order.myPageUrl),
  };
}

function totalWords(total: StatusMailOrder['total'], { layout }: LanguageTexts): string {
  if (total === null) return '';
  const amount = cleanLine(total.amount).slice(0, 80);
  return total.includesVat ? layout.totalInclVat(amount) : layout.totalExclVat(amount);
}

function trackingUrlOf(change: Change): string | null {
  return change.kind === 'shipment' ? safeLink(change.trackingUrl) : null;
}

function lineContent(line: StatusMailLine, language: MailLanguage): LineContent {
  const words = (milli: number, hidesPieces: boolean): string =>
    quantityWithUnit(milli, cleanName(line.unit, 20), { language, hidesPieces });
  return {
    name: cleanName(line.description),
    productNo: cleanName(line.productNo, 60),
    ordered: words(line.orderedMilli, false),
    deliveredNow: words(line.deliveredNowMilli, true),
    deliveredBefore: words(line.deliveredBeforeMilli, true),
    toCome: words(line.toComeMilli, true),
    expected: expectedWords(line, language),
    isDelayed: line.isDelayed && line.toComeMilli > 0,
    hasDeliveredNow: line.deliveredNowMilli > 0,
  };
}

/** Nothing is expected of a line that came whole, or whose rest moved to a back order. */
function expectedWords(line: StatusMailLine, language: MailLanguage): string {
  const { layout } = textsFor(language);
  if (line.toComeMilli <= 0) return isWhole(line) ? layout.complete : '';
  if (line.isDelayed) return layout.delayedShort;
  return line.expectedDate === null ? layout.dateUnknown : dateIn(language, line.expectedDate);
}

function isWhole(line: StatusMailLine): boolean {
  return line.orderedMilli > 0 && line.deliveredNowMilli + line.deliveredBeforeMilli >= line.orderedMilli;
}
