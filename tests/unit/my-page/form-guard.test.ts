import { describe, expect, test } from 'vitest';
import { comesFromOwnPage, isFormToken, makeFormToken } from '../../../my-page/pages/form-guard.ts';

describe('where a form comes from', () => {
  const own = 'https://my.shop.example';
  test.each([
    [{ origin: own }, true],
    [{ origin: own, 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: own, 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'https://shop.example' }, false],
    [{ origin: 'http://my.shop.example' }, false],
    [{ origin: 'https://my.shop.example:8443' }, false],
    [{ origin: 'https://my.shop.example.evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ origin: 'http://localhost' }, false],
    [{}, false],
  ])('%j from our own page: %s', (headers, expected) => {
    expect(comesFromOwnPage(headers, own)).toBe(expected);
  });

  test('localhost and 127.0.0.1 are one site on one port', () => {
    expect(comesFromOwnPage({ origin: 'http://localhost:8080' }, 'http://127.0.0.1:8080')).toBe(true);
    expect(comesFromOwnPage({ origin: 'http://localhost:8081' }, 'http://127.0.0.1:8080')).toBe(false);
  });
});

describe('form tokens', () => {
  test('fit the cookie and the secret they were made with only', () => {
    const token = makeFormToken('cookie', 'secret');
    expect(isFormToken(token, 'cookie', 'secret')).toBe(true);
    expect(isFormToken(token, 'other', 'secret')).toBe(false);
    expect(isFormToken(token, 'cookie', 'other')).toBe(false);
    expect(isFormToken('', 'cookie', 'secret')).toBe(false);
    expect(isFormToken(`${token}x`, 'cookie', 'secret')).toBe(false);
  });
});
