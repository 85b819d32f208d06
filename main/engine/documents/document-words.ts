import type { Language } from '../../../shared/language.ts';

/** Every word printed on documents, in one language. */
export type DocumentWords = {
  readonly deliveryNote: string;
  readonly pickingList: string;
  readonly invoice: string;
  readonly creditNote: string;
  readonly original: string;
  readonly copy: string;
  readonly noteNo: string;
  readonly invoiceNo: string;
  readonly creditNoteNo: string;
  readonly creditsInvoiceNo: string;
  readonly date: string;
  readonly dueDate: string;
  readonly orderNo: string;
  readonly webOrderNo: string;
  readonly orderDate: string;
  readonly deliveryDate: string;
  readonly shipment: string;
  readonly warehouse: string;
  readonly companyNo: string;
  readonly attention: (name: string) => string;
  readonly productNo: string;
  readonly product: string;
  readonly ordered: string;
  readonly deliveredBefore: string;
  readonly thisDelivery: string;
  readonly toCome: string;
  readonly expected: (date: string) => string;
  readonly restFollows: string;
  readonly restFollowsAs: (backOrderNo: string) => string;
  readonly picked: string;
  readonly inStock: string;
  readonly toPick: string;
  readonly pickedBy: string;
  readonly quantity: string;
  readonly price: string;
  readonly vat: string;
  readonly amount: (currency: string) => string;
  readonly goods: string;
  readonly freight: string;
  readonly net: string;
  readonly vatOf: (rate: string, base: string) => string;
  readonly toPay: string;
  readonly toYourCredit: string;
  readonly page: (page: number, pages: number) => string;
  readonly pieces: (milli: number) => string;
};

const english: DocumentWords = {
  deliveryNote: 'Delivery note',
  pickingList: 'Picking list',
  invoice: 'Invoice',
  creditNote: 'Credit note',
  original: 'Original',
  copy: 'Copy',
  noteNo: 'Delivery note no.',
  invoiceNo: 'Invoice no.',
  creditNoteNo: 'Credit note no.',
  creditsInvoiceNo: 'Credits invoice no.',
  date: 'Date',
  dueDate: 'Due date',
  orderNo: 'Order no.',
  webOrderNo: 'Web order no.',
  orderDate: 'Order date',
  deliveryDate: 'Delivery date',
  shipment: 'Shipping no.',
  warehouse: 'Warehouse',
  companyNo: 'Company no.',
  attention: (name) => `Att. ${name}`,
  productNo: 'Product no.',
  product: 'Product',
  ordered: 'Ordered',
  deliveredBefore: 'Delivered before',
  thisDelivery: 'This delivery',
  toCome: 'Still to come',
  expected: (date) => `expected ${date}`,
  restFollows: 'What is still to come follows in a later delivery.',
  restFollowsAs: (backOrderNo) => `What is still to come follows as back order ${backOrderNo}.`,
  picked: 'Picked',
  inStock: 'In stock',
  toPick: 'To pick',
  pickedBy: 'Picked by',
  quantity: 'Quantity',
  price: 'Price',
  vat: 'VAT',
  amount: (currency) => `Amount (${currency})`,
  goods: 'Goods',
  freight: 'Freight',
  net: 'Total without VAT',
  vatOf: (rate, base) => `VAT ${rate} of ${base}`,
  toPay: 'To pay',
  toYourCredit: 'To your credit',
  page: (page, pages) => `Page ${page} of ${pages}`,
  pieces: (milli) => (milli === 1000 ? 'pc' : 'pcs'),
};

const norwegian: DocumentWords = {
  deliveryNote: 'Pakkseddel',
  pickingList: 'Plukkliste',
  invoice: 'Faktura',
  creditNote: 'Kreditnota',
  original: 'Original',
  copy: 'Kopi',
  noteNo: 'Pakkseddel nr.',
  invoiceNo: 'Faktura nr.',
  creditNoteNo: 'Kreditnota nr.',
  creditsInvoiceNo: 'Krediterer faktura nr.',
  date: 'Dato',
  dueDate: 'Forfallsdato',
  orderNo: 'Ordre nr.',
  webOrderNo: 'Webordre nr.',
  orderDate: 'Ordredato',
  deliveryDate: 'Leveringsdato',
  shipment: 'Sendingsnr.',
  warehouse: 'Lager',
  companyNo: 'Org.nr.',
  attention: (name) => `Att. ${name}`,
  productNo: 'Varenr.',
  product: 'Vare',
  ordered: 'Bestilt',
  deliveredBefore: 'Levert før',
  thisDelivery: 'Denne levering',
  toCome: 'Gjenstår',
  expected: (date) => `forventet ${date}`,
  restFollows: 'Det som gjenstår, kommer i en senere levering.',
  restFollowsAs: (backOrderNo) => `Det som gjenstår, kommer som restordre ${backOrderNo}.`,
  picked: 'Plukket',
  inStock: 'På lager',
  toPick: 'Plukkes',
  pickedBy: 'Plukket av',
  quantity: 'Antall',
  price: 'Pris',
  vat: 'Mva.',
  amount: (currency) => `Beløp (${currency})`,
  goods: 'Varer',
  freight: 'Frakt',
  net: 'Sum uten mva.',
  vatOf: (rate, base) => `Mva. ${rate} av ${base}`,
  toPay: 'Å betale',
  toYourCredit: 'Til gode',
  page: (page, pages) => `Side ${page} av ${pages}`,
  pieces: () => 'stk.',
};

const words: Readonly<Record<Language, DocumentWords>> = { en: english, no: norwegian };

/** All words of documents in a language. */
export function documentWords(language: Language): DocumentWords {
  return words[language];
}
