import { expect, test } from 'vitest';
import { safeLink } from '../../../../main/engine/mail/safe-link.ts';

test.each([
  ['https://shop.example/a?b=1&c="', 'https://shop.example/a?b=1&c=%22'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://bank.example@evil.example/', null],
  ['not a link', null],
  [`https://shop.example/${'x'.repeat(2000)}`, null],
  [null, null],
])('%j may be linked as %j', (url, expected) => {
  expect(safeLink(url)).toBe(expected);
});
