import { describe, expect, test } from 'vitest';
import { likePattern, searchTextOf, searchWords } from '../../../my-page/histories/search-text.ts';

describe('searching orders', () => {
  test('an order is found by its number, products and parcels, in any case and way of writing', () => {
    const lines = [{ productNo: 'N-1', description: 'BLÅ Jakke' }];
    const text = searchTextOf({ webOrderNo: 'W-8841', lines, shipments: [{ shippingNo: '7012' }] });
    for (const query of ['w-8841', 'n-1', 'blå', 'bla\u030a JAKKE', '7012 jakke']) {
      expect(
        searchWords(query).every((word) => text.includes(word)),
        query,
      ).toBe(true);
    }
    expect(text).not.toContain('rope');
  });

  test('words are what stands between spaces, at most eight', () => {
    expect(searchWords('  a \t b\n')).toEqual(['a', 'b']);
    expect(searchWords('')).toEqual([]);
    expect(searchWords('1 2 3 4 5 6 7 8 9')).toHaveLength(8);
  });

  test('signs with a meaning in patterns mean themselves', () => {
    expect(likePattern('50%_\\')).toBe('%50\\%\\_\\\\%');
  });
});
