import { expect, test } from 'vitest';
import { nextStepAfter } from '../../../../main/engine/outbox/next-step.ts';
import { deliveryFailure, openFailure, type SmtpError } from '../../../../main/engine/outbox/send-failure.ts';

const before = { hasBodyBegun: false, hasAcceptedAnother: false };
const began = { hasBodyBegun: true, hasAcceptedAnother: false };

test.each<[string, SmtpError, string]>([
  [
    '5xx at MAIL FROM',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, response: '553 5.7.1 no' },
    'stop-sending',
  ],
  ['4xx at MAIL FROM', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 451, response: '451 later' }, 'wait'],
  [
    '5.1.1 at RCPT',
    { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no' },
    'mark-address',
  ],
  ['5.7.1 at RCPT', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.7.1 no' }, 'refuse'],
  ['4xx at RCPT', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450, response: '450 4.2.0 grey' }, 'wait'],
  ['5xx at DATA', { code: 'EENVELOPE', command: 'DATA', responseCode: 554, response: '554 no' }, 'refuse'],
  ['421 between commands', { code: 'ECONNECTION', command: 'CONN', responseCode: 421, response: '421 bye' }, 'wait'],
  ['a cut line', { code: 'ECONNECTION', command: 'CONN' }, 'wait'],
  ['a reset line', { code: 'ESOCKET', command: 'CONN' }, 'wait'],
  ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'wait'],
])('before the body, %s: %s', (_what, error, step) => {
  expect(nextStepAfter(deliveryFailure(error, before))).toBe(step);
});

test.each<[string, SmtpError, string]>([
  ['a reply of 5xx', { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 5.7.1 spam' }, 'refuse'],
  ['a reply of 4xx', { code: 'EMESSAGE', command: 'DATA', responseCode: 451, response: '451 later' }, 'wait'],
  ['a reply of 421', { code: 'EMESSAGE', command: 'DATA', responseCode: 421, response: '421 bye' }, 'wait'],
  [
    'a reply that is none',
    { code: 'EMESSAGE', command: 'DATA', responseCode: 354, response: '354 again' },
    'mark-uncertain',
  ],
  [
    'a reply cut short',
    { code: 'ECONNECTION', command: 'CONN', responseCode: 554, response: '554 sp' },
    'mark-uncertain',
  ],
  ['a cut line', { code: 'ECONNECTION', command: 'CONN' }, 'mark-uncertain'],
  ['a reset line', { code: 'ESOCKET', command: 'CONN' }, 'mark-uncertain'],
  ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'mark-uncertain'],
  ['garbage', { code: 'EPROTOCOL', command: 'CONN', response: 'what', responseCode: 0 }, 'mark-uncertain'],
])('after the body began, %s: %s', (_what, error, step) => {
  expect(nextStepAfter(deliveryFailure(error, began))).toBe(step);
});

test.each<[string, SmtpError, 'connect' | 'login', string, string]>([
  ['no server', { code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'connect', 'connect', 'wait'],
  ['an unknown name', { code: 'EDNS', originalCode: 'ENOTFOUND' }, 'connect', 'connect', 'wait'],
  ['too many sessions', { code: 'EPROTOCOL', responseCode: 421, response: '421 busy' }, 'connect', 'connect', 'wait'],
  [
    'a certificate nobody vouches for',
    { code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    'connect',
    'tls',
    'stop-sending',
  ],
  ['no STARTTLS', { code: 'ETLS', responseCode: 502, response: '502 no' }, 'connect', 'tls', 'stop-sending'],
  ['a silent handshake', { code: 'ETIMEDOUT', timeoutType: 'UPGRADE_TIMEOUT' }, 'connect', 'tls', 'stop-sending'],
  ['a wrong password', { code: 'EAUTH', responseCode: 535, response: '535 no' }, 'login', 'login', 'stop-sending'],
  ['a login that is down', { code: 'EAUTH', responseCode: 454, response: '454 later' }, 'login', 'login', 'wait'],
  ['a line lost at login', { code: 'ECONNECTION' }, 'login', 'connect', 'wait'],
])('no session for %s', (_what, error, step, at, next) => {
  const failure = openFailure(error, step);
  expect(failure.at).toBe(at);
  expect(nextStepAfter(failure)).toBe(next);
});
