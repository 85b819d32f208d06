import type { LanguageTexts } from './language-texts.ts';
import { listFormat } from './list-format.ts';

/**
 * Swedish. Participles stand as supine ("har levererats"), so that no sentence has to agree with the gender or number
 * of a product's name.
 */
export const swedish: LanguageTexts = {
  status: {
    quotation: 'Offert',
    'order-basis': 'Stående order',
    order: 'Under behandling',
    'batch-order': 'Under behandling (samlingsorder)',
    'back-order': 'Restorder',
    'invoice-not-delivered': 'Fakturerad, ännu inte levererad',
    invoice: 'Fakturerad',
    'unissued-credit-note': 'Kreditering förbereds',
    'credit-note': 'Krediterad',
    'lost-sale': 'Annullerad',
    cancelled: 'Annullerad',
  },
  pieces: () => 'st.',
  sentences: {
    status: (from, to) => (from === to ? `Orderstatus: ${to}.` : `Orderstatus: ${to} (tidigare: ${from}).`),
    credited: (creditNoteNo) => `Din order har krediterats (kreditfaktura nr ${creditNoteNo}).`,
    creditedInPart: (creditNoteNo) => `En del av din order har krediterats (kreditfaktura nr ${creditNoteNo}).`,
    backOrderMade: (backOrderNo) => `Resten kommer som restorder ${backOrderNo}.`,
    deliveryNotePrinted: 'Följesedeln till din order har skrivits ut.',
    picked: 'Din order har plockats på vårt lager.',
    shipmentNew: (now) => `Leveransnummer: ${now}.`,
    shipmentChanged: (before, now) => `Leveransnumret har ändrats från ${before} till ${now}.`,
    shipmentWithCarrier: (shippingNo, carrier) => `${shippingNo} (${carrier})`,
    allDelivered: ({ name, now, ordered, before, isOne }) =>
      `${name}: ${isOne ? `${now} av` : 'alla'} ${ordered} har levererats (tidigare: ${before}).`,
    partDelivered: ({ name, now, ordered, before, toCome }) =>
      `${name}: ${now} av ${ordered} har levererats (tidigare: ${before}), ${toCome} återstår.`,
    lastDelivered: ({ name, now, ordered, before }) =>
      `${name}: ${now} av ${ordered} har levererats (tidigare: ${before}), inget mer kommer på den här ordern.`,
    deliveredCorrected: ({ name, now, ordered, before, toCome }) =>
      `${name}: rättat till att ${now} av ${ordered} har levererats (tidigare: ${before}), ${toCome} återstår.`,
    nextDeliveryAll: ({ name, toCome, before, isOne }) =>
      `${name}: ${isOne ? '' : 'alla '}${toCome} kommer i nästa leverans (tidigare: ${before}).`,
    nextDeliveryPart: ({ name, now, toCome, before }) =>
      `${name}: ${now} av ${toCome} kommer i nästa leverans (tidigare: ${before}), resten senare.`,
    nextDeliveryNone: ({ name, toCome, before }) =>
      `${name}: kommer inte i nästa leverans (tidigare: ${before}), ${toCome} återstår.`,
    nothingMoreToCome: ({ name, before }) =>
      `${name}: inget mer kommer på den här ordern (tidigare att leverera: ${before}).`,
    nextDeliveryToo: (before, now) => `I nästa leverans: ${now} (tidigare: ${before}).`,
    lineRemoved: (name, before) =>
      `${name} har tagits bort från ordern${before === '' ? '' : ` (tidigare: ${before})`}.`,
    beforeDelivered: (quantity) => `levererat ${quantity}`,
    beforeToBeDelivered: (quantity) => `att leverera ${quantity}`,
    lineChanged: (name) => `${name} har ändrats.`,
    dateKnown: (name, now) => `${name}: förväntad leverans ${now} (inget datum var känt tidigare).`,
    dateLater: (name, before, now) => `Förväntad leverans av ${name} har skjutits upp från ${before} till ${now}.`,
    dateEarlier: (name, before, now) => `Förväntad leverans av ${name} har tidigarelagts från ${before} till ${now}.`,
    dateWithdrawn: (name, before) =>
      `${name}: förväntad leverans ${before} gäller inte längre, ett nytt datum är ännu inte känt.`,
    delayed: (name, before) =>
      before === null
        ? `Leveransen av ${name} är försenad, nytt datum kommer.`
        : `Leveransen av ${name} är försenad, nytt datum kommer (tidigare förväntad: ${before}).`,
    backInStock: (name) => `${name} finns nu i lager igen.`,
  },
  layout: {
    mayHaveReceivedAlready:
      'Det kan hända att du redan har fått den här nyheten. Vi är inte säkra på att vårt förra mejl kom fram, så här kommer det en gång till.',
    order: (webOrderNo) => `Order ${webOrderNo}`,
    statusLabel: 'Status',
    whatChanged: (count) => (count === 1 ? 'Det här har ändrats' : `Det här har ändrats (${count})`),
    linesHeading: 'Din order just nu',
    totalInclVat: (amount) => `Ordersumma: ${amount} inkl. moms`,
    totalExclVat: (amount) => `Ordersumma: ${amount} exkl. moms`,
    columns: {
      product: 'Artikel',
      ordered: 'Beställt',
      deliveredNow: 'Levererat nu',
      deliveredBefore: 'Levererat tidigare',
      toCome: 'Återstår',
      expected: 'Förväntas',
    },
    complete: 'Komplett',
    dateUnknown: 'Datum inte känt',
    delayedShort: 'Försenad, nytt datum kommer',
    productNo: (productNo) => `Art.nr ${productNo}`,
    shipments: (count) => (count === 1 ? 'Försändelse' : `Försändelser (${count})`),
    track: 'Spåra paketet',
    showOnMyPage: 'Visa ordern på Min sida',
    optOutReason: (websiteName) => `Du får det här mejlet eftersom du har handlat hos ${websiteName}.`,
    optOutLink: 'Avsluta mejl om orderstatus',
    listOf: (items) => listFormat('sv-SE').format(items),
  },
};
