import { describe, expect, test } from 'vitest';
import { commonPasswords } from '../../../my-page/accounts/common-passwords.ts';
import { findPasswordFault } from '../../../my-page/accounts/password-rules.ts';

const context = { email: 'kari.nordmann@example.com', name: 'Kari Nordmann', siteName: 'Fjell og fjord' };
const faultOf = (password: string) => findPasswordFault(password, context, (folded) => folded === 'basketball');

describe('a chosen password', () => {
  test.each([
    ['123456789', 'too-short'],
    ['a1b2c3d4e5', null],
    ['blåbærsyl4', null],
    ['🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵', null],
    [`${'ab1-'.repeat(64)}`, null],
    [`${'ab1-'.repeat(64)}x`, 'too-long'],
    [`${'🦊🐻🐼🐨'.repeat(64)}`, null],
  ])('is judged by its length in characters alone: %j', (password, fault) => {
    expect(faultOf(password)).toBe(fault);
  });

  test.each([
    'lower case only',
    'UPPER CASE ONLY',
    '8264 9173 5520',
    '          spaced',
    'пароль из слов',
    '一二三四五六七八九十',
  ])('needs no kind of character: %j', (password) => {
    expect(faultOf(password)).toBeNull();
  });

  test.each(['basketball', 'BasketBall', 'ＢＡＳＫＥＴＢＡＬＬ', 'aaaaaaaaaaaaaaaa', '121212121212'])(
    'is refused where many use it, in any case: %j',
    (password) => {
      expect(faultOf(password)).toBe('common');
    },
  );

  test.each([
    'kari.nordmann@example.com',
    'Kari.Nordmann1',
    'nordmann-2026',
    'Fjell og fjord!',
    'fjellogfjord123',
    'fjordfjellkari',
    'Orderbud2026',
    'password-kari',
  ])('is refused where it says nothing but who and where: %j', (password) => {
    expect(faultOf(password)).toBe('names');
  });

  test.each(['kari likes rain', 'fjell 8264 rød løk', 'nordmann eats soup'])('may hold such a word: %j', (password) => {
    expect(faultOf(password)).toBeNull();
  });
});

describe('the list of common passwords', () => {
  test('holds far more than the 3,000 most used of ten characters and more, folded', async () => {
    const common = await commonPasswords();
    expect(common.size).toBeGreaterThan(25_000);
    for (const known of ['qwertyuiop', '1q2w3e4r5t', 'password123', 'usuckballz1'])
      expect(common.has(known)).toBe(true);
    for (const password of common) {
      if (password.length < 10 || password !== password.toLowerCase()) throw new Error(password);
    }
  });
});
