import { describe, expect, test } from 'vitest';
import { english } from '../../../../renderer/texts/en/index.ts';
import { norwegian } from '../../../../renderer/texts/nb/index.ts';
import { errorTextFor } from '../../../../renderer/ui/error-texts.ts';
import { errorCodes } from '../../../../shared/errors.ts';

describe.each([
  ['English', english.errors],
  ['Norwegian', norwegian.errors],
])('in %s', (_language, errors) => {
  test('every error code has words, and no words stand for a code that is gone', () => {
    expect(Object.keys(errors).sort()).toEqual([...errorCodes, 'unexpected'].sort());
  });

  test.each([...errorCodes, 'unexpected' as const])(
    '%s says what happened, what was kept and what to do next',
    (code) => {
      expect(Object.keys(errors[code])).toEqual(['what', 'kept', 'next']);
      for (const sentence of Object.values(errors[code])) {
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentence).not.toMatch(/!|please|vennligst/i);
      }
    },
  );
});

test('a detail that helps is named, and one that is missing leaves no gap', () => {
  expect(errorTextFor('mail-server-unreachable', { host: 'mail.example' }).what).toBe(
    'The mail server cannot be reached (mail.example).',
  );
  expect(errorTextFor('mail-server-unreachable').what).toBe('The mail server cannot be reached.');
});
