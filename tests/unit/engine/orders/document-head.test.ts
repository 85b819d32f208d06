import { expect, it } from 'vitest';
import { documentLanguage } from '../../../../main/engine/orders/document-head.ts';

it.each([
  ["the order's", ['nb-NO', 'en', 'en'], 'no'],
  ["else the contact's", [null, 'no', 'en'], 'no'],
  ["else the company's", [null, null, 'no'], 'no'],
  ['a language without words is passed over', ['fi', null, 'no'], 'no'],
  ['English where nothing is known', [null, 'fi', 'is'], 'en'],
] as const)('papers speak the customer’s language: %s', (_, codes, language) => {
  expect(documentLanguage(codes)).toBe(language);
});
