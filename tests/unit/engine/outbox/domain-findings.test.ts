import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dkimFinding, parseDkimKey } from '../../../../main/engine/outbox/deliverability/dkim-finding.ts';
import { dmarcFinding, dmarcPlaces } from '../../../../main/engine/outbox/deliverability/dmarc-finding.ts';
import type { LookUp } from '../../../../main/engine/outbox/deliverability/dns-client.ts';
import { alignmentFinding, tlsFinding } from '../../../../main/engine/outbox/deliverability/server-findings.ts';
import { tlsFacts } from '../../../../main/engine/outbox/tls-facts.ts';
import { loopbackSettings } from '../../../support/smtp.ts';

const found = (...records: readonly string[]): LookUp => ({ kind: 'found', records });
const none: LookUp = { kind: 'none' };

describe('DMARC', () => {
  const told = (
    answer: LookUp,
    at = 'shop.fjell.example',
    proofs: Parameters<typeof dmarcFinding>[1] = ['good', 'bad'],
  ) => {
    const { verdict, finding } = dmarcFinding({ domain: 'shop.fjell.example', at, answer }, proofs);
    return [verdict, finding];
  };

  test('a policy is looked for at the domain and above it, never at a top-level domain', () => {
    expect(dmarcPlaces('shop.fjell.example')).toEqual(['shop.fjell.example', 'fjell.example']);
  });

  test.each([
    ['no record', none, ['warning', 'dmarc-missing']],
    ['another record', found('v=DMARC2; p=none'), ['warning', 'dmarc-missing']],
    ['two records', found('v=DMARC1; p=none', 'v=DMARC1; p=reject'), ['bad', 'dmarc-several']],
    ['no policy in it', found('v=DMARC1; rua=mailto:a@fjell.example'), ['bad', 'dmarc-faulty']],
    ['none', found('v=DMARC1; p=none'), ['good', 'dmarc-none']],
    ['quarantine', found('v=DMARC1;p=quarantine;'), ['good', 'dmarc-quarantine']],
    ['reject', found('v = DMARC1 ; P = Reject'), ['good', 'dmarc-reject']],
    ['no answer', { kind: 'failed' }, ['unknown', 'dmarc-not-looked-up']],
  ] as const)('%s', (_what, answer, expected) => expect(told(answer)).toEqual(expected));

  test('a strict policy is bad news while neither SPF nor DKIM vouches for the mails', () => {
    const strict = found('v=DMARC1; p=reject');
    expect(told(strict, undefined, ['bad', 'warning'])).toEqual(['bad', 'dmarc-unproven']);
    expect(told(strict, undefined, ['bad', 'unknown'])).toEqual(['good', 'dmarc-reject']);
    expect(told(found('v=DMARC1; p=none'), undefined, ['bad', 'bad'])).toEqual(['good', 'dmarc-none']);
  });

  test('of a domain above, what it says of those below it counts', () => {
    expect(told(found('v=DMARC1; p=reject; sp=none'), 'fjell.example')).toEqual(['good', 'dmarc-none']);
  });
});

describe('DKIM', () => {
  const rsa = (bits: number) =>
    generateKeyPairSync('rsa', { modulusLength: bits })
      .publicKey.export({ format: 'der', type: 'spki' })
      .toString('base64');
  const good = `v=DKIM1; k=rsa; p=${rsa(2048)}`;

  test.each([
    ['a key', good, { kind: 'key', bits: 2048 }],
    ['one that is broken by spaces', good.replace('MII', 'M I\tI'), { kind: 'key', bits: 2048 }],
    ['one without a version', good.replace('v=DKIM1; ', ''), { kind: 'key', bits: 2048 }],
    ['one of 32 bytes', `v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`, { kind: 'key', bits: null }],
    ['an empty key', 'v=DKIM1; p=', { kind: 'revoked' }],
    ['no key', 'v=DKIM1; k=rsa', { kind: 'faulty' }],
    ['something else', 'v=DKIM1; k=rsa; p=aGVsbG8=', { kind: 'faulty' }],
  ] as const)('%s', (_what, record, key) => expect(parseDkimKey(record)).toEqual(key));

  test.each([
    ['no selector is known', [], ['unknown', 'dkim-no-selector']],
    [
      'one of several is there',
      [
        { selector: 'a', answer: none },
        { selector: 'b', answer: found(good) },
      ],
      ['good', 'dkim-found'],
    ],
    ['none is there', [{ selector: 'a', answer: none }], ['bad', 'dkim-missing']],
    ['the key was taken back', [{ selector: 'a', answer: found('v=DKIM1; p=') }], ['bad', 'dkim-revoked']],
    ['the key is short', [{ selector: 'a', answer: found(`k=rsa; p=${rsa(768)}`) }], ['warning', 'dkim-weak']],
    ['the record cannot be read', [{ selector: 'a', answer: found('v=DKIM1') }], ['bad', 'dkim-faulty']],
    ['no answer', [{ selector: 'a', answer: { kind: 'failed' } }], ['unknown', 'dkim-not-looked-up']],
  ] as const)('%s', (_what, lookUps, expected) => {
    const { verdict, finding } = dkimFinding('fjell.example', lookUps);
    expect([verdict, finding]).toEqual(expected);
  });
});

describe('alignment', () => {
  test.each([
    ['post@fjell.example', 'post@FJELL.example', ['good', 'aligned']],
    ['post@shop.fjell.example', 'post@fjell.example', ['good', 'aligned-subdomain']],
    ['post@fjell.example', 'post@notfjell.example', ['warning', 'not-aligned']],
    ['post@fjell.example', 'fjell1', ['unknown', 'alignment-not-known']],
    ['post@fjell.example', '', ['unknown', 'alignment-not-known']],
  ])('%s by %s', (sender, user, expected) => {
    const { verdict, finding } = alignmentFinding(sender, user);
    expect([verdict, finding]).toEqual(expected);
  });
});

describe('the certificate', () => {
  const now = Date.parse('2026-03-03T12:00:00Z');
  const smtp = loopbackSettings(587, { host: 'smtp.fjell.example' });
  const ending = (validUntil: string) => tlsFinding({ protocol: 'TLSv1.3', issuer: 'CA', validUntil }, smtp, now);

  test('is warned of from 21 days before its end', () => {
    expect(ending('2026-03-25T13:00:00Z')).toMatchObject({ verdict: 'good', finding: 'tls-good' });
    expect(ending('2026-03-25T11:00:00Z')).toMatchObject({
      verdict: 'warning',
      finding: 'tls-ends-soon',
      facts: { days: 21 },
    });
  });

  test('is needed everywhere but on this computer', () => {
    expect(tlsFinding(null, smtp, now)).toMatchObject({ verdict: 'bad', finding: 'tls-off' });
    expect(tlsFinding(null, loopbackSettings(25), now)).toMatchObject({ verdict: 'good', finding: 'tls-here' });
  });

  test.each([
    ['no certificate shown', {}],
    ['the line gone meanwhile', null],
    ['an end that is no date', { valid_to: '' }],
  ])('%s: nobody vouches for the server, unless it is this computer', (_what, certificate) => {
    const facts = tlsFacts('TLSv1.3', certificate);
    expect(facts).toEqual({ protocol: 'TLSv1.3', issuer: '', validUntil: null });
    expect(tlsFinding(facts, smtp, now)).toMatchObject({ verdict: 'bad', finding: 'tls-not-vouched' });
    expect(tlsFinding(facts, loopbackSettings(25), now)).toMatchObject({
      verdict: 'good',
      finding: 'tls-here-encrypted',
    });
  });
});
