import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertContact } from '../../../../main/engine/contacts/contact-store.ts';
import { all, get, run } from '../../../../main/engine/db/database.ts';
import { insertProduct } from '../../../../main/engine/products/product-store.ts';
import { type ImportCompany, openImportCompany } from '../../../support/import-company.ts';

let company: ImportCompany;
beforeEach(async () => {
  company = await openImportCompany();
});
afterEach(() => company.close());

const none = { new: 0, changed: 0, unchanged: 0, faulty: 0 };

test('products are made and changed by number; a second import of the file changes nothing', async () => {
  company.command((tx) => insertProduct(tx, { productNo: 'J-1', name: 'Old jacket', unitPriceMinor: 100 }));
  const text =
    'Varenr;Varenavn;Utpris;Mva;Lagervare;Forventet\nJ-1;Jacket;1 249,50;25;ja;\nT-2;Telt æøå;99,-;15 %;nei;14.12.2026\n';
  const first = await company.import('products', text);
  expect(first.preview.counts).toEqual({ ...none, new: 1, changed: 1 });
  expect(first.report.counts).toEqual({ ...none, new: 1, changed: 1 });
  expect(
    all(
      company.db,
      'SELECT product_no, name, unit_price_minor, vat_permille, is_stock_item, expected_delivery_date FROM product ORDER BY id',
    ),
  ).toEqual([
    {
      product_no: 'J-1',
      name: 'Jacket',
      unit_price_minor: 124_950,
      vat_permille: 250,
      is_stock_item: 1,
      expected_delivery_date: null,
    },
    {
      product_no: 'T-2',
      name: 'Telt æøå',
      unit_price_minor: 9_900,
      vat_permille: 150,
      is_stock_item: 0,
      expected_delivery_date: '2026-12-14',
    },
  ]);
  const rows = total();
  const second = await company.import('products', text);
  expect(second.report.counts).toEqual({ ...none, unchanged: 2 });
  expect(total()).toBe(rows);
});

