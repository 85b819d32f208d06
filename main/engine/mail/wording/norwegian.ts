import type { LanguageTexts } from './language-texts.ts';
import { listFormat } from './list-format.ts';

/** Norwegian, bokmål. */
export const norwegian: LanguageTexts = {
  status: {
    quotation: 'Tilbud',
    'order-basis': 'Fast bestilling',
    order: 'Under behandling',
    'batch-order': 'Under behandling (samleordre)',
    'back-order': 'Restordre',
    'invoice-not-delivered': 'Fakturert, ikke levert ennå',
    invoice: 'Fakturert',
    'unissued-credit-note': 'Kreditering forberedes',
    'credit-note': 'Kreditert',
    'lost-sale': 'Kansellert',
    cancelled: 'Kansellert',
  },
  pieces: () => 'stk.',
  sentences: {
    status: (from, to) => (from === to ? `Ordrestatus: ${to}.` : `Ordrestatus: ${to} (før: ${from}).`),
    credited: (creditNoteNo) => `Ordren din er kreditert (kreditnota nr. ${creditNoteNo}).`,
    creditedInPart: (creditNoteNo) => `En del av ordren din er kreditert (kreditnota nr. ${creditNoteNo}).`,
    backOrderMade: (backOrderNo) => `Resten kommer som restordre ${backOrderNo}.`,
    deliveryNotePrinted: 'Pakkseddelen til ordren din er skrevet ut.',
    picked: 'Ordren din er plukket på lageret vårt.',
    shipmentNew: (now) => `Sendingsnummer: ${now}.`,
    shipmentChanged: (before, now) => `Sendingsnummeret er endret fra ${before} til ${now}.`,
    shipmentWithCarrier: (shippingNo, carrier) => `${shippingNo} (${carrier})`,
    allDelivered: ({ name, now, ordered, before, isOne }) =>
      `${name}: ${isOne ? `${now} av` : 'alle'} ${ordered} er levert (før: ${before}).`,
    partDelivered: ({ name, now, ordered, before, toCome }) =>
      `${name}: ${now} av ${ordered} er levert (før: ${before}), ${toCome} gjenstår.`,
    lastDelivered: ({ name, now, ordered, before }) =>
      `${name}: ${now} av ${ordered} er levert (før: ${before}), det kommer ikke mer på denne ordren.`,
    deliveredCorrected: ({ name, now, ordered, before, toCome }) =>
      `${name}: rettet til ${now} av ${ordered} levert (før: ${before}), ${toCome} gjenstår.`,
    nextDeliveryAll: ({ name, toCome, before, isOne }) =>
      `${name}: ${isOne ? '' : 'alle '}${toCome} kommer i neste levering (før: ${before}).`,
    nextDeliveryPart: ({ name, now, toCome, before }) =>
      `${name}: ${now} av ${toCome} kommer i neste levering (før: ${before}), resten senere.`,
    nextDeliveryNone: ({ name, toCome, before }) =>
      `${name}: kommer ikke i neste levering (før: ${before}), ${toCome} gjenstår.`,
    nothingMoreToCome: ({ name, before }) =>
      `${name}: det kommer ikke mer på denne ordren (skulle leveres før: ${before}).`,
    nextDeliveryToo: (before, now) => `I neste levering: ${now} (før: ${before}).`,
    lineRemoved: (name, before) => `${name} er tatt ut av ordren${before === '' ? '' : ` (før: ${before})`}.`,
    beforeDelivered: (quantity) => `${quantity} levert`,
    beforeToBeDelivered: (quantity) => `${quantity} til levering`,
    lineChanged: (name) => `${name} er endret.`,
    dateKnown: (name, now) => `${name}: forventet levering ${now} (ingen dato var kjent før).`,
    dateLater: (name, before, now) => `Forventet levering av ${name} er flyttet fra ${before} til ${now}.`,
    dateEarlier: (name, before, now) => `Forventet levering av ${name} er fremskyndet fra ${before} til ${now}.`,
    dateWithdrawn: (name, before) =>
      `${name}: forventet levering ${before} gjelder ikke lenger, ny dato er ikke kjent ennå.`,
    delayed: (name, before) =>
      before === null
        ? `${name} er forsinket, ny dato kommer.`
        : `${name} er forsinket, ny dato kommer (forventet før: ${before}).`,
    backInStock: (name) => `${name} er tilbake på lager.`,
  },
  layout: {
    mayHaveReceivedAlready:
      'Det kan hende du allerede har fått dette. Vi er ikke sikre på at den forrige e-posten kom frem, så her er den en gang til.',
    order: (webOrderNo) => `Ordre ${webOrderNo}`,
    statusLabel: 'Status',
    whatChanged: (count) => (count === 1 ? 'Dette er endret' : `Dette er endret (${count})`),
    linesHeading: 'Ordren din nå',
    totalInclVat: (amount) => `Ordresum: ${amount} inkl. mva.`,
    totalExclVat: (amount) => `Ordresum: ${amount} ekskl. mva.`,
    columns: {
      product: 'Vare',
      ordered: 'Bestilt',
      deliveredNow: 'Levert nå',
      deliveredBefore: 'Levert før',
      toCome: 'Gjenstår',
      expected: 'Forventet',
    },
    complete: 'Komplett',
    dateUnknown: 'Dato ikke kjent',
    delayedShort: 'Forsinket, ny dato kommer',
    productNo: (productNo) => `Nr. ${productNo}`,
    shipments: (count) => (count === 1 ? 'Sending' : `Sendinger (${count})`),
    track: 'Spor pakken',
    showOnMyPage: 'Se ordren på Min side',
    optOutReason: (websiteName) => `Du får denne e-posten fordi du har handlet hos ${websiteName}.`,
    optOutLink: 'Stopp e-poster om ordrestatus',
    listOf: (items) => listFormat('nb-NO').format(items),
  },
};
