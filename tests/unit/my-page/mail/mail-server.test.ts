import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMailServer, tlsChoice } from '../../../../my-page/mail/mail-server.ts';

describe('the mail server that the environment names', () => {
  test('is none without an address', () => {
    expect(readMailServer({})).toBeNull();
  });

  test.each([
    ['smtps://mail.example', { host: 'mail.example', port: 465, security: 'tls', user: '', password: '' }],
    ['smtp://mail.example', { host: 'mail.example', port: 587, security: 'starttls' }],
    ['smtp://mail.example:2525', { port: 2525 }],
    ['smtps://us%40er:p%23ss@mail.example', { user: 'us@er', password: 'p#ss' }],
    ['smtp://[::1]:25', { host: '::1', port: 25 }],
  ])('%s', (address, expected) => {
    expect(readMailServer({ MY_PAGE_SMTP_URL: address })).toMatchObject(expected);
  });

  test('takes user and password from their own variables, the password from a file too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-server-'));
    const file = join(folder, 'password');
    writeFileSync(file, 'from file\n');
    const environment = { MY_PAGE_SMTP_URL: 'smtps://a:b@mail.example', MY_PAGE_SMTP_USER: 'shop' };
    expect(readMailServer({ ...environment, MY_PAGE_SMTP_PASSWORD: 'plain' })).toMatchObject({
      user: 'shop',
      password: 'plain',
    });
    expect(readMailServer({ ...environment, MY_PAGE_SMTP_PASSWORD_FILE: file })?.password).toBe('from file');
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['shop@shop.example', { name: '', address: 'shop@shop.example' }],
    ['The shop <shop@shop.example>', { name: 'The shop', address: 'shop@shop.example' }],
  ])('sends from %s', (from, expected) => {
    const environment = { MY_PAGE_SMTP_URL: 'smtps://mail.example', MY_PAGE_MAIL_FROM: from };
    expect(readMailServer(environment)?.from).toEqual(expected);
  });

  test.each([
    { MY_PAGE_SMTP_URL: 'mail.example:587' },
    { MY_PAGE_SMTP_URL: 'http://mail.example' },
    { MY_PAGE_SMTP_URL: 'smtps://mail.example', MY_PAGE_MAIL_FROM: 'The shop' },
    { MY_PAGE_SMTP_URL: 'smtps://mail.example', MY_PAGE_MAIL_FROM: 'a@x.example, b@x.example' },
  ])('is refused by name where it is faulty: %j', (environment) => {
    expect(() => readMailServer(environment)).toThrow(/MY_PAGE_(SMTP_URL|MAIL_FROM)/);
  });
});

describe('encryption', () => {
  test.each([
    ['mail.example', true],
    ['127.0.0.1.example', true],
    ['10.0.0.1', true],
    ['localhost', false],
    ['127.0.0.1', false],
    ['::1', false],
  ])('at %s is demanded, with a certificate that is vouched for: %s', (host, isDemanded) => {
    const choice = tlsChoice({ host, security: 'starttls' });
    expect([choice.requireTLS, choice.tls.rejectUnauthorized]).toEqual([isDemanded, isDemanded]);
  });
});
