import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EncodingFinder, isNoText } from '../../../../main/engine/import/find-encoding.ts';
import { findSeparator, readSeparatorLine } from '../../../../main/engine/import/find-separator.ts';
import { matchHeaders } from '../../../../main/engine/import/match-headers.ts';
import { readCell } from '../../../../main/engine/import/read-cell.ts';
import { dateEvidence } from '../../../../main/engine/import/read-date.ts';
import { decimalEvidence } from '../../../../main/engine/import/read-number.ts';
import {
  dateOrders,
  decimalSigns,
  faultReasons,
  fieldsOfKind,
  importEncodings,
  importFieldTypes,
  importKinds,
  importSeparators,
} from '../../../../shared/import.ts';
import { casesOf } from '../../../support/fuzz.ts';

const crumb = fc.constantFrom(
  '0',
  '1',
  '9',
  '12',
  '2026',
  '00',
  '.',
  ',',
  '-',
  '−',
  '/',
  ':',
  ' ',
  '\u00a0',
  "'",
  '%',
  'kr',
  'NOK',
  '€',
  'e',
  'E',
  '+',
  'ja',
  'nei',
  'true',
  'no',
  'nb-NO',
  '@',
  'x',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u202e',
  '\ud800',
  '٣',
  '１',
  'Infinity',
  'NaN',
  '0x1',
);
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(crumb, { maxLength: 10 }).map((parts) => parts.join('')) },
  fc.string({ unit: 'binary', maxLength: 30, size: 'max' }),
  fc.constantFrom('9'.repeat(400), 'x'.repeat(20_000), `1${'.000'.repeat(100)}`),
);
const types = Object.values(importFieldTypes);

test('whatever a cell holds, it is read as what its column is, within its bounds, or has a known fault', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom(...types),
      fc.constantFrom(...dateOrders),
      fc.constantFrom(...decimalSigns),
      (text, type, dateOrder, decimalSign) => {
        const read = readCell(text, { type, dateOrder, decimalSign });
        if ('fault' in read) {
          expect(faultReasons).toContain(read.fault);
          return;
        }
        const { value } = read;
        if (typeof value === 'number') {
          expect(Number.isSafeInteger(value)).toBe(true);
          if (type !== 'amount') expect(value).toBeGreaterThanOrEqual(0);
        }
        if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(type === 'text' ? 10_000 : 254);
        if (typeof value === 'string' && type !== 'text') expect(value).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
        if (type === 'date') expect(new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value);
        if (type === 'currency') expect(value).toMatch(/^[A-Z]{3}$/);
      },
    ),
    casesOf('CSV files', { slice: 2_000, ofAMillion: 150_000 }),
  );
});

test('whatever bytes a file begins with, it has an encoding and a separator, and its columns have fields of its kind or none', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 60, size: 'max' }),
          anyText.map((text) => Buffer.from(text.slice(0, 99))),
        ),
        { maxLength: 4 },
      ),
      fc.constantFrom(...importKinds),
      (chunks, kind) => {
        const finder = new EncodingFinder();
        for (const chunk of chunks) finder.add(chunk);
        const encoding = finder.found();
        expect(importEncodings).toContain(encoding);
        const bytes = Buffer.concat(chunks);
        isNoText(bytes);
        const text = new TextDecoder(encoding).decode(bytes);
        const separator = readSeparatorLine(text)?.separator ?? findSeparator(text);
        expect(importSeparators).toContain(separator);
        const fields = matchHeaders(kind, text.split(separator));
        const found = fields.filter((field) => field !== null);
        expect(new Set(found).size).toBe(found.length);
        expect(fieldsOfKind[kind]).toEqual(expect.arrayContaining(found));
        dateEvidence(text);
        decimalEvidence(text);
      },
    ),
    casesOf('CSV files', { slice: 1_000, ofAMillion: 60_000 }),
  );
});
