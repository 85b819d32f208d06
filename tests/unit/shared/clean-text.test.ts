import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName, cleanParagraphs, cleanText } from '../../../shared/clean-text.ts';

describe('cleanText', () => {
  test.each([
    ['  Rain\r\n jacket\tL ', 'Rain jacket L'],
    ['a\u0000b\u0007c', 'abc'],
    ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['\u2066left\u2069 \u200Fright\uFEFF', 'left right'],
    ['no\u00a0break\u2028line', 'no break line'],
    ['Æ ø å ß € 中 👩‍🚒', 'Æ ø å ß € 中 👩‍🚒'],
    ['two  spaces', 'two spaces'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['lone \ud800 half', 'lone \ufffd half'],
    ['', ''],
  ])('%j reads as %j', (given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  test('no text keeps a control, a line break or a direction character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(cleanText(given)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
        expect(cleanText(cleanText(given))).toBe(cleanText(given));
      }),
    );
  });
});

test('a text that needs no cleaning is told apart rightly: with a mark that goes it reads the same', () => {
  const text = fc.string({ unit: fc.constantFrom(...' \u00a0\u00ad\u0085\u009f\tab!~é\u02ff\u0300中') });
  fc.assert(
    fc.property(text, (given) => {
      expect(cleanText(given)).toBe(cleanText(`${given}\u200e`));
    }),
  );
});

test('a name longer than any name is cut between characters', () => {
  expect(cleanName('x'.repeat(100_000))).toHaveLength(200);
  expect([...cleanName('👍'.repeat(300), 10)]).toEqual([...'👍'.repeat(9), '…']);
  expect(cleanName('Kari Nordmann')).toBe('Kari Nordmann');
});

test('paragraphs keep their line breaks, one empty line at most', () => {
  expect(cleanParagraphs(' one\r\ntwo \u0000\n\n\n\nthree\rfour ')).toBe('one\ntwo\n\nthree\nfour');
});
