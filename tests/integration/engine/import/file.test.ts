import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { all, get } from '../../../../main/engine/db/database.ts';
import { csvLine } from '../../../../main/engine/import/fault-words.ts';
import { inspectFile } from '../../../../main/engine/import/inspect-service.ts';
import { saveFaults } from '../../../../main/engine/import/save-faults-client.ts';
import { listFaults } from '../../../../main/engine/import/staging-store.ts';
import { AppError } from '../../../../shared/errors.ts';
import { faultReasons, type ImportKind, type InspectedFile } from '../../../../shared/import.ts';
import { type ImportCompany, openImportCompany } from '../../../support/import-company.ts';
import { runs } from '../../../support/runs.ts';

let company: ImportCompany;
beforeEach(async () => {
  company = await openImportCompany();
});
afterEach(() => company.close());

async function faultsIn(kind: ImportKind, text: string): Promise<readonly unknown[]> {
  const file = await company.inspect(text, { kind });
  await company.preview(file, kind);
  return faultsOf(file);
}

function faultsOf(file: InspectedFile): readonly unknown[] {
  return listFaults(company.staged(file).rows, 0, 100).map(({ line, field, reason, value, otherLine }) =>
    [line, field, reason, value, otherLine].filter((part) => part !== null && part !== ''),
  );
}

test('every encoding and separator gives the same products', async () => {
  const rows = [
    ['Produktnr', 'Navn', 'Enhet'],
    ['A;1', 'Blåbær, "ville" | frosne', 'kg'],
    ['B', 'To\tord\r\npå øya', 'stk'],
  ];
  for (const separator of [';', ',', '\t', '|']) {
    const text = rows.map((row) => csvLine(row, separator)).join('');
    const encodings = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
      Buffer.from(text, 'latin1'),
    ];
    for (const bytes of encodings) {
      const file = await company.inspect(bytes, { kind: 'products' });
      expect(file).toMatchObject({ separator, rowCount: 2 });
      await company.preview(file, 'products');
      await company.run(file);
      expect(all(company.db, 'SELECT product_no, name, unit FROM product ORDER BY id')).toEqual([
        { product_no: 'A;1', name: 'Blåbær, "ville" | frosne', unit: 'kg' },
        { product_no: 'B', name: 'To ord på øya', unit: 'stk' },
      ]);
      company.command((tx) => tx.exec('DELETE FROM product'));
    }
  }
});

