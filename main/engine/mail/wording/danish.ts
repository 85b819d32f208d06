import type { LanguageTexts } from './language-texts.ts';
import { listFormat } from './list-format.ts';

/** Danish. "Forsinket" is said of the delivery, never of a product, whose number nobody knows here. */
export const danish: LanguageTexts = {
  status: {
    quotation: 'Tilbud',
    'order-basis': 'Fast ordre',
    order: 'Under behandling',
    'batch-order': 'Under behandling (samleordre)',
    'back-order': 'Restordre',
    'invoice-not-delivered': 'Faktureret, endnu ikke leveret',
    invoice: 'Faktureret',
    'unissued-credit-note': 'Kreditering forberedes',
    'credit-note': 'Krediteret',
    'lost-sale': 'Annulleret',
    cancelled: 'Annulleret',
  },
  pieces: () => 'stk.',
  sentences: {
    status: (from, to) => (from === to ? `Ordrestatus: ${to}.` : `Ordrestatus: ${to} (før: ${from}).`),
    credited: (creditNoteNo) => `Din ordre er krediteret (kreditnota nr. ${creditNoteNo}).`,
    creditedInPart: (creditNoteNo) => `En del af din ordre er krediteret (kreditnota nr. ${creditNoteNo}).`,
    backOrderMade: (backOrderNo) => `Resten kommer som restordre ${backOrderNo}.`,
    deliveryNotePrinted: 'Pakkesedlen til din ordre er udskrevet.',
    picked: 'Din ordre er plukket på vores lager.',
    shipmentNew: (now) => `Leverancenummer: ${now}.`,
    shipmentChanged: (before, now) => `Leverancenummeret er ændret fra ${before} til ${now}.`,
    shipmentWithCarrier: (shippingNo, carrier) => `${shippingNo} (${carrier})`,
    allDelivered: ({ name, now, ordered, before, isOne }) =>
      `${name}: ${isOne ? `${now} af` : 'alle'} ${ordered} er leveret (før: ${before}).`,
    partDelivered: ({ name, now, ordered, before, toCome }) =>
      `${name}: ${now} af ${ordered} er leveret (før: ${before}), ${toCome} mangler endnu.`,
    lastDelivered: ({ name, now, ordered, before }) =>
      `${name}: ${now} af ${ordered} er leveret (før: ${before}), der kommer ikke mere på denne ordre.`,
    deliveredCorrected: ({ name, now, ordered, before, toCome }) =>
      `${name}: rettet til ${now} af ${ordered} leveret (før: ${before}), ${toCome} mangler endnu.`,
    nextDeliveryAll: ({ name, toCome, before, isOne }) =>
      `${name}: ${isOne ? '' : 'alle '}${toCome} kommer i næste levering (før: ${before}).`,
    nextDeliveryPart: ({ name, now, toCome, before }) =>
      `${name}: ${now} af ${toCome} kommer i næste levering (før: ${before}), resten senere.`,
    nextDeliveryNone: ({ name, toCome, before }) =>
      `${name}: kommer ikke i næste levering (før: ${before}), ${toCome} mangler endnu.`,
    nothingMoreToCome: ({ name, before }) =>
      `${name}: der kommer ikke mere på denne ordre (før til levering: ${before}).`,
    nextDeliveryToo: (before, now) => `I næste levering: ${now} (før: ${before}).`,
    lineRemoved: (name, before) => `${name} er taget af ordren${before === '' ? '' : ` (før: ${before})`}.`,
    beforeDelivered: (quantity) => `${quantity} leveret`,
    beforeToBeDelivered: (quantity) => `${quantity} til levering`,
    lineChanged: (name) => `${name} er ændret.`,
    dateKnown: (name, now) => `${name}: forventet levering ${now} (der var ingen dato før).`,
    dateLater: (name, before, now) => `Forventet levering af ${name} er udskudt fra ${before} til ${now}.`,
    dateEarlier: (name, before, now) => `Forventet levering af ${name} er fremrykket fra ${before} til ${now}.`,
    dateWithdrawn: (name, before) =>
      `${name}: forventet levering ${before} gælder ikke længere, en ny dato kendes endnu ikke.`,
    delayed: (name, before) =>
      before === null
        ? `Leveringen af ${name} er forsinket, ny dato følger.`
        : `Leveringen af ${name} er forsinket, ny dato følger (tidligere forventet: ${before}).`,
    backInStock: (name) => `${name} er nu på lager igen.`,
  },
  layout: {
    mayHaveReceivedAlready:
      'Måske har du allerede fået denne besked. Vi er ikke sikre på, at vores forrige mail nåede frem, så her er den en gang til.',
    order: (webOrderNo) => `Ordre ${webOrderNo}`,
    statusLabel: 'Status',
    whatChanged: (count) => (count === 1 ? 'Dette er ændret' : `Dette er ændret (${count})`),
    linesHeading: 'Din ordre lige nu',
    totalInclVat: (amount) => `Ordresum: ${amount} inkl. moms`,
    totalExclVat: (amount) => `Ordresum: ${amount} ekskl. moms`,
    columns: {
      product: 'Vare',
      ordered: 'Bestilt',
      deliveredNow: 'Leveret nu',
      deliveredBefore: 'Leveret før',
      toCome: 'Mangler',
      expected: 'Forventet',
    },
    complete: 'Komplet',
    dateUnknown: 'Dato ikke kendt',
    delayedShort: 'Forsinket, ny dato følger',
    productNo: (productNo) => `Varenr. ${productNo}`,
    shipments: (count) => (count === 1 ? 'Forsendelse' : `Forsendelser (${count})`),
    track: 'Følg pakken',
    showOnMyPage: 'Se ordren på Min side',
    optOutReason: (websiteName) => `Du får denne mail, fordi du har handlet hos ${websiteName}.`,
    optOutLink: 'Stop mails om ordrestatus',
    listOf: (items) => listFormat('da-DK').format(items),
  },
};
