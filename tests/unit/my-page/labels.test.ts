import { describe, expect, test } from 'vitest';
import {
  allLabels,
  type Labels,
  labelsFor,
  pageLanguageFor,
  pageLanguages,
  preferredLanguage,
} from '../../../my-page/pages/labels.ts';
import { labelsEn } from '../../../my-page/pages/labels-en.ts';

const keys = Object.keys(labelsEn).sort() as (keyof Labels)[];
const others = pageLanguages.map(({ code }) => code).filter((code) => code !== 'en');

/** A label as text; what it is given shows up in it. */
function textOf(label: Labels[keyof Labels]): string {
  if (typeof label === 'string') return label;
  if (typeof label !== 'function') return label.join('\n');
  return (label as (...given: string[]) => string)('«first»', '«second»');
}

function givenIn(label: Labels[keyof Labels]): readonly string[] {
  return ['«first»', '«second»'].filter((given) => textOf(label).includes(given));
}

describe.each(others)('the words in %s', (code) => {
  const labels = allLabels[code];

  test('are as many as in English, none empty, and each says what it is given', () => {
    expect(Object.keys(labels).sort()).toEqual(keys);
    for (const key of keys) {
      expect(textOf(labels[key]).trim(), key).not.toBe('');
      expect(givenIn(labels[key]), key).toEqual(givenIn(labelsEn[key]));
    }
    expect(labels.deletionFacts).toHaveLength(labelsEn.deletionFacts.length);
    expect(labels.language).toBe(code);
  });

  test('are translated, but for words that are the same', () => {
    const alike = keys.filter((key) => textOf(labels[key]) === textOf(labelsEn[key]));
    const same = [
      'order',
      'orders',
      'name',
      'product',
      'shop',
      'setPasswordFor',
      'pageOf',
      'email',
      'postcode',
      'optional',
    ];
    expect(alike.filter((key) => !same.includes(key))).toEqual([]);
  });

  test('end sentences where English does', () => {
    const endsSentence = (label: Labels[keyof Labels]): boolean => /[.?]$/.test(textOf(label));
    const differing = keys.filter((key) => endsSentence(labelsEn[key]) && !endsSentence(labels[key]));
    expect(differing).toEqual([]);
  });
});

describe('the language of a page', () => {
  test.each([
    ['nb', 'nb'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['de-AT', 'de'],
    ['SV', 'sv'],
    ['fr', null],
    ['', null],
    ['dead', null],
  ])('%j is %s', (code, expected) => {
    expect(pageLanguageFor(code)).toBe(expected);
    expect(labelsFor(code).language).toBe(expected ?? 'en');
  });

  test.each([
    ['nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
    ['en;q=0.5, de;q=0.9', 'de'],
    ['fr-FR,fr;q=0.9,nl;q=0.4,sv;q=0.3', 'nl'],
    ['da;q=0, en', 'en'],
    ['sv ; q=1.0', 'sv'],
    ['*', null],
    ['fr', null],
    ['', null],
    [';;q=,,q=x', null],
    [undefined, null],
  ])('a browser that asks for %j gets %s', (header, expected) => {
    expect(preferredLanguage(header)).toBe(expected);
  });
});
