import { expect, test } from 'vitest';
import { writeCsv } from '../../../shared/csv.ts';

const bom = '\ufeff';

test('the separator is a semicolon where the decimal sign is a comma', () => {
  expect(writeCsv([['a', 'b']], 'nb-NO')).toBe(`${bom}a;b\r\n`);
  expect(writeCsv([['a', 'b']], 'de-DE')).toBe(`${bom}a;b\r\n`);
  expect(writeCsv([['a', 'b']], 'en-GB')).toBe(`${bom}a,b\r\n`);
});

test('a field with separator, quote or line break is quoted, quotes doubled; others are not (RFC 4180)', () => {
  expect(writeCsv([['a,b', 'say "no"', 'two\r\nlines', 'a;b', 'plain']], 'en-GB')).toBe(
    `${bom}"a,b","say ""no""","two\r\nlines",a;b,plain\r\n`,
  );
  expect(writeCsv([['a,b', 'a;b']], 'nb-NO')).toBe(`${bom}a,b;"a;b"\r\n`);
});

test.each(['=1+1', '+4712345678', '-1', '@SUM(A1)', '\tx'])(
  'a text that would run as a formula does not: %j',
  (text) => {
    expect(writeCsv([[text]], 'en-GB')).toBe(`${bom}'${text}\r\n`);
  },
);

test('a carriage return at the beginning is guarded and quoted', () => {
  expect(writeCsv([['\r=1']], 'en-GB')).toBe(`${bom}"'\r=1"\r\n`);
});

test('numbers are numbers, in the writing of the region; a row may be empty', () => {
  expect(writeCsv([[-3, 1.5, 12000], [], [null, 'x']], 'nb-NO')).toBe(`${bom}-3;1,5;12000\r\n\r\n;x\r\n`);
  expect(writeCsv([[1.5]], 'en-GB')).toBe(`${bom}1.5\r\n`);
});
