import { expect, test } from 'vitest';
import { enhancedCodeOf, isAddressError } from '../../../../main/engine/outbox/smtp-reply.ts';

test.each([
  ['550 5.1.1 no such user', '5.1.1'],
  ['550-5.1.1 The account\n550-5.1.1 does not exist\n550 5.1.1 https://mail.example', '5.1.1'],
  ['550-first line without\n550 5.7.1 last line with', '5.7.1'],
  ['550 5.1.10', '5.1.10'],
  ['450 4.2.0 greylisted', '4.2.0'],
  ['550 no such user', ''],
  ['550 version 5.1.1 of our rules', ''],
  ['550 5.1.1.1 not a code', ''],
  ['550 5.1', ''],
  ['', ''],
])('the enhanced code of %j is %j', (reply, code) => {
  expect(enhancedCodeOf(reply)).toBe(code);
});

test.each(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])('%s condemns the address, even as first', (code) => {
  expect(isAddressError({ replyCode: 550, enhancedCode: code, hasAcceptedAnother: false })).toBe(true);
});

test.each([
  ['a policy of the server', 550, '5.7.1', true],
  ['a full mailbox', 552, '5.2.2', true],
  ['a full mailbox without a code', 552, '', true],
  ['a demand for a login', 530, '', true],
  ['a bad sequence of commands', 503, '', true],
  ['a refusal for now, whatever its enhanced code', 450, '5.1.1', true],
  ['no enhanced code, before any recipient was taken', 550, '', false],
])('%s condemns no address', (_what, replyCode, enhancedCode, hasAcceptedAnother) => {
  expect(isAddressError({ replyCode, enhancedCode, hasAcceptedAnother })).toBe(false);
});

test('no enhanced code condemns the address once another recipient was taken in the session', () => {
  expect(isAddressError({ replyCode: 550, enhancedCode: '', hasAcceptedAnother: true })).toBe(true);
});
