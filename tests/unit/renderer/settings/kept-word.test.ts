import { expect, test } from 'vitest';
import { keptWord } from '../../../../renderer/settings/kept-word.ts';

const words = { kept: 'Signed in', missing: 'Not signed in', silent: 'Cannot be asked' };

test('nothing is said of a secret while the keychain is asked; then whether it is there, or that nobody knows', () => {
  expect(keptWord(undefined, words)).toBeNull();
  expect(keptWord(true, words)).toBe('Signed in');
  expect(keptWord(false, words)).toBe('Not signed in');
  expect(keptWord(null, words)).toBe('Cannot be asked');
});
