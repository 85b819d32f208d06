import { languageFor, primaryTag } from '../../../shared/language.ts';
import { makeOptOutToken } from '../../../shared/my-page/opt-out-token.ts';
import { endedStatuses } from '../../../shared/order.ts';
import { formatPrice } from '../../../shared/price-display.ts';
import type { ReadDb } from '../db/database.ts';
import { toldValues } from '../ledger/ledger-store.ts';
import type { PlannedMail, PlannedOrder } from '../ledger/plan-mails.ts';
import { readTrackingUrls } from '../ledger/planning-store.ts';
import { freezeMessage } from '../mail/freeze-message.ts';
import { builtInMailTexts, type MailTexts, parseMailTexts } from '../mail/mail-texts.ts';
import { renderStatusMail } from '../mail/status-mail.ts';
import type { MailWebsite, StatusMailModel, StatusMailOrder } from '../mail/status-mail-model.ts';
import { codeOf, localeOf, type MailLanguage } from '../mail/wording/mail-language.ts';
import { statusText } from '../mail/wording/texts-for.ts';
import { readOrderAmounts } from '../orders/order-amounts-store.ts';
import { orderTotals } from '../orders/order-totals.ts';
import { trackingUrl } from '../orders/tracking-url.ts';
import { lineFact } from '../rules/facts.ts';
import { lastAcceptedRandomId, type MailSettings, readMailCustomer } from './mail-setting-store.ts';

/** A mail as it stands in the outbox: the exact bytes, and the two readings for screens. */
export type FrozenMail = {
  readonly randomId: string;
  readonly subject: string;
  readonly html: string;
  readonly plain: string;
  readonly message: Buffer;
};

/** The language in which a customer of `language` can be written to, or null where a text is missing (domain.md 9.15). */
export function wordingLanguage(settings: MailSettings, language: string): MailLanguage | null {
  const substitute = settings.substitutes.get(language) ?? '';
  return languageOf(settings, language) ?? languageOf(settings, substitute);
}

function languageOf({ added }: MailSettings, code: string): MailLanguage | null {
  return languageFor(code) ?? added.get(primaryTag(code)) ?? null;
}

/** The website as its mails show it. */
export function mailWebsite(settings: MailSettings): MailWebsite {
  return { name: settings.websiteName, colour: settings.colour, url: settings.websiteUrl, logo: settings.logo };
}

/** What an order comes to, with or without VAT, as the website shows amounts (domain.md 2.2). */
export function shownTotal(
  { prices: display, companyCurrency }: MailSettings,
  total: { readonly netMinor: number; readonly totalMinor: number; readonly currency: string },
  language: MailLanguage,
): { readonly amount: string; readonly includesVat: boolean } {
  const { includesVat } = display;
  const amountMinor = includesVat ? total.totalMinor : total.netMinor;
  const writing = { display, currency: total.currency, companyCurrency, locale: localeOf(language) };
  return { amount: formatPrice(amountMinor, writing), includesVat };
}

/** Words mails of one website; texts are parsed once per language. */
export class MailComposer {
  private readonly db: ReadDb;
  private readonly settings: MailSettings;
  private readonly today: string;
  private readonly parsedTexts = new Map<string, MailTexts>();
  private readonly trackingUrls: ReadonlyMap<string, string>;

  constructor(db: ReadDb, settings: MailSettings, today: string) {
    this.db = db;
    this.settings = settings;
    this.today = today;
    this.trackingUrls = readTrackingUrls(db);
  }

