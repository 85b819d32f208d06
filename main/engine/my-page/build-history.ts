import { cleanName, cleanText } from '../../../shared/clean-text.ts';
import { type Language, languageFor } from '../../../shared/language.ts';
import type { OrderHistory } from '../../../shared/my-page/protocol.ts';
import { endedStatuses } from '../../../shared/order.ts';
import { formatPrice } from '../../../shared/price-display.ts';
import { documentWords } from '../documents/document-words.ts';
import { invoiceTotals } from '../documents/invoice-totals.ts';
import { codeOf, dateIn, localeOf, type MailLanguage, mailLanguageFor } from '../mail/wording/mail-language.ts';
import { quantityWithUnit } from '../mail/wording/quantity-with-unit.ts';
import { statusText, textsFor } from '../mail/wording/texts-for.ts';
import { amountOf, orderTotals } from '../orders/order-totals.ts';
import type { HistoryDocument } from './history-connector.ts';
import type { HistorySource, HistorySourceLine, HistorySourcePaper } from './history-source.ts';

/** As many as a document may name; the latest. */
const mostPapers = 100;

export type BuildMoment = {
  /** UTC, ISO 8601. */
  readonly now: string;
  /** In the company's time zone. */
  readonly today: string;
};

/**
 * The document of one order for My page: worded here in the customer's language, so that the site only lays it out
 * (domain.md 9.25). A finished order older than the website's history is a
 * tombstone, and so is any of an erased customer. Prices are as the website shows them.
 */
export function buildHistory(source: HistorySource, moment: BuildMoment): HistoryDocument {
  const { publicId: orderId, version } = source;
  if (source.isErased) return { orderId, version, deleted: true };
  const isFinished = isOrderFinished(source);
  if (isFinished && source.orderDate < monthsBefore(moment.today, source.historyMonths))
    return { orderId, version, deleted: true };
  const language = languageOf(source);
  return {
    orderId,
    version,
    deleted: false,
    accountId: source.accountPublicId,
    webOrderNo: source.webOrderNo,
    originOrderId: source.originPublicId,
    customerName: cleanText(source.customerName),
    email: cleanText(source.email).toLowerCase(),
    language: codeOf(language),
    orderDate: source.orderDate,
    statusText: statusText(source.status, language),
    isFinished,
    expected: isFinished ? '' : expectedText(latestDate(source.lines), moment.today, language),
    asOf: moment.now,
    news: source.news.map(({ at, sentences }) => ({ at, sentences: [...sentences] })),
    lines: source.lines.map((line) => historyLine(line, { source, moment, language, isFinished })),
    shipments: source.shipments.map(({ carrier, shippingNo, trackingUrl }) => ({
      carrier: cleanText(carrier),
      shippingNo: cleanText(shippingNo),
      trackingUrl: webAddressOrNull(trackingUrl),
    })),
    papers: source.papers
      .slice(-mostPapers)
      .map(({ id, kind, no, date }) => ({ id, kind, title: paperTitle(kind, no, paperLanguageOf(source)), date })),
    total: shownPrice(orderTotals(source.lines.map(priced), source.freightMinor), source, language),
    ...(source.prices.includesVat ? {} : { pricesExclVat: true }),
  };
}

function paperTitle(kind: HistorySourcePaper['kind'], no: string, language: Language): string {
  const words = documentWords(language);
  const word = { 'delivery-note': words.deliveryNote, invoice: words.invoice, 'credit-note': words.creditNote }[kind];
  return `${word} ${cleanName(no, 40)}`;
}

/** Nothing more will happen to the order: ended, or invoiced with nothing left to deliver. */
export function isOrderFinished(source: Pick<HistorySource, 'status' | 'lines'>): boolean {
  if (endedStatuses.includes(source.status)) return true;
  return source.status === 'invoice' && source.lines.every((line) => line.remainingMilli <= 0);
}

/** The day a number of months before; the last of the month where that month is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, lastDay));
  return first.toISOString().slice(0, 10);
}

function languageOf({ languages, added }: HistorySource): MailLanguage {
  return languages.map((code) => mailLanguageFor(code, added)).find((language) => language !== null) ?? 'en';
}

/** Papers are worded in the built-in languages only. */
function paperLanguageOf({ languages }: HistorySource): Language {
  return languages.map(languageFor).find((language) => language !== null) ?? 'en';
}

type LineContext = {
  readonly source: HistorySource;
  readonly moment: BuildMoment;
  readonly language: MailLanguage;
  readonly isFinished: boolean;
};

function historyLine(
  line: HistorySourceLine,
  { source, moment, language, isFinished }: LineContext,
): OrderHistory['lines'][number] {
  const quantity = (milli: number) => quantityWithUnit(milli, line.unit, { language, hidesPieces: true });
  const money = (amountMinor: number) =>
    shownPrice(invoiceTotals([{ amountMinor, vatPermille: line.vatPermille }]), source, language);
  const isWaiting = !isFinished && line.remainingMilli > 0;
  return {
    productNo: cleanText(line.productNo),
    description: cleanText(line.description),
    ordered: quantity(line.orderedMilli - line.movedMilli),
    delivered: quantity(line.deliveredMilli),
    toCome: quantity(isFinished ? 0 : line.remainingMilli),
    expected: isWaiting ? expectedText(line.expectedDate, moment.today, language) : '',
    price: money(line.unitPriceMinor),
    amount: money(amountOf(priced(line))),
  };
}

/** With or without VAT, written as the website shows amounts (domain.md 2.2). */
function shownPrice(
  { netMinor, totalMinor }: { readonly netMinor: number; readonly totalMinor: number },
  { prices: display, currency, companyCurrency }: HistorySource,
  language: MailLanguage,
): string {
  const amountMinor = display.includesVat ? totalMinor : netMinor;
  return formatPrice(amountMinor, { display, currency, companyCurrency, locale: localeOf(language) });
}

function priced(line: HistorySourceLine) {
  return { ...line, isRemoved: false };
}

/** A date that has passed is told as "delayed, new date to follow" (domain.md 9.7, rule 6). */
function expectedText(date: string | null, today: string, language: MailLanguage): string {
  if (date === null) return '';
  return date < today ? textsFor(language).layout.delayedShort : dateIn(language, date);
}

function latestDate(lines: readonly HistorySourceLine[]): string | null {
  const dates = lines.flatMap((line) =>
    line.remainingMilli > 0 && line.expectedDate !== null ? [line.expectedDate] : [],
  );
  return dates.sort().at(-1) ?? null;
}

/** The first date that the document shows as expected; once it has passed the document reads otherwise. */
export function nextExpectedDate(source: Pick<HistorySource, 'status' | 'lines'>, today: string): string | null {
  if (isOrderFinished(source)) return null;
  const dates = source.lines.flatMap((line) =>
    line.remainingMilli > 0 && line.expectedDate !== null && line.expectedDate >= today ? [line.expectedDate] : [],
  );
  return dates.sort()[0] ?? null;
}

/** Staff type the pattern of tracking addresses; only web addresses may become a link on a customer's page. */
function webAddressOrNull(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}
