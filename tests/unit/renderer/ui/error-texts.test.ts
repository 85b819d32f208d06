import { expect, test } from 'vitest';
import { errorTextFor, errorTexts } from '../../../../renderer/ui/error-texts.ts';
import { errorCodes } from '../../../../shared/errors.ts';

test('every error code has words, and no words stand for a code that is gone', () => {
  expect(Object.keys(errorTexts).sort()).toEqual([...errorCodes, 'unexpected'].sort());
});

test.each([...errorCodes, 'unexpected' as const])(
  '%s says what happened, what was kept and what to do next',
  (code) => {
    for (const details of [{}, { host: 'mail.example', user: 'kari', field: 'name', productNo: '1001' }]) {
      for (const sentence of Object.values(errorTextFor(code, details))) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence).not.toMatch(/!|please|undefined|null/i);
      }
    }
  },
);

test('a detail that helps is named', () => {
  expect(errorTextFor('mail-server-unreachable', { host: 'mail.example' }).what).toContain('(mail.example)');
});