  /** @throws AppError 'text-faulty' when staff's own text cannot be rendered */
  async compose(mail: PlannedMail, frozen: { readonly randomId: string; readonly at: string }): Promise<FrozenMail> {
    const model = this.modelOf(mail);
    const { subject, html, plain } = renderStatusMail(model);
    const [onlyOrder, ...others] = mail.orders;
    const message = await freezeMessage({
      randomId: frozen.randomId,
      senderName: this.settings.senderName,
      senderAddress: this.settings.senderAddress,
      replyTo: this.settings.replyTo,
      toName: model.customerName,
      to: mail.address,
      subject,
      html,
      plain,
      language: model.language,
      date: frozen.at,
      optOutUrl: model.optOutUrl,
      oneClick: true,
      referencesRandomId:
        onlyOrder !== undefined && others.length === 0 ? lastAcceptedRandomId(this.db, onlyOrder.read.orderId) : null,
      messageIdDomain: this.settings.senderAddress.split('@').at(-1) ?? 'localhost',
    });
    return { randomId: frozen.randomId, subject, html, plain, message };
  }

  private modelOf(mail: PlannedMail): StatusMailModel {
    const language = wordingLanguage(this.settings, mail.language) ?? 'en';
    const customer = readMailCustomer(this.db, mail);
    return {
      language,
      website: mailWebsite(this.settings),
      companyName: this.settings.companyName,
      customerName: customer.name,
      texts: this.textsIn(language),
      mayHaveReceivedAlready: mail.orders.some((order) => order.mayHaveReceivedAlready),
      orders: mail.orders.map((order) => this.orderOf(order, language, customer.hasApprovedAccount)),
      optOutUrl: this.optOutUrl(customer.contactPublicId),
    };
  }

  private orderOf(
    { read, order, ledger, changes }: PlannedOrder,
    language: MailLanguage,
    hasAccount: boolean,
  ): StatusMailOrder {
    const isEnded = endedStatuses.includes(order.status) || order.isFullyCredited;
    const known = { ...ledger.baseline, ...toldValues(ledger) };
    return {
      webOrderNo: order.webOrderNo,
      statusText: statusText(order.status, language),
      changes,
      lines: order.lines
        .filter((line) => !line.isRemoved)
        .map((line) => {
          const before = Number(known[lineFact(line.id, 'delivered')] ?? 0);
          return {
            description: line.description,
            productNo: line.productNo,
            unit: line.unit,
            orderedMilli: line.orderedMilli - line.movedMilli,
            deliveredNowMilli: Math.max(0, line.deliveredMilli - before),
            deliveredBeforeMilli: Math.min(before, line.deliveredMilli),
            toComeMilli: isEnded ? 0 : line.remainingMilli,
            expectedDate: line.expected.date,
            isDelayed: line.expected.date !== null && line.expected.date < this.today,
          };
        }),
      total: this.totalOf(read.orderId, language),
      shipments: order.shipments.map(({ carrier, shippingNo }) => ({
        carrier,
        shippingNo,
        trackingUrl: trackingUrl(this.trackingUrls.get(carrier.toLowerCase()) ?? null, shippingNo),
      })),
      myPageUrl:
        hasAccount && this.settings.myPageUrl !== ''
          ? `${trimSlash(this.settings.myPageUrl)}/orders/${order.publicId}`
          : null,
    };
  }

  private totalOf(orderId: number, language: MailLanguage): StatusMailOrder['total'] {
    const { lines, freightMinor, currency } = readOrderAmounts(this.db, orderId);
    const { netMinor, totalMinor } = orderTotals(lines, freightMinor);
    return shownTotal(this.settings, { netMinor, totalMinor, currency }, language);
  }

  private optOutUrl(contactPublicId: string): string | null {
    const { myPageUrl, optOutSecret } = this.settings;
    if (myPageUrl === '' || optOutSecret === '') return null;
    return `${trimSlash(myPageUrl)}/opt-out/${makeOptOutToken(contactPublicId, optOutSecret)}`;
  }

  private textsIn(language: MailLanguage): MailTexts {
    const code = codeOf(language);
    const known = this.parsedTexts.get(code);
    if (known !== undefined) return known;
    const parsed = parseMailTexts(this.settings.texts.get(code) ?? builtInMailTexts(languageFor(code) ?? 'en'));
    this.parsedTexts.set(code, parsed);
    return parsed;
  }
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
