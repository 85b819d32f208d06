import { expect, test } from 'vitest';
import { mailColours } from '../../../../main/engine/mail/mail-colours.ts';

test('words on the accent and links can be read, whatever colour the shop has', () => {
  expect(mailColours('#ffee00')).toMatchObject({ accent: '#ffee00', onAccent: '#000000' });
  expect(mailColours('#ffee00').linkOnLight).not.toBe('#ffee00');
  expect(mailColours('#000080')).toMatchObject({ onAccent: '#ffffff', linkOnLight: '#000080' });
  expect(mailColours('#000080').linkOnDark).not.toBe('#000080');
});

test('what is no colour cannot reach a style', () => {
  expect(mailColours('red;background:url(x)').accent).toMatch(/^#[0-9a-f]{6}$/);
});
