import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeOptOutToken, readOptOutToken } from '../../../shared/my-page/opt-out-token.ts';

describe('the token of an opt-out link', () => {
  const contactId = randomUUID();
  const token = makeOptOutToken(contactId, 'secret');

  test('names its contact to whoever has the secret', () => {
    expect(readOptOutToken(token, 'secret')).toBe(contactId);
  });

  test('is refused with another secret, another contact, or a changed signature', () => {
    expect(readOptOutToken(token, 'other')).toBeNull();
    expect(readOptOutToken(token.replace(contactId, randomUUID()), 'secret')).toBeNull();
    for (const wrong of ['', '.', contactId, `${contactId}.`, token.slice(0, -1), `${token}AA`]) {
      expect(readOptOutToken(wrong, 'secret'), wrong).toBeNull();
    }
  });

  test('goes into an address as it is', () => {
    expect(encodeURIComponent(token)).toBe(token);
  });
});
