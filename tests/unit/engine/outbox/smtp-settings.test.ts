import { expect, test } from 'vitest';
import { isLoopback, tlsChoice } from '../../../../main/engine/outbox/smtp-settings.ts';

test.each(['localhost', 'LOCALHOST', 'localhost.', '127.0.0.1', '127.8.9.10', '::1', '[::1]'])(
  '%s is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

test.each(['127.0.0.1.example.com', 'localhost.example.com', '128.0.0.1', '10.0.0.1', '::2', '', '127.1x'])(
  '%j is not this machine',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);

const off = { host: 'mail.example.com', port: 587, user: '' };

test('off this machine STARTTLS is demanded and the certificate must be vouched for', () => {
  expect(tlsChoice({ ...off, security: 'starttls' })).toMatchObject({
    secure: false,
    requireTLS: true,
    ignoreTLS: false,
    tls: { rejectUnauthorized: true },
  });
});

test('TLS from the start checks the certificate too', () => {
  expect(tlsChoice({ ...off, security: 'tls' })).toMatchObject({ secure: true, tls: { rejectUnauthorized: true } });
});

test('only the choice of staff leaves a session off this machine unencrypted', () => {
  expect(tlsChoice({ ...off, security: 'none' })).toMatchObject({ secure: false, requireTLS: false, ignoreTLS: true });
});

test('on this machine encryption is taken where offered, whoever signed', () => {
  expect(tlsChoice({ ...off, host: 'localhost', security: 'starttls' })).toMatchObject({
    requireTLS: false,
    ignoreTLS: false,
    tls: { rejectUnauthorized: false },
  });
});