function total(): number {
  const tables = [
    'product',
    'contact',
    'sales_order',
    'order_line',
    'purchase_order',
    'purchase_line',
    'product_stock',
    'log_entry',
    'ledger',
  ];
  return tables.reduce(
    (sum, table) => sum + (get<{ n: number }>(company.db, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0),
    0,
  );
}

test('a bar code leads to one product: one given twice, or another product’s, is a faulty row', async () => {
  company.command((tx) => insertProduct(tx, { productNo: 'J-1', name: 'Jacket', barCode: '7040000000011' }));
  const text =
    'Varenr;Varenavn;EAN\nJ-1;Jacket;7040000000011\nT-1;Telt;7040000000028\nT-2;Tau;7040000000028\nT-3;Tang;7040000000011\n';
  const file = await company.inspect(text, { kind: 'products' });
  expect((await company.preview(file, 'products')).counts).toEqual({ ...none, new: 1, unchanged: 1, faulty: 2 });
  await company.run(file, true);
  expect(all(company.db, 'SELECT product_no, bar_code FROM product ORDER BY id')).toEqual([
    { product_no: 'J-1', bar_code: '7040000000011' },
    { product_no: 'T-1', bar_code: '7040000000028' },
  ]);
});

test('prices of a currency without hundredths are taken whole', async () => {
  company.command((tx) => run(tx, "UPDATE company SET currency = 'JPY'", {}));
  await company.import('products', 'Product no,Name,Price\nA,Anorak,1250\n');
  expect(get(company.db, 'SELECT unit_price_minor FROM product')).toEqual({ unit_price_minor: 1250 });
});

test('freight and prices of an order are taken in its own currency, else in the company’s', async () => {
  const text =
    'Order no,Customer,Currency,Freight,Product,Qty,Price\n' +
    '1,Aiko,JPY,"1,500",Tent,1,"24,900"\n1,,,,Rope,2,800\n2,Kari,,99.50,Tent,1,249.50\n';
  await company.import('orders', text);
  const stored = () => [
    all(company.db, 'SELECT currency, freight_minor AS freight FROM sales_order ORDER BY id'),
    all(company.db, 'SELECT unit_price_minor AS price FROM order_line ORDER BY order_id, position'),
  ];
  const aiko = { currency: 'JPY', freight: 1_500 };
  expect(stored()).toEqual([
    [aiko, { currency: 'NOK', freight: 9_950 }],
    [{ price: 24_900 }, { price: 800 }, { price: 24_950 }],
  ]);
  company.command((tx) => run(tx, "UPDATE company SET currency = 'JPY'", {}));
  await company.import('orders', 'Order no,Customer,Freight,Product,Qty,Price\n3,Kenji,1200,Tent,1,24900.00\n');
  expect(stored().flat()).toMatchObject([{}, {}, { currency: 'JPY', freight: 1_200 }, {}, {}, {}, { price: 24_900 }]);
});

test('an empty cell leaves what stands', async () => {
  await company.import('products', 'Product no,Name,Price\nA,Anorak,12.50\n');
  const { report } = await company.import('products', 'Product no,Name,Price\nA,,\n');
  expect(report.counts).toEqual({ ...none, unchanged: 1 });
});

test('contacts are known by customer no., company no., e-mail, or name and postcode', async () => {
  company.command((tx, context) => {
    insertContact(tx, context, { name: 'Berg Sport AS', companyNo: '987654321' });
    insertContact(tx, context, { name: 'Kari', email: 'Kari@Customer.example' });
  });
  const text =
    'Kundenr;Navn;Orgnr;E-post;Postnr;Poststed;Språk;Ordrestatus på e-post\n' +
    '7;Berg Sport AS;987654321;post@berg.example;0150;Oslo;Norsk;ja\n' +
    ';Kari Nordmann;;kari@customer.example;5003;Bergen;;nei\n' +
    ';Nils Uten;;;0001;Oslo;;\n' +
    '8;Berg Sport avd. Bergen;987654321;;5003;Bergen;;\n';
  const { report } = await company.import('contacts', text);
  expect(report.counts).toEqual({ ...none, new: 2, changed: 2 });
  expect(
    all(company.db, 'SELECT customer_no, name, email, postcode, language, order_status_mails FROM contact ORDER BY id'),
  ).toEqual([
    {
      customer_no: '7',
      name: 'Berg Sport AS',
      email: 'post@berg.example',
      postcode: '0150',
      language: 'no',
      order_status_mails: 1,
    },
    {
      customer_no: '',
      name: 'Kari Nordmann',
      email: 'kari@customer.example',
      postcode: '5003',
      language: null,
      order_status_mails: 0,
    },
    { customer_no: '', name: 'Nils Uten', email: '', postcode: '0001', language: null, order_status_mails: 1 },
    {
      customer_no: '8',
      name: 'Berg Sport avd. Bergen',
      email: '',
      postcode: '5003',
      language: null,
      order_status_mails: 1,
    },
  ]);
  const before = total();
  expect((await company.import('contacts', text)).report.counts).toEqual({ ...none, unchanged: 4 });
  expect(total()).toBe(before);
});

test('stock is what was counted, per warehouse, and logged as Stock taking logs it', async () => {
  company.command((tx) => {
    insertProduct(tx, { productNo: 'A', name: 'Anorak' });
    insertProduct(tx, { productNo: 'B', name: 'Gift card', isStockItem: false });
    run(tx, `INSERT INTO warehouse(id, name) VALUES (2, 'Bergen')`);
  });
  const text = 'Varenr;Antall;Lager\nA;12,5;\nA;3;bergen\n';
  expect((await company.import('stock', text)).report.counts).toEqual({ ...none, new: 2 });
  expect(all(company.db, 'SELECT warehouse_id, quantity_milli FROM product_stock ORDER BY warehouse_id')).toEqual([
    { warehouse_id: 1, quantity_milli: 12_500 },
    { warehouse_id: 2, quantity_milli: 3_000 },
  ]);
  expect(all(company.db, `SELECT what FROM log_entry ORDER BY id`)).toEqual([
    { what: 'stock-counted' },
    { what: 'stock-counted' },
    { what: 'file-imported' },
  ]);
  expect((await company.import('stock', text)).report.counts).toEqual({ ...none, unchanged: 2 });
  const file = await company.inspect('Varenr;Antall;Lager\nB;1;\nX;1;\nA;1;Oslo\nA;-1;bergen\n', { kind: 'stock' });
  await company.preview(file, 'stock');
  expect(await faultsOf(file.importId)).toEqual([
    [2, 'productNo', 'not-a-stock-item'],
    [3, 'productNo', 'unknown-product'],
    [4, 'warehouse', 'unknown-warehouse'],
    [5, 'quantity', 'out-of-range'],
  ]);
});

async function faultsOf(importId: number) {
  const { listFaults } = await import('../../../../main/engine/import/staging-store.ts');
  const { rows } = company.staged({ importId } as never);
  return listFaults(rows, 0, 100).map(({ line, field, reason }) => [line, field, reason]);
}

const orders =
  'Ordrenr;Kundenr;Kundenavn;E-post;Ordredato;Leveringsdato;Frakt;Varenr;Beskrivelse;Antall;Pris;Merknad\n' +
  '501;7;Berg Sport AS;post@berg.example;03.03.2026;14.03.2026;99,00;A;;2;100,00;"Ring\r\nfør levering"\n' +
  '502;;Ny Kunde;ny@kunde.example;04.03.2026;;;UKJENT-9;;1,5;20,00;\n' +
  '501;;;;;;;B;Egen tekst;1;;\n';

test('orders get new numbers and keep the foreign one; an unknown product becomes text, an unknown customer is made', async () => {
  company.command((tx, context) => {
    insertProduct(tx, { productNo: 'A', name: 'Anorak', unitPriceMinor: 55_500 });
    insertProduct(tx, { productNo: 'B', name: 'Bag', unitPriceMinor: 33_300 });
    insertContact(tx, context, { name: 'Berg Sport AS', email: 'post@berg.example', city: 'Oslo' });
  });
  const { preview, report } = await company.import('orders', orders);
  expect(preview.counts).toEqual({ ...none, new: 2 });
  expect(report).toEqual({ counts: { ...none, new: 2 }, newContacts: 1 });
  expect(
    all(
      company.db,
      `SELECT order_no, external_no, status, customer_name, city, order_date, delivery_date, freight_minor, text, website_id
       FROM sales_order ORDER BY id`,
    ),
  ).toEqual([
    {
      order_no: 10_001,
      external_no: '501',
      status: 'order',
      customer_name: 'Berg Sport AS',
      city: 'Oslo',
      order_date: '2026-03-03',
      delivery_date: '2026-03-14',
      freight_minor: 9_900,
      text: 'Ring\nfør levering',
      website_id: null,
    },
    {
      order_no: 10_002,
      external_no: '502',
      status: 'order',
      customer_name: 'Ny Kunde',
      city: '',
      order_date: '2026-03-04',
      delivery_date: null,
      freight_minor: 0,
      text: '',
      website_id: null,
    },
  ]);
  expect(
    all(
      company.db,
      'SELECT product_id, product_no, description, ordered_milli, unit_price_minor FROM order_line ORDER BY order_id, position',
    ),
  ).toEqual([
    { product_id: 1, product_no: 'A', description: 'Anorak', ordered_milli: 2_000, unit_price_minor: 10_000 },
    { product_id: 2, product_no: 'B', description: 'Egen tekst', ordered_milli: 1_000, unit_price_minor: 33_300 },
    {
      product_id: null,
      product_no: 'UKJENT-9',
      description: 'UKJENT-9',
      ordered_milli: 1_500,
      unit_price_minor: 2_000,
    },
  ]);
  const before = total();
  const second = await company.import('orders', orders);
  expect(second.report).toEqual({ counts: { ...none, unchanged: 2 }, newContacts: 0 });
  expect(total()).toBe(before);
});

test('an imported webshop order has a ledger from its first sight and nothing to tell', async () => {
  const text =
    'Web order no,Website,Customer,E-mail,Product,Qty,Price\nW-1,shop,Kari,kari@customer.example,Tent,1,10.00\nW-2,,Lars,lars@customer.example,Tent,2,10.00\n';
  await company.import('orders', text, { websiteId: 1 });
  expect(
    all(company.db, 'SELECT website_id, web_order_no, ordering_email, language FROM sales_order ORDER BY id'),
  ).toEqual([
    { website_id: 1, web_order_no: 'W-1', ordering_email: 'kari@customer.example', language: 'en' },
    { website_id: 1, web_order_no: 'W-2', ordering_email: 'lars@customer.example', language: 'en' },
  ]);
  expect(all(company.db, 'SELECT order_id, version FROM ledger')).toHaveLength(2);
  expect(all(company.db, 'SELECT order_id FROM order_to_check')).toEqual([]);
  expect(all(company.db, 'SELECT id FROM mail')).toEqual([]);
  // Known by its web order no. also when Get Website Data brought it first
  const again = await company.import(
    'orders',
    `Order no,${text.replaceAll('\nW-', '\n9,W-')}`.replace('9,W-2', '8,W-2'),
    { websiteId: 1 },
  );
  expect(again.report.counts).toEqual({ ...none, unchanged: 2 });
});

test('purchase orders come transferred with lines and dates, or as drafts; an unknown product is a fault', async () => {
  company.command((tx) => insertProduct(tx, { productNo: 'T', name: 'Tent' }));
  const text =
    'Innkjøpsnr;Leverandør;Leveringsdato;Varenr;Antall;Linjens leveringsdato\n77;Telt & Tur AS;01.04.2026;T;10;\n77;;;T;5;15.04.2026\n';
  const { report } = await company.import('purchases', text);
  expect(report).toEqual({ counts: { ...none, new: 1 }, newContacts: 1 });
  expect(all(company.db, 'SELECT purchase_no, external_no, status, delivery_date FROM purchase_order')).toEqual([
    { purchase_no: 1001, external_no: '77', status: 'transferred', delivery_date: '2026-04-01' },
  ]);
  expect(all(company.db, 'SELECT ordered_milli, delivery_date FROM purchase_line ORDER BY position')).toEqual([
    { ordered_milli: 10_000, delivery_date: null },
    { ordered_milli: 5_000, delivery_date: '2026-04-15' },
  ]);
  expect(all(company.db, 'SELECT name, is_supplier FROM contact')).toEqual([{ name: 'Telt & Tur AS', is_supplier: 1 }]);
  await company.import('purchases', text.replaceAll('77', '78'), { purchasesAre: 'draft' });
  expect(all(company.db, `SELECT status FROM purchase_order WHERE external_no = '78'`)).toEqual([{ status: 'draft' }]);
  expect((await company.import('purchases', text)).report.counts).toEqual({ ...none, unchanged: 1 });
  const file = await company.inspect(text.replaceAll('77', '79').replace(';T;5', ';TT;5'), { kind: 'purchases' });
  const preview = await company.preview(file, 'purchases');
  expect(preview).toMatchObject({ counts: { ...none, faulty: 1 }, faultyRows: 2, faultCount: 1 });
  expect(await faultsOf(file.importId)).toEqual([[3, 'productNo', 'unknown-product']]);
});
