import type { LanguageTexts } from './language-texts.ts';
import { listFormat } from './list-format.ts';

/**
 * Dutch, with "u". A product's name stands before a colon or after "van", where a verb need not know whether it is one
 * or many.
 */
export const dutch: LanguageTexts = {
  status: {
    quotation: 'Offerte',
    'order-basis': 'Doorlopende bestelling',
    order: 'In behandeling',
    'batch-order': 'In behandeling (verzamelbestelling)',
    'back-order': 'Nalevering',
    'invoice-not-delivered': 'Gefactureerd, nog niet geleverd',
    invoice: 'Gefactureerd',
    'unissued-credit-note': 'Creditering in voorbereiding',
    'credit-note': 'Gecrediteerd',
    'lost-sale': 'Geannuleerd',
    cancelled: 'Geannuleerd',
  },
  pieces: (milli) => (milli === 1000 ? 'stuk' : 'stuks'),
  sentences: {
    status: (from, to) => (from === to ? `Bestelstatus: ${to}.` : `Bestelstatus: ${to} (was: ${from}).`),
    credited: (creditNoteNo) => `Uw bestelling is gecrediteerd (creditnota nr. ${creditNoteNo}).`,
    creditedInPart: (creditNoteNo) => `Een deel van uw bestelling is gecrediteerd (creditnota nr. ${creditNoteNo}).`,
    backOrderMade: (backOrderNo) => `De rest volgt als nalevering ${backOrderNo}.`,
    deliveryNotePrinted: 'De pakbon van uw bestelling is afgedrukt.',
    picked: 'Uw bestelling is in ons magazijn verzameld.',
    shipmentNew: (now) => `Verzendnummer: ${now}.`,
    shipmentChanged: (before, now) => `Het verzendnummer is gewijzigd van ${before} in ${now}.`,
    shipmentWithCarrier: (shippingNo, carrier) => `${shippingNo} (${carrier})`,
    allDelivered: ({ name, now, ordered, before, isOne }) =>
      `${name}: ${isOne ? `${now} van` : 'alle'} ${ordered} geleverd (was: ${before}).`,
    partDelivered: ({ name, now, ordered, before, toCome }) =>
      `${name}: ${now} van ${ordered} geleverd (was: ${before}), nog ${toCome} te leveren.`,
    lastDelivered: ({ name, now, ordered, before }) =>
      `${name}: ${now} van ${ordered} geleverd (was: ${before}), voor deze bestelling volgt er niets meer.`,
    deliveredCorrected: ({ name, now, ordered, before, toCome }) =>
      `${name}: gecorrigeerd naar ${now} van ${ordered} geleverd (was: ${before}), nog ${toCome} te leveren.`,
    nextDeliveryAll: ({ name, toCome, before, isOne }) =>
      `${name}: ${isOne ? '' : 'alle '}${toCome} in de volgende levering (was: ${before}).`,
    nextDeliveryPart: ({ name, now, toCome, before }) =>
      `${name}: ${now} van ${toCome} in de volgende levering (was: ${before}), de rest later.`,
    nextDeliveryNone: ({ name, toCome, before }) =>
      `${name}: niet in de volgende levering (was: ${before}), nog ${toCome} te leveren.`,
    nothingMoreToCome: ({ name, before }) =>
      `${name}: voor deze bestelling volgt er niets meer (te leveren was: ${before}).`,
    nextDeliveryToo: (before, now) => `In de volgende levering: ${now} (was: ${before}).`,
    lineRemoved: (name, before) => `${name}: van de bestelling gehaald${before === '' ? '' : ` (was: ${before})`}.`,
    beforeDelivered: (quantity) => `${quantity} geleverd`,
    beforeToBeDelivered: (quantity) => `${quantity} te leveren`,
    lineChanged: (name) => `${name}: gewijzigd.`,
    dateKnown: (name, now) => `${name}: verwachte levering ${now} (eerder was er geen datum bekend).`,
    dateLater: (name, before, now) => `De verwachte levering van ${name} is verschoven van ${before} naar ${now}.`,
    dateEarlier: (name, before, now) => `De verwachte levering van ${name} is vervroegd van ${before} naar ${now}.`,
    dateWithdrawn: (name, before) =>
      `${name}: de verwachte leverdatum ${before} geldt niet meer, een nieuwe datum is nog niet bekend.`,
    delayed: (name, before) =>
      before === null
        ? `De levering van ${name} is vertraagd, een nieuwe datum volgt.`
        : `De levering van ${name} is vertraagd, een nieuwe datum volgt (eerder verwacht: ${before}).`,
    backInStock: (name) => `${name}: nu weer op voorraad.`,
  },
  layout: {
    mayHaveReceivedAlready:
      'Misschien hebt u dit nieuws al ontvangen. We weten niet zeker of onze vorige mail is aangekomen, daarom krijgt u het nog een keer.',
    order: (webOrderNo) => `Bestelling ${webOrderNo}`,
    statusLabel: 'Status',
    whatChanged: (count) => (count === 1 ? 'Wat er is gewijzigd' : `Wat er is gewijzigd (${count})`),
    linesHeading: 'Uw bestelling op dit moment',
    totalInclVat: (amount) => `Totaal van de bestelling: ${amount} incl. btw`,
    totalExclVat: (amount) => `Totaal van de bestelling: ${amount} excl. btw`,
    columns: {
      product: 'Artikel',
      ordered: 'Besteld',
      deliveredNow: 'Nu geleverd',
      deliveredBefore: 'Eerder geleverd',
      toCome: 'Nog te leveren',
      expected: 'Verwacht',
    },
    complete: 'Compleet',
    dateUnknown: 'Datum nog niet bekend',
    delayedShort: 'Vertraagd, nieuwe datum volgt',
    productNo: (productNo) => `Art.nr. ${productNo}`,
    shipments: (count) => (count === 1 ? 'Zending' : `Zendingen (${count})`),
    track: 'Volg het pakket',
    showOnMyPage: 'Bekijk de bestelling op Mijn pagina',
    optOutReason: (websiteName) => `U ontvangt deze mail omdat u hebt besteld bij ${websiteName}.`,
    optOutLink: 'Geen mails meer over de bestelstatus',
    listOf: (items) => listFormat('nl-NL').format(items),
  },
};
