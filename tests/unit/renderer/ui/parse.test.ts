import { expect, test } from 'vitest';
import { cannotRead, cannotReadAmount, looksLikeAddress } from '../../../../renderer/ui/parse.ts';

test('an address needs one @ with something on both sides', () => {
  expect(looksLikeAddress('kari@shop.example')).toBe(true);
  for (const text of ['kari', 'kari@', '@shop.example', 'a b@shop.example', 'kari@shop', 'a@b.c,d@e.f']) {
    expect(looksLikeAddress(text)).toBe(false);
  }
});

test('what cannot be read is answered with an example in this computer’s own form', () => {
  expect(cannotRead.date).toContain('14 Dec 2026 or 14/12/2026');
  expect(cannotReadAmount('NOK')).toContain('249.50');
  expect(cannotRead.quantity).toContain('0.5');
});