test('what was written to CSV comes back the same', async () => {
  const word = fc.stringMatching(/^[a-zæøå"',;|.\-\n]{0,12}$/).map((text) => `x${text}x`);
  const products = fc.uniqueArray(
    fc.record({
      no: word.map((text) => text.replaceAll('\n', '')),
      name: word,
      minor: fc.integer({ min: 0, max: 9_999_999 }),
    }),
    { selector: ({ no }) => no, minLength: 1, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(products, fc.constantFrom(';', ',', '\t', '|'), async (rows, separator) => {
      company.command((tx) => tx.exec('DELETE FROM product'));
      const written = rows.map(({ no, name, minor }) => [
        no,
        name,
        `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`,
      ]);
      const text = [['Varenr', 'Varenavn', 'Pris'], ...written].map((row) => csvLine(row, separator)).join('');
      await company.import('products', text);
      expect(
        all(company.db, 'SELECT product_no AS no, name, unit_price_minor AS minor FROM product ORDER BY id'),
      ).toEqual(rows.map(({ name, ...row }) => ({ ...row, name: name.replaceAll(/\n+/g, ' ') })));
    }),
    { numRuns: runs(25) },
  );
});

test('faults name the line of the file, past quoted line breaks and empty lines', async () => {
  const text =
    'Varenr;Navn;Pris\r\nA;"To\r\nlinjer";1,00\r\n\r\nB;Bag;fri\r\n;;\r\nC;Cap\r\nD;Dag;1,00;x\r\nA;Igjen;1,00\r\n;Uten;1,00\r\nE;;2,00\r\nF;Fell;-1,00\r\n';
  expect(await faultsIn('products', text)).toEqual([
    [5, 'unitPrice', 'not-a-number', 'fri'],
    [7, 'too-few-cells', '2'],
    [8, 'too-many-cells', '4'],
    [9, 'productNo', 'same-as-line', 2],
    [10, 'productNo', 'missing'],
    [11, 'name', 'missing'],
    [12, 'unitPrice', 'out-of-range', '-1'],
  ]);
});

test('who is in a file twice is said, in whatever order the rows stand', async () => {
  const header = 'Kundenr;Navn;E-post;Postnr\n';
  expect(await faultsIn('contacts', `${header}1;A;a@x.example;\n;B;a@x.example;\n`)).toEqual([
    [3, 'email', 'same-as-line', 2],
  ]);
  expect(await faultsIn('contacts', `${header};B;a@x.example;\n1;A;a@x.example;\n`)).toEqual([
    [3, 'customerNo', 'same-as-line', 2],
  ]);
  expect(await faultsIn('contacts', `${header}1;A;a@x.example;\n2;B;a@x.example;\n;C;;1\n;c;;2\n`)).toEqual([]);
  const byName = [`;D;d@x.example;1\n`, `;D;;1\n`];
  expect(await faultsIn('contacts', `${header}${byName.join('')}`)).toEqual([[3, 'name', 'same-as-line', 2]]);
  expect(await faultsIn('contacts', `${header}${byName.toReversed().join('')}`)).toEqual([
    [3, 'email', 'same-as-line', 2],
  ]);
  expect(await faultsIn('contacts', `${header};C;;1\n;c;;1\n`)).toEqual([[3, 'name', 'same-as-line', 2]]);
});

test('a cell with nothing that can be seen is an empty one: no contact without a name, no order without a number', async () => {
  expect(await faultsIn('contacts', 'Navn;E-post\n\u0001;kari@customer.example\n')).toEqual([[2, 'name', 'missing']]);
  expect(await faultsIn('orders', 'Ordrenr;Kunde;Varenr;Antall\n\u200b;Kari;A;1\n')).toEqual([
    [2, 'orderNo', 'missing'],
  ]);
});

test('two rows that lead to one contact of the register: the second is a customer of its own, or said, and never undoes the first', async () => {
  await company.import('contacts', 'Kundenr;Navn;E-post\n;Kari;kari@customer.example\n7;Ola;ola@customer.example\n');
  const rows =
    'Kundenr;Navn;E-post;Telefon\n1;Kari;kari@customer.example;\n2;Lars;kari@customer.example;\n7;;;1234\n;Ola;ola@customer.example;5678\n';
  const file = await company.inspect(rows, { kind: 'contacts' });
  const preview = await company.preview(file, 'contacts');
  expect(preview.counts).toEqual({ new: 1, changed: 2, unchanged: 0, faulty: 1 });
  expect(faultsOf(file)).toEqual([[5, 'email', 'same-as-line', 4]]);
  expect((await company.run(file, true)).counts).toEqual(preview.counts);
  expect(all(company.db, 'SELECT customer_no AS no, name, phone FROM contact ORDER BY id')).toEqual([
    { no: '1', name: 'Kari', phone: '' },
    { no: '7', name: 'Ola', phone: '1234' },
    { no: '2', name: 'Lars', phone: '' },
  ]);
});

test('two orders that the register would know by the same number: the second is said, not passed over', async () => {
  const rows = 'Ordrenr;Nettordrenr;Kunde;Varenr;Antall\n1;W-1;Kari;A;1\n2;W-1;Lars;A;1\n;W-1;Per;A;1\n';
  const file = await company.inspect(rows, { kind: 'orders' });
  const inShop = await company.preview(file, 'orders', { websiteId: 1 });
  expect(inShop.counts).toEqual({ new: 1, changed: 0, unchanged: 0, faulty: 2 });
  expect(faultsOf(file)).toEqual([
    [3, 'webOrderNo', 'same-as-line', 2],
    [4, 'webOrderNo', 'same-as-line', 2],
  ]);
  expect((await company.run(file, true)).counts).toEqual(inShop.counts);
  const ordinary = await company.inspect('Ordrenr;Nettordrenr;Kunde;Varenr;Antall\n9;;Kari;A;1\n;9;Lars;A;1\n', {
    kind: 'orders',
  });
  await company.preview(ordinary, 'orders');
  expect(faultsOf(ordinary)).toEqual([[3, 'webOrderNo', 'same-as-line', 2]]);
});

test('an order with one faulty row is left whole, and saved whole with the reason', async () => {
  const text = 'Ordrenr;Kunde;Varenr;Antall\n1;Kari;A;1\n1;Lars;B;x\n2;Nils;A;1\n3;;A;1\n;Per;A;1\n';
  const file = await company.inspect(text, { kind: 'orders' });
  const preview = await company.preview(file, 'orders');
  expect(preview).toMatchObject({ counts: { new: 1, changed: 0, unchanged: 0, faulty: 3 }, faultyRows: 4 });
  expect(faultsOf(file)).toEqual([
    [3, 'quantity', 'not-a-number', 'x'],
    [3, 'name', 'differs-from-line', 'Lars', 2],
    [5, 'customer-missing'],
    [6, 'orderNo', 'missing'],
  ]);
  await expect(company.run(file)).rejects.toThrow(expect.objectContaining({ code: 'import-has-faults' }));
  expect(get(company.db, 'SELECT count(*) AS n FROM sales_order')).toEqual({ n: 0 });
  const path = join(company.folder, 'faulty.csv');
  const reasons = Object.fromEntries(faultReasons.map((reason) => [reason, `${reason} {{line}}`])) as Record<
    (typeof faultReasons)[number],
    string
  >;
  await saveFaults(company.staged(file), {
    importId: file.importId,
    path,
    reasonHeader: 'Reason',
    reasons,
    fieldNames: { quantity: 'Qty' },
  });
  expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
    '\ufeffOrdrenr;Kunde;Varenr;Antall;Reason',
    '1;Kari;A;1;order-has-fault ',
    '1;Lars;B;x;Qty: not-a-number  name: differs-from-line 2',
    '3;;A;1;customer-missing ',
    ';Per;A;1;orderNo: missing ',
    '',
  ]);
  expect((await company.run(file, true)).counts).toEqual({ new: 1, changed: 0, unchanged: 0, faulty: 3 });
  expect(all(company.db, 'SELECT external_no FROM sales_order')).toEqual([{ external_no: '2' }]);
});

test('a column without a name, a file without names, and an empty file are read as they are', async () => {
  expect(await company.inspect('1;Kari\n2;Lars\n', { kind: 'contacts', hasHeader: false })).toMatchObject({
    rowCount: 2,
    columns: [
      { header: '', field: null, samples: ['1', '2'] },
      { header: '', field: null },
    ],
  });
  expect(await company.inspect('', { kind: 'contacts' })).toMatchObject({ rowCount: 0, columns: [] });
});

test.each([
  ['import-file-no-text', Buffer.from('PK\u0003\u0004')],
  ['import-quote-not-closed', 'a;b\n1;"never closed\n2;3\n'],
])('%s is said of what cannot be read', async (code, bytes) => {
  await expect(company.inspect(bytes, { kind: 'products' })).rejects.toThrow(expect.objectContaining({ code }));
});

test('a file that is not there is said', async () => {
  const events = inspectFile({}, { path: join(company.folder, 'gone.csv'), kind: 'products' });
  await expect(events.next()).rejects.toThrow(AppError);
});
