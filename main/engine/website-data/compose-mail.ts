import { hash } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import { languageFor } from '../../../shared/language.ts';
import { makeOptOutToken } from '../../../shared/my-page/opt-out-token.ts';
import { endedStatuses } from '../../../shared/order.ts';
import { formatPrice } from '../../../shared/price-display.ts';
import type { ReadDb } from '../db/database.ts';
import { documentWords } from '../documents/document-words.ts';
import { toldValues } from '../ledger/ledger-store.ts';
import type { PlannedMail, PlannedOrder } from '../ledger/plan-mails.ts';
import { readTrackingUrls } from '../ledger/planning-store.ts';
import { freezeMessage, type MessageToFreeze } from '../mail/freeze-message.ts';
import { builtInMailTexts, type MailTexts, parseMailTexts } from '../mail/mail-texts.ts';
import { renderStatusMail } from '../mail/status-mail.ts';
import type { MailWebsite, StatusMailModel, StatusMailOrder } from '../mail/status-mail-model.ts';
import { codeOf, localeOf, type MailLanguage, mailLanguageFor, tagOf } from '../mail/wording/mail-language.ts';
import { statusText } from '../mail/wording/texts-for.ts';
import { renderPaper } from '../my-page/render-paper-service.ts';
import { readOrderAmounts } from '../orders/order-amounts-store.ts';
import { orderTotals } from '../orders/order-totals.ts';
import { trackingUrl } from '../orders/tracking-url.ts';
import { lineFact } from '../rules/facts.ts';
import {
  lastAcceptedRandomId,
  type MailSettings,
  type NoteToAttach,
  readLatestNotes,
  readMailCustomer,
} from './mail-setting-store.ts';

/** A mail as it stands in the outbox: the exact bytes, and the two readings for screens. */
export type FrozenMail = {
  readonly randomId: string;
  /** Its date; UTC, ISO 8601. */
  readonly frozenAt: string;
  readonly subject: string;
  readonly html: string;
  readonly plain: string;
  readonly message: Buffer;
};

/** A mail worded to the last word; only its id and its date are missing for its bytes. */
export type WordedMail = {
  readonly message: Omit<MessageToFreeze, 'randomId' | 'date' | 'papers'>;
  /** Delivery notes that go with it, drawn when it is frozen. */
  readonly notes: readonly (NoteToAttach & { readonly filename: string })[];
  /**
   * The same for mails that tell the same in the same bytes, and start from the same state of the ledgers: by it a mail that
   * was shown is known again.
   */
  readonly fingerprint: string;
};

/**
 * Makes the bytes of a worded mail; `at` is its date, UTC, ISO 8601.
 * @throws AppError 'paper-not-built' when a delivery note cannot be drawn
 */
export async function freezeMail(
  db: ReadDb,
  { message, notes }: WordedMail,
  { randomId, at }: { readonly randomId: string; readonly at: string },
): Promise<FrozenMail> {
  const { subject, html, plain } = message;
  const papers = await Promise.all(notes.map((note) => drawNote(db, note)));
  return {
    randomId,
    frozenAt: at,
    subject,
    html,
    plain,
    message: await freezeMessage({ ...message, papers, randomId, date: at }),
  };
}

async function drawNote(db: ReadDb, { orderId, rowId, filename }: WordedMail['notes'][number]) {
  try {
    return { filename, content: await renderPaper(db, { orderId, kind: 'delivery-note', rowId }) };
  } catch (cause) {
    throw new AppError('paper-not-built', { orderId }, { cause });
  }
}

/** The language in which a customer of `language` can be written to, or null where a text is missing (domain.md 9.15). */
export function wordingLanguage(settings: MailSettings, language: string): MailLanguage | null {
  const { added, substitutes } = settings;
  return mailLanguageFor(language, added) ?? mailLanguageFor(substitutes.get(language) ?? '', added);
}

/** More than a customer opens. */
const mostNotes = 5;

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
  word(mail: PlannedMail): WordedMail {
    const model = this.modelOf(mail);
    const { subject, html, plain } = renderStatusMail(model);
    const [onlyOrder, ...others] = mail.orders;
    const message: WordedMail['message'] = {
      senderName: this.settings.senderName,
      senderAddress: this.settings.senderAddress,
      replyTo: this.settings.replyTo,
      toName: model.customerName,
      to: mail.address,
      subject,
      html,
      plain,
      languageTag: tagOf(model.language),
      optOutUrl: model.optOutUrl,
      oneClick: true,
      referencesRandomId:
        onlyOrder !== undefined && others.length === 0 ? lastAcceptedRandomId(this.db, onlyOrder.read.orderId) : null,
    };
    const restsOn = mail.orders.map(({ read, ledger, changes }) => [read.orderId, ledger.version, changes]);
    const notes = mail.orders.flatMap((order) => this.notesOf(order, model.language));
    return { message, notes, fingerprint: hash('sha256', JSON.stringify([message, notes, restsOn])) };
  }

  /** The originals that rule 2 tells of, where the website wants them sent along. */
  private notesOf({ read, changes }: PlannedOrder, language: MailLanguage): WordedMail['notes'] {
    const printed = changes.find(({ kind }) => kind === 'delivery-note-printed')?.moves[0];
    if (!this.settings.attachesDeliveryNotes || printed === undefined) return [];
    const count = Math.min(mostNotes, Number(printed.to) - Number(printed.from ?? 0));
    return readLatestNotes(this.db, { orderId: read.orderId, count }).map((note) => ({
      ...note,
      filename: `${documentWords(languageFor(codeOf(language)) ?? 'en').deliveryNote} ${note.no}.pdf`,
    }));
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
    const named = new Set(changes.flatMap((change) => change.moves.map((move) => move.fact)));
    return {
      webOrderNo: order.webOrderNo,
      statusText: statusText(order.status, language),
      changes,
      lines: order.lines
        .filter((line) => !line.isRemoved)
        .map((line) => {
          // A delivery that this mail does not tell, such as one an option leaves unsaid, is none of now
          const delivered = lineFact(line.id, 'delivered');
          const before = named.has(delivered) ? Number(known[delivered] ?? 0) : line.deliveredMilli;
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
