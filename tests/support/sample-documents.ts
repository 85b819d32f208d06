import type {
  DeliveryNoteModel,
  DocumentHead,
  InvoiceModel,
  PickingListModel,
  PurchaseOrderModel,
} from '../../main/engine/documents/document-models.ts';
import { invoiceTotals, lineAmount } from '../../main/engine/documents/invoice-totals.ts';
import type { Language } from '../../shared/language.ts';

const names = [
  'Rain jacket L',
  'Climbing rope 9.5 mm, dry treated',
  'Camping stove with wind shield and piezo lighter',
  'Blåbærsyltetøy „Ärger & Größe“ 250 g, €-pris',
];
const longName = `Expedition tent ${'for four people with two entrances and a vestibule '.repeat(5)}`;

function head(language: Language, orderNo: number): DocumentHead {
  return {
    language,
    createdAt: '2026-03-03T10:12:00.000Z',
    company: {
      name: 'Fjell & Fjord AS',
      addressLine1: 'Storgata 14',
      addressLine2: '',
      postcode: '6413',
      city: 'Molde',
      country: 'Norway',
      companyNo: 'NO 912 345 678 MVA',
      email: 'post@fjellogfjord.example',
      phone: '+47 71 00 00 00',
    },
    recipient: {
      name: 'Kari Nordmann',
      contactPerson: '',
      addressLine1: 'Ærfuglveien 3 B',
      addressLine2: '',
      postcode: '9845',
      city: 'Tana',
      country: 'Norway',
    },
    orderNo,
    webOrderNo: 'W-8841',
    orderDate: '2026-02-27',
    text: '',
  };
}

/** A delivery note of so many lines; some in part, one with a very long name. */
export function sampleDeliveryNote(language: Language, lineCount: number): DeliveryNoteModel {
  return {
    ...head(language, 10432),
    noteNo: '10432-2',
    isOriginal: true,
    noteDate: '2026-03-03',
    shipments: [{ carrier: 'Posten', shippingNo: '70123456789' }],
    text: lineCount > 1 ? 'Leave the parcel behind the red door.\nThe dog is friendly.' : '',
    lines: Array.from({ length: lineCount }, (_, index) => ({
      productNo: String(1001 + index),
      description: index === 5 ? longName : (names[index % names.length] ?? ''),
      unit: index % 4 === 1 ? 'm' : 'pcs',
      orderedMilli: (index + 1) * 1000,
      deliveredNowMilli: index % 4 === 1 ? 500 : (index + 1) * 1000,
      deliveredBeforeMilli: 0,
      toComeMilli: index % 4 === 1 ? (index + 1) * 1000 - 500 : 0,
      expectedDate: index % 4 === 1 ? '2026-12-14' : null,
    })),
  };
}

export function samplePickingList(language: Language, lineCount: number): PickingListModel {
  return {
    ...head(language, 10432),
    printedDate: '2026-03-03',
    deliveryDate: '2026-03-05',
    warehouseName: 'Main',
    lines: Array.from({ length: lineCount }, (_, index) => ({
      productNo: String(1001 + index),
      description: index === 5 ? longName : (names[index % names.length] ?? ''),
      unit: index % 4 === 1 ? 'm' : 'pcs',
      toPickMilli: (index + 1) * 1000,
      stockMilli: index % 5 === 4 ? null : 12_000 - index * 1000,
    })),
  };
}

export function sampleInvoice(language: Language, lineCount: number): InvoiceModel {
  const lines = Array.from({ length: lineCount }, (_, index) => {
    const quantityMilli = index % 4 === 1 ? 2500 : (index + 1) * 1000;
    const unitPriceMinor = index === 2 ? 123_456_789 : 19_900 + index * 1250;
    return {
      productNo: String(1001 + index),
      description: index === 5 ? longName : (names[index % names.length] ?? ''),
      unit: index % 4 === 1 ? 'm' : 'pcs',
      quantityMilli,
      unitPriceMinor,
      vatPermille: index % 4 === 3 ? 150 : 250,
      amountMinor: lineAmount(quantityMilli, unitPriceMinor),
      toComeMilli: index % 4 === 1 ? 7500 : 0,
    };
  });
  const freightMinor = 9900;
  return {
    ...head(language, 10432),
    kind: 'invoice',
    isOriginal: true,
    invoiceNo: 50012,
    invoiceDate: '2026-03-03',
    dueDate: '2026-03-17',
    creditedInvoiceNo: null,
    backOrderNo: lineCount > 1 ? 'W-8841 / rest 1' : null,
    currency: 'NOK',
    lines,
    freightMinor,
    totals: invoiceTotals([...lines, { amountMinor: freightMinor, vatPermille: 250 }]),
  };
}

/** A purchase order of so many lines; every other has a date of its own. */
export function samplePurchaseOrder(language: Language, lineCount: number): PurchaseOrderModel {
  const { createdAt, company, recipient } = head(language, 0);
  return {
    language,
    createdAt,
    company,
    recipient: { ...recipient, name: 'Nordic Tents AB', contactPerson: 'Åsa Öberg' },
    deliverTo: { ...company, contactPerson: '' },
    purchaseNo: 2041,
    orderDate: '2026-02-27',
    deliveryDate: '2026-03-20',
    lines: Array.from({ length: lineCount }, (_, index) => ({
      productNo: String(1001 + index),
      description: index === 5 ? longName : (names[index % names.length] ?? ''),
      unit: index % 4 === 1 ? 'm' : 'pcs',
      orderedMilli: index % 4 === 1 ? 2500 : (index + 1) * 1000,
      deliveryDate: index % 2 === 1 ? '2026-12-14' : '2026-03-20',
    })),
  };
}
