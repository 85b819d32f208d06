import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultText } from '../../../../main/engine/import/fault-words.ts';
import { EncodingFinder, isNoText } from '../../../../main/engine/import/find-encoding.ts';
import { findSeparator, readSeparatorLine } from '../../../../main/engine/import/find-separator.ts';
import { matchHeaders } from '../../../../main/engine/import/match-headers.ts';
import { readCell } from '../../../../main/engine/import/read-cell.ts';
import { dateEvidence, readDate } from '../../../../main/engine/import/read-date.ts';
import { decimalEvidence, readNumber } from '../../../../main/engine/import/read-number.ts';

function encodingOf(...chunks: readonly Uint8Array[]): string {
  const finder = new EncodingFinder();
  for (const chunk of chunks) finder.add(chunk);
  return finder.found();
}

const text = 'Varenr;Navn\r\n1;Blåbær på øya\r\n';
const utf16be = Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-16 little endian with its mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 little endian', Buffer.from(text, 'utf16le'), 'utf-16le'],
  ['UTF-16 big endian with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), 'utf-16be'],
  ['UTF-16 big endian', utf16be, 'utf-16be'],
  ['ISO-8859-1', Buffer.from(text, 'latin1'), 'windows-1252'],
  ['Windows-1252 with a euro sign', Buffer.from([0x80, 0x20, 0x31]), 'windows-1252'],
  ['plain ASCII', Buffer.from('a;b\n1;2\n'), 'utf-8'],
  ['nothing', new Uint8Array(), 'utf-8'],
])('the encoding is found: %s', (_name, bytes, encoding) => {
  expect(encodingOf(bytes)).toBe(encoding);
});

test('a character that is cut in two by reading is no fault of UTF-8, one that is cut by the end is', () => {
  const bytes = Buffer.from('aå');
  expect(encodingOf(bytes.subarray(0, 2), bytes.subarray(2))).toBe('utf-8');
  expect(encodingOf(bytes.subarray(0, 2))).toBe('windows-1252');
});

test('a workbook is told from text', () => {
  expect(isNoText(Buffer.from('PK\u0003\u0004 rest'))).toBe(true);
  expect(isNoText(Buffer.from('Name;Price'))).toBe(false);
});

test.each([
  ['a;b;c\n1,5;2,5;3\n', ';'],
  ['a,b,c\n1.5,"x;y;z",3\n', ','],
  ['a\tb\n1,2\t3,4\n', '\t'],
  ['a|b\n1|2;3\n', '|'],
  ['a;b\n"line\nbreak, with comma";2\n', ';'],
  ['only one column\nmore\n', ';'],
])('the separator of %j is found', (file, separator) => {
  expect(findSeparator(file)).toBe(separator);
});

test('a first line may name the separator', () => {
  expect(readSeparatorLine('sep=|\r\na|b')).toEqual({ separator: '|', length: 7 });
  expect(readSeparatorLine('a|b')).toBeNull();
});

test.each([
  [
    'products',
    ['Produktnr', 'PRODUKTNAVN', 'Utpris eks. mva', 'Mva %', 'Lagervare', '?'],
    ['productNo', 'name', 'unitPrice', 'vatPercent', 'isStockItem', null],
  ],
  [
    'contacts',
    ['Kundenr.', 'Navn', 'Org.nr', 'E-post', 'Postnr', 'Poststed'],
    ['customerNo', 'name', 'companyNo', 'email', 'postcode', 'city'],
  ],
  ['stock', ['Varenr', 'Antall', 'Lager'], ['productNo', 'quantity', 'warehouse']],
  ['stock', ['SKU', 'In stock', 'Warehouse'], ['productNo', 'quantity', 'warehouse']],
  [
    'orders',
    ['Order no.', 'Customer', 'Product no', 'Product name', 'Qty', 'Order date'],
    ['orderNo', 'name', 'productNo', 'description', 'quantity', 'orderDate'],
  ],
  ['purchases', ['Innkjøpsnr', 'Leverandør', 'Varenr', 'Antall'], ['orderNo', 'name', 'productNo', 'quantity']],
  ['products', ['Price', 'Price'], ['unitPrice', null]],
] as const)('names of columns are known in %s', (kind, headers, fields) => {
  expect(matchHeaders(kind, headers)).toEqual(fields);
});

