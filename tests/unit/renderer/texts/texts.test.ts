import { expect, test } from 'vitest';
import { english } from '../../../../renderer/texts/en/index.ts';
import { norwegian } from '../../../../renderer/texts/nb/index.ts';
import { textsFor } from '../../../../renderer/ui/texts.ts';

/** Every text with its key, `orders:title`. */
function listOf(texts: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as const]
      : listOf(value as object, path === '' ? `${key}:` : `${path}${key}.`),
  );
}

const englishTexts = listOf(english);
const norwegianTexts = new Map(listOf(norwegian));

/** What a text leaves open, each once: a sentence may name a thing again, or leave the number one out of its singular. */
function placeholdersOf(text: string): readonly string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].filter((each) => each !== '{{count}}').sort();
}

test('both languages have the same texts', () => {
  expect([...norwegianTexts.keys()].sort()).toEqual(englishTexts.map(([key]) => key).sort());
});

test('a text leaves the same things open in both languages', () => {
  const openIn = (texts: Iterable<readonly [string, string]>) =>
    Object.fromEntries([...texts].map(([key, text]) => [key, placeholdersOf(text)]));
  expect(openIn(norwegianTexts)).toEqual(openIn(englishTexts));
});

test('a text with a number has a form for one and a form for more', () => {
  const keys = englishTexts.map(([key]) => key);
  for (const key of keys.filter((each) => /_(one|other)$/.test(each))) {
    const base = key.replace(/_(one|other)$/, '');
    expect(keys).toEqual(expect.arrayContaining([`${base}_one`, `${base}_other`]));
  }
});

test('no text is empty', () => {
  const empty = [...englishTexts, ...norwegianTexts].filter(([, text]) => text.trim() === '');
  expect(empty).toEqual([]);
});

test('no text shouts or pleads', () => {
  const loud = [...englishTexts, ...norwegianTexts].filter(([, text]) => /!|\bplease\b|\bvennligst\b/i.test(text));
  expect(loud).toEqual([]);
});

test('counts take their plural, and are grouped as the region groups numbers; other numbers are names', () => {
  const inEnglish = textsFor({ language: 'en', region: 'en-GB' });
  const inNorwegian = textsFor({ language: 'nb', region: 'nb-NO' });
  expect(inEnglish('contacts:orderCount', { count: 1 })).toBe('1 order');
  expect(inEnglish('contacts:orderCount', { count: 1250 })).toBe('1,250 orders');
  expect(inNorwegian('contacts:orderCount', { count: 1250 })).toBe('1\u00a0250 ordrer');
  expect(inNorwegian('contacts:orders.row', { orderNo: 10432 })).toBe('Ordre 10432');
});
