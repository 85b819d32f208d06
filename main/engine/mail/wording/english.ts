import type { LanguageTexts } from './language-texts.ts';
import { listFormat } from './list-format.ts';

/** English. */
export const english: LanguageTexts = {
  status: {
    quotation: 'Quotation',
    'order-basis': 'Standing order',
    order: 'In progress',
    'batch-order': 'In progress (combined order)',
    'back-order': 'Back order',
    'invoice-not-delivered': 'Invoiced, not yet delivered',
    invoice: 'Invoiced',
    'unissued-credit-note': 'Credit in preparation',
    'credit-note': 'Credited',
    'lost-sale': 'Cancelled',
    cancelled: 'Cancelled',
  },
  pieces: (milli) => (milli === 1000 ? 'pc' : 'pcs'),
  sentences: {
    status: (from, to) => (from === to ? `Order status: ${to}.` : `Order status: ${to} (before: ${from}).`),
    credited: (creditNoteNo) => `Your order has been credited (credit note no. ${creditNoteNo}).`,
    creditedInPart: (creditNoteNo) => `Part of your order has been credited (credit note no. ${creditNoteNo}).`,
    backOrderMade: (backOrderNo) => `The rest follows as back order ${backOrderNo}.`,
    deliveryNotePrinted: 'The delivery note of your order has been printed.',
    picked: 'Your order has been picked in our warehouse.',
    shipmentNew: (now) => `Shipping number: ${now}.`,
    shipmentChanged: (before, now) => `Shipping number changed from ${before} to ${now}.`,
    shipmentWithCarrier: (shippingNo, carrier) => `${shippingNo} (${carrier})`,
    allDelivered: ({ name, now, ordered, before, isOne }) =>
      `${name}: ${isOne ? `${now} of` : 'all'} ${ordered} delivered (before: ${before}).`,
    partDelivered: ({ name, now, ordered, before, toCome }) =>
      `${name}: ${now} of ${ordered} delivered (before: ${before}), ${toCome} still to come.`,
    lastDelivered: ({ name, now, ordered, before }) =>
      `${name}: ${now} of ${ordered} delivered (before: ${before}), nothing more to come on this order.`,
    deliveredCorrected: ({ name, now, ordered, before, toCome }) =>
      `${name}: corrected to ${now} of ${ordered} delivered (before: ${before}), ${toCome} still to come.`,
    nextDeliveryAll: ({ name, toCome, before, isOne }) =>
      `${name}: ${isOne ? '' : 'all '}${toCome} in the next delivery (before: ${before}).`,
    nextDeliveryPart: ({ name, now, toCome, before }) =>
      `${name}: ${now} of ${toCome} in the next delivery (before: ${before}), the rest later.`,
    nextDeliveryNone: ({ name, toCome, before }) =>
      `${name}: not in the next delivery (before: ${before}), ${toCome} still to come.`,
    nothingMoreToCome: ({ name, before }) =>
      `${name}: nothing more to come on this order (to be delivered before: ${before}).`,
    nextDeliveryToo: (before, now) => `In the next delivery: ${now} (before: ${before}).`,
    lineRemoved: (name, before) => `${name} was taken off the order${before === '' ? '' : ` (before: ${before})`}.`,
    beforeDelivered: (quantity) => `${quantity} delivered`,
    beforeToBeDelivered: (quantity) => `${quantity} to be delivered`,
    lineChanged: (name) => `${name} was changed.`,
    dateKnown: (name, now) => `${name}: expected delivery ${now} (no date was known before).`,
    dateLater: (name, before, now) => `Expected delivery of ${name} moved from ${before} to ${now}.`,
    dateEarlier: (name, before, now) => `Expected delivery of ${name} brought forward from ${before} to ${now}.`,
    dateWithdrawn: (name, before) =>
      `${name}: expected delivery ${before} no longer holds, a new date is not known yet.`,
    delayed: (name, before) =>
      before === null
        ? `${name} is delayed, new date to follow.`
        : `${name} is delayed, new date to follow (expected before: ${before}).`,
    backInStock: (name) => `${name} is now back in stock.`,
  },
  layout: {
    mayHaveReceivedAlready:
      'You may already have received this news. We are not certain that our last e-mail reached you, so here it is once more.',
    order: (webOrderNo) => `Order ${webOrderNo}`,
    statusLabel: 'Status',
    whatChanged: (count) => (count === 1 ? 'What changed' : `What changed (${count})`),
    linesHeading: 'Your order now',
    totalInclVat: (amount) => `Order total: ${amount} incl. VAT`,
    totalExclVat: (amount) => `Order total: ${amount} excl. VAT`,
    columns: {
      product: 'Product',
      ordered: 'Ordered',
      deliveredNow: 'Delivered now',
      deliveredBefore: 'Delivered before',
      toCome: 'Still to come',
      expected: 'Expected',
    },
    complete: 'Complete',
    dateUnknown: 'Date not known',
    delayedShort: 'Delayed, new date to follow',
    productNo: (productNo) => `No. ${productNo}`,
    shipments: (count) => (count === 1 ? 'Shipment' : `Shipments (${count})`),
    track: 'Track the parcel',
    showOnMyPage: 'See the order on My page',
    optOutReason: (websiteName) => `You get this e-mail because you ordered from ${websiteName}.`,
    optOutLink: 'Stop e-mails about order status',
    listOf: (items) => listFormat('en-GB').format(items),
  },
};