describe('dates', () => {
  test.each([
    ['2026-03-04', 'month-first', '2026-03-04'],
    ['20260304', 'day-first', '2026-03-04'],
    ['2026-03-04T10:11:12Z', 'day-first', '2026-03-04'],
    ['04.03.2026', 'month-first', '2026-03-04'],
    ['4.3.26', 'day-first', '2026-03-04'],
    ['04.03.2026 00:00:00', 'day-first', '2026-03-04'],
    ['04/03/2026', 'day-first', '2026-03-04'],
    ['04/03/2026', 'month-first', '2026-04-03'],
    ['13/03/2026', 'month-first', null],
    ['31.02.2026', 'day-first', null],
    ['soon', 'day-first', null],
  ] as const)('%s read %s is %s', (cell, order, day) => {
    expect(readDate(cell, order)).toBe(day);
  });

  test.each([
    ['13/03/2026', 'day-first'],
    ['03/13/2026', 'month-first'],
    ['04/03/2026', 'either'],
    ['04/04/2026', null],
    ['04.03.2026', null],
    ['Oslo', null],
  ])('%s shows %s', (cell, shows) => {
    expect(dateEvidence(cell)).toBe(shows);
  });
});

describe('numbers', () => {
  test.each([
    ['1 249,50', 'comma', 124_950],
    ['1.249,5', 'comma', 124_950],
    ['1249.50', 'comma', null],
    ['1,249.50', 'point', 124_950],
    ['1\u00a0249', 'point', 124_900],
    ["1'249.50", 'point', 124_950],
    ['−3', 'comma', -300],
    ['0,005', 'comma', 1],
    ['1.24.9', 'comma', null],
    ['', 'comma', null],
    ['-', 'comma', null],
  ] as const)('%s with a decimal %s', (cell, sign, minor) => {
    expect(readNumber(cell, sign, 2)?.units ?? null).toBe(minor);
  });

  test.each([
    ['1,5', 'comma'],
    ['1.50', 'point'],
    ['1.249,50', 'comma'],
    ['1,249.50', 'point'],
    ['1.249.500', 'comma'],
    ['1.249', 'either'],
    ['0,500', 'comma'],
    ['12', null],
    ['03.03.2026', null],
  ])('%s shows %s', (cell, shows) => {
    expect(decimalEvidence(cell)).toBe(shows);
  });

  test('what is written with either sign is read as the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.constantFrom('comma', 'point'),
        (milli, sign) => {
          const [decimal, group] = sign === 'comma' ? [',', '.'] : ['.', ','];
          const digits = String(Math.abs(milli)).padStart(4, '0');
          const whole = digits.slice(0, -3).replace(/\B(?=(\d{3})+$)/g, group);
          const written = `${milli < 0 ? '-' : ''}${whole}${decimal}${digits.slice(-3)}`;
          expect(readNumber(written, sign as 'comma' | 'point', 3)).toEqual({ units: milli, isExact: true });
        },
      ),
    );
  });
});

test.each([
  ['amount', 'kr 1 249,-', 124_900],
  ['amount', '99,999', 10_000],
  ['amount', '12,50 NOK', 1_250],
  ['percent', '25 %', 250],
  ['percent', '101', 'out-of-range'],
  ['quantity', '1,2345', 'too-many-decimals'],
  ['quantity', '-1', 'out-of-range'],
  ['quantity', 'two', 'not-a-number'],
  ['flag', 'Ja', true],
  ['flag', 'usann', false],
  ['flag', 'maybe', 'not-yes-or-no'],
  ['language', 'Norsk (bokmål)', 'not-a-language'],
  ['language', 'nb-NO', 'no'],
  ['language', 'Tysk', 'de'],
  ['currency', 'kr', 'NOK'],
  ['currency', 'dollars', 'not-a-currency'],
  ['email', 'a b@c', 'not-an-email'],
  ['line-text', ' two\u202e  lines\n', 'two lines'],
  ['line-text', 'x'.repeat(201), 'too-long'],
  ['date', '32.01.2026', 'not-a-date'],
] as const)('a cell of type %s: %s', (type, cell, expected) => {
  const read = readCell(cell, { type, dateOrder: 'day-first', decimalSign: 'comma' });
  expect('value' in read ? read.value : read.fault).toBe(expected);
});

test('what is wrong is one text, with the other line in it', () => {
  const words = {
    reasons: { 'same-as-line': 'as line {{line}}.', missing: 'is missing.' },
    fieldNames: { name: 'Name' },
  };
  const faults = [
    { line: 3, field: 'name', reason: 'missing', value: '', otherLine: null },
    { line: 3, field: null, reason: 'same-as-line', value: '', otherLine: 2 },
  ] as const;
  expect(faultText(faults, words as never)).toBe('Name: is missing. as line 2.');
});
