import { expect, test } from 'vitest';
import { typedWordAfter } from '../../../../renderer/settings/typed-word.ts';

const shipped = { name: 'shipped', text: 'Sen' };

test('a word is looked at from its first letter until it is stored or taken back', () => {
  expect(typedWordAfter(undefined, 'shipped', 'Sen')).toEqual(shipped);
  expect(typedWordAfter(shipped, 'shipped', null)).toBeUndefined();
});

test('a word that is stored while the next one is typed leaves the next one in sight', () => {
  expect(typedWordAfter(shipped, 'picked', null)).toBe(shipped);
});
