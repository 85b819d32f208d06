import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapText } from '../../../../main/engine/documents/wrap-text.ts';

/** Every character one point wide. */
const measure = (piece: string): number => [...piece].length;

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 100, ['one two three']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['a abcdefgh b', 4, ['a', 'abcd', 'efgh', 'b']],
  ['😀😀😀', 2, ['😀😀', '😀']],
  ['', 4, ['']],
  ['ab', 0.5, ['a', 'b']],
])('%j in %d', (paragraph, width, lines) => {
  expect(wrapText(paragraph, width, measure)).toEqual(lines);
});

test('no line is wider than the width, and no character is lost', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((word) => !/\s/.test(word)));
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (each, width) => {
      const lines = wrapText(each.join(' '), width, measure);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(each.join(''));
    }),
  );
});
