import { expect, test } from 'vitest';
import {
  cannotRead,
  cannotReadAmount,
  checkBy,
  looksLikeAddress,
  parseWholeNumber,
} from '../../../../renderer/ui/parse.ts';
import { websiteSettings } from '../../../../shared/settings.ts';

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

test('a whole number is digits alone, with spaces around them or not', () => {
  expect(parseWholeNumber(' 50 ')).toBe(50);
  expect(parseWholeNumber('0')).toBe(0);
  for (const text of ['', ' ', '-1', '1.5', '1e3', '0x10', '1 000', '9999999999'])
    expect(parseWholeNumber(text)).toBeNull();
});

test.each([
  ['dkimSelectors', ['', 's1', ' s1  mail.s_2 '], ['s1,s2', 's1..a', '.s1', 'søk', 'a'.repeat(201)]],
  ['oauthTenant', ['', ' contoso.onmicrosoft.com '], ['a/b', 'a b', 'https://x']],
  ['oauthTokenUrl', ['', 'https://id.example/token', 'HTTP://x'], ['id.example', 'https://a b', 'file:///x']],
] as const)('a field refuses exactly what the engine would not store: %s', (name, right, wrong) => {
  const check = checkBy(websiteSettings.shape[name], 'wrong');
  for (const text of right) expect(check(text)).toBeNull();
  for (const text of wrong) expect(check(text)).toBe('wrong');
});
