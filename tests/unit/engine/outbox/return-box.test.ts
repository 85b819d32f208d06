import { describe, expect, it } from 'vitest';
import { returnBoxProblem } from '../../../../main/engine/outbox/return-box-failure.ts';
import { boxOf, whereToReadFrom } from '../../../../main/engine/outbox/return-box-position.ts';
import { type ReturnBoxSettings, returnBoxTls } from '../../../../main/engine/outbox/return-box-settings.ts';

const settings: ReturnBoxSettings = {
  host: 'imap.fjell.example',
  port: 993,
  security: 'tls',
  user: 'post@fjell.example',
  folder: 'INBOX',
};

describe('where a run reads from', () => {
  const box = boxOf(settings);
  const now = { box, uidValidity: '7', at: new Date('2026-03-31T10:00:00Z') };
  const known = { box, uidValidity: '7', lastUid: 41 };
  const lookedBack = { since: new Date('2026-03-01T10:00:00Z') };

  it('after the last message read', () => {
    expect(whereToReadFrom(known, now)).toEqual({ afterUid: 41 });
  });

  it.each([
    ['a box that was never read', undefined, now],
    ['messages that were numbered anew', known, { ...now, uidValidity: '8' }],
    ['another folder', known, { ...now, box: boxOf({ ...settings, folder: 'Bounces' }) }],
    ['another user', known, { ...now, box: boxOf({ ...settings, user: 'shop@fjell.example' }) }],
    ['another server', known, { ...now, box: boxOf({ ...settings, host: 'imap2.fjell.example' }) }],
  ])('30 days back for %s', (_name, before, present) => {
    expect(whereToReadFrom(before, present)).toEqual(lookedBack);
  });

  it('port and security are ways to the same box', () => {
    expect(boxOf({ ...settings, host: 'IMAP.fjell.example', port: 143, security: 'starttls' })).toBe(box);
  });
});

describe('encryption', () => {
  it.each([
    ['tls', 'imap.fjell.example', { secure: true }, true],
    ['starttls', 'imap.fjell.example', { secure: false, doSTARTTLS: true }, true],
    ['tls', '127.0.0.1', { secure: true }, false],
    ['none', 'localhost', { secure: false, doSTARTTLS: false }, false],
  ] as const)('%s at %s', (security, host, choice, rejectUnauthorized) => {
    const tls = { rejectUnauthorized, minVersion: 'TLSv1.2' };
    expect(returnBoxTls({ ...settings, security, host })).toEqual({ ...choice, tls });
  });

  it('none is no choice off this machine', () => {
    expect(returnBoxTls({ ...settings, security: 'none' })).toBeNull();
    expect(returnBoxTls({ ...settings, security: 'none', host: 'localhost.fjell.example' })).toBeNull();
  });

  it('STARTTLS on this machine is taken when it is offered', () => {
    expect(returnBoxTls({ ...settings, security: 'starttls', host: '127.0.0.1' })).not.toHaveProperty('doSTARTTLS');
  });
});

describe('a failure of the box is told by its fields', () => {
  it.each([
    [{ authenticationFailed: true, responseStatus: 'NO' }, 'open', 'return-box-login-refused'],
    [{ tlsFailed: true }, 'open', 'return-box-tls-failed'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'open', 'return-box-tls-failed'],
    [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'open', 'return-box-tls-failed'],
    [{ code: 'ECONNREFUSED' }, 'open', 'return-box-unreachable'],
    [{ responseStatus: 'NO' }, 'open', 'return-box-unreachable'],
    [{ mailboxMissing: true }, 'folder', 'return-box-folder-missing'],
    [{ responseStatus: 'NO' }, 'folder', 'return-box-folder-missing'],
    [{ code: 'NoConnection' }, 'folder', 'return-box-unreachable'],
    [{ responseStatus: 'NO' }, 'read', 'return-box-unreachable'],
    [{}, 'read', 'return-box-unreachable'],
  ] as const)('%j while it is %s: %s', (error, step, problem) => {
    expect(returnBoxProblem(error, step)).toBe(problem);
  });
});
