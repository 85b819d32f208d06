import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMailAddress, mailAddress } from '../../../../main/engine/contacts/mail-address.ts';

test.each([
  ['kari@example.com', true],
  ["o'hara+shop@mail.example.co", true],
  ['post@blåbær.example', true],
  ['kari@example', false],
  ['kari.example.com', false],
  ['@example.com', false],
  ['kari@@example.com', false],
  ['kari @example.com', false],
  ['kari@example.com\r\nBcc: x@y.example', false],
  ['kari@example.com\u0000', false],
  ['kari@example.com,ola@example.com', false],
  ['Kari <kari@example.com>', false],
  ['"kari nordmann"@example.com', false],
  ['kåri@example.com', false],
  ['.kari@example.com', false],
  ['kari@-example.com', false],
  [`${'k'.repeat(65)}@example.com`, false],
  [`k@${'e'.repeat(250)}.com`, false],
  ['', false],
])('%j can be mailed: %j', (address, expected) => {
  expect(isMailAddress(address)).toBe(expected);
});

test('an international domain goes out in ASCII', () => {
  expect(mailAddress('post@blåbær.example')).toBe('post@xn--blbr-roah.example');
  expect(() => mailAddress('nobody')).toThrow('Not a mail address');
});

test('nothing that can be mailed could add a header or a second recipient', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (address) => {
      if (isMailAddress(address)) expect(mailAddress(address)).toMatch(/^[!-~]+@[a-z0-9.-]+$/i);
      if (isMailAddress(address)) expect(mailAddress(address)).not.toMatch(/[\s,;:<>"()[\]\\]/);
    }),
  );
});
