import { expect, test } from 'vitest';
import { findingText, stepsToLookAt } from '../../../../renderer/settings/mail-check-words.ts';
import { type CheckResult, checkFindings } from '../../../../shared/mail-check.ts';

const facts = {
  account: 'ACCOUNT',
  code: 'CODE',
  days: 3,
  domain: 'DOMAIN',
  host: 'HOST',
  include: 'INCLUDE',
  issuer: 'ISSUER',
  port: 587,
  protocol: 'PROTOCOL',
  reply: 'REPLY',
  selectors: 'SELECTORS',
  sender: 'SENDER',
  term: 'TERM',
  user: 'USER',
  validUntil: '2026-12-14T00:00:00.000Z',
};

test.each(checkFindings)('%s is told in words, with every fact it names', (finding) => {
  const { what, next } = findingText({ finding, facts });
  expect(`${what} ${next ?? ''}`).not.toMatch(/\{\{|undefined|mail-server:/);
  expect(what).toMatch(/\S/);
});

test('a certificate’s end is a date as people write it', () => {
  expect(findingText({ finding: 'tls-good', facts }).what).toContain('14 Dec 2026');
});

test('a server that says nothing leaves no colon behind', () => {
  expect(findingText({ finding: 'login-refused', facts: {} }).what).toBe('User name or password are not accepted.');
});

test('what the program itself lacks is told as everywhere', () => {
  expect(findingText({ finding: 'oauth-sign-in-expired', facts: {} })).toEqual({
    what: 'The sign-in at the mail provider is no longer valid.',
    next: 'Click Sign in again under Website Settings – E-mail (SMTP).',
  });
});

test('what cannot be known or was left out is nothing to look at', () => {
  const verdicts = ['good', 'warning', 'bad', 'unknown', 'skipped'] as const;
  const results = verdicts.map((verdict): CheckResult => ({ step: 'spf', verdict, finding: 'spf-missing', facts: {} }));
  expect(stepsToLookAt(results)).toBe(2);
});
