import type { LanguageTexts } from './language-texts.ts';
import { listFormat } from './list-format.ts';

/**
 * German, with "Sie". A product's name stands before a colon or after "von", so that no verb, article or ending has to
 * agree with it.
 */
export const german: LanguageTexts = {
  status: {
    quotation: 'Angebot',
    'order-basis': 'Dauerbestellung',
    order: 'In Bearbeitung',
    'batch-order': 'In Bearbeitung (Sammelbestellung)',
    'back-order': 'Nachlieferung',
    'invoice-not-delivered': 'Rechnung erstellt, noch nicht geliefert',
    invoice: 'Rechnung erstellt',
    'unissued-credit-note': 'Gutschrift in Vorbereitung',
    'credit-note': 'Gutschrift erstellt',
    'lost-sale': 'Storniert',
    cancelled: 'Storniert',
  },
  pieces: () => 'Stück',
  sentences: {
    status: (from, to) => (from === to ? `Bestellstatus: ${to}.` : `Bestellstatus: ${to} (zuvor: ${from}).`),
    credited: (creditNoteNo) => `Für Ihre Bestellung wurde eine Gutschrift erstellt (Nr. ${creditNoteNo}).`,
    creditedInPart: (creditNoteNo) =>
      `Für einen Teil Ihrer Bestellung wurde eine Gutschrift erstellt (Nr. ${creditNoteNo}).`,
    backOrderMade: (backOrderNo) => `Der Rest folgt als Nachlieferung ${backOrderNo}.`,
    deliveryNotePrinted: 'Der Lieferschein zu Ihrer Bestellung wurde gedruckt.',
    picked: 'Ihre Bestellung wurde in unserem Lager zusammengestellt.',
    shipmentNew: (now) => `Sendungsnummer: ${now}.`,
    shipmentChanged: (before, now) => `Die Sendungsnummer wurde von ${before} in ${now} geändert.`,
    shipmentWithCarrier: (shippingNo, carrier) => `${shippingNo} (${carrier})`,
    allDelivered: ({ name, now, ordered, before, isOne }) =>
      `${name}: ${isOne ? `${now} von` : 'alle'} ${ordered} geliefert (zuvor: ${before}).`,
    partDelivered: ({ name, now, ordered, before, toCome }) =>
      `${name}: ${now} von ${ordered} geliefert (zuvor: ${before}), noch ${toCome} offen.`,
    lastDelivered: ({ name, now, ordered, before }) =>
      `${name}: ${now} von ${ordered} geliefert (zuvor: ${before}), zu dieser Bestellung folgt nichts mehr.`,
    deliveredCorrected: ({ name, now, ordered, before, toCome }) =>
      `${name}: korrigiert auf ${now} von ${ordered} geliefert (zuvor: ${before}), noch ${toCome} offen.`,
    nextDeliveryAll: ({ name, toCome, before, isOne }) =>
      `${name}: ${isOne ? '' : 'alle '}${toCome} in der nächsten Lieferung (zuvor: ${before}).`,
    nextDeliveryPart: ({ name, now, toCome, before }) =>
      `${name}: ${now} von ${toCome} in der nächsten Lieferung (zuvor: ${before}), der Rest später.`,
    nextDeliveryNone: ({ name, toCome, before }) =>
      `${name}: nicht in der nächsten Lieferung (zuvor: ${before}), noch ${toCome} offen.`,
    nothingMoreToCome: ({ name, before }) =>
      `${name}: zu dieser Bestellung folgt nichts mehr (zuvor zu liefern: ${before}).`,
    nextDeliveryToo: (before, now) => `In der nächsten Lieferung: ${now} (zuvor: ${before}).`,
    lineRemoved: (name, before) => `${name}: aus der Bestellung entfernt${before === '' ? '' : ` (zuvor: ${before})`}.`,
    beforeDelivered: (quantity) => `${quantity} geliefert`,
    beforeToBeDelivered: (quantity) => `${quantity} zu liefern`,
    lineChanged: (name) => `${name}: geändert.`,
    dateKnown: (name, now) => `${name}: Lieferung voraussichtlich am ${now} (zuvor war kein Termin bekannt).`,
    dateLater: (name, before, now) =>
      `Die voraussichtliche Lieferung von ${name} wurde vom ${before} auf den ${now} verschoben.`,
    dateEarlier: (name, before, now) =>
      `Die voraussichtliche Lieferung von ${name} wurde vom ${before} auf den ${now} vorgezogen.`,
    dateWithdrawn: (name, before) =>
      `${name}: Der voraussichtliche Liefertermin ${before} gilt nicht mehr, ein neuer Termin ist noch nicht bekannt.`,
    delayed: (name, before) =>
      before === null
        ? `Die Lieferung von ${name} verspätet sich, ein neuer Termin folgt.`
        : `Die Lieferung von ${name} verspätet sich, ein neuer Termin folgt (zuvor erwartet: ${before}).`,
    backInStock: (name) => `${name}: jetzt wieder auf Lager.`,
  },
  layout: {
    mayHaveReceivedAlready:
      'Möglicherweise haben Sie diese Nachricht bereits erhalten. Wir sind nicht sicher, ob unsere letzte E-Mail angekommen ist, deshalb erhalten Sie sie noch einmal.',
    order: (webOrderNo) => `Bestellung ${webOrderNo}`,
    statusLabel: 'Status',
    whatChanged: (count) => (count === 1 ? 'Das hat sich geändert' : `Das hat sich geändert (${count})`),
    linesHeading: 'Aktueller Stand Ihrer Bestellung',
    totalInclVat: (amount) => `Bestellsumme: ${amount} inkl. MwSt.`,
    totalExclVat: (amount) => `Bestellsumme: ${amount} zzgl. MwSt.`,
    columns: {
      product: 'Artikel',
      ordered: 'Bestellt',
      deliveredNow: 'Jetzt geliefert',
      deliveredBefore: 'Zuvor geliefert',
      toCome: 'Noch offen',
      expected: 'Erwartet',
    },
    complete: 'Komplett',
    dateUnknown: 'Termin noch offen',
    delayedShort: 'Verspätet, neuer Termin folgt',
    productNo: (productNo) => `Art.-Nr. ${productNo}`,
    shipments: (count) => (count === 1 ? 'Sendung' : `Sendungen (${count})`),
    track: 'Sendung verfolgen',
    showOnMyPage: 'Bestellung auf „Meine Seite“ ansehen',
    optOutReason: (websiteName) => `Sie erhalten diese E-Mail, weil Sie bei ${websiteName} bestellt haben.`,
    optOutLink: 'Keine E-Mails zum Bestellstatus mehr erhalten',
    listOf: (items) => listFormat('de-DE').format(items),
  },
};
