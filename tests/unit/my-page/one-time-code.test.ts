import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import {
  codeAddress,
  groupsOf,
  newCodeSecret,
  readTypedCode,
  stepOfCode,
} from '../../../my-page/accounts/one-time-code.ts';
import { newRecoveryCodes, readTypedRecoveryCode } from '../../../my-page/accounts/recovery-codes.ts';

const now = new Date('2026-03-03T09:12:10.000Z');
const atStep = (step: number) => new Date(step * 30_000);

describe('a code of the app', () => {
  test('is that of RFC 6238: the six last digits of its test vectors', () => {
    const secret = Secret.fromLatin1('12345678901234567890').base32;
    for (const [seconds, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
      [20000000000, '353130'],
    ] as const) {
      expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
    }
  });

  test('fits one step before and after its own, and no further', () => {
    const secret = newCodeSecret();
    const step = Math.floor(now.getTime() / 30_000);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
    for (const off of [-1, 0, 1]) expect(stepOfCode(secret, code, atStep(step + off))).toBe(step);
    for (const off of [-2, 2]) expect(stepOfCode(secret, code, atStep(step + off))).toBeNull();
  });

  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
    ['１２３４５６', null],
    ['', null],
  ])('typed as %j is read as %j', (typed, code) => {
    expect(readTypedCode(typed)).toBe(code);
  });
});

describe('the secret of the app', () => {
  test('is 160 random bits, shown in groups, and its address is what apps read', () => {
    const secret = newCodeSecret();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(newCodeSecret()).not.toBe(secret);
    expect(groupsOf(secret).join('')).toBe(secret);
    const address = new URL(codeAddress(secret, { siteName: 'Fjell: & fjord', email: 'kari@example.com' }));
    expect([address.protocol, address.host, address.searchParams.get('secret')]).toEqual(['otpauth:', 'totp', secret]);
    expect(address.searchParams.get('issuer')).toBe('Fjell  & fjord');
    expect(decodeURIComponent(address.pathname)).toBe('/Fjell  & fjord:kari@example.com');
  });
});

describe('recovery codes', () => {
  test('are ten different ones of 50 bits that nobody can confuse', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  });

  test.each([
    ['0w8ms-ts13z', '0w8msts13z'],
    [' 0W8MS TS13Z', '0w8msts13z'],
    ['ow8ms-tsl3z', '0w8msts13z'],
    ['0w8ms-ts13', null],
    ['0w8ms-ts13zz', null],
    ['0w8ms-ts13ü', null],
    ['', null],
  ])('typed as %j are read as %j', (typed, code) => {
    expect(readTypedRecoveryCode(typed)).toBe(code);
  });
});
