import { afterEach, expect, test } from 'vitest';
import { checkMailSettings } from '../../../../main/engine/outbox/check-mail-settings-service.ts';
import { AppError } from '../../../../shared/errors.ts';
import { loopbackSettings, shortLimits, startMailCatcher, startScriptedServer } from '../../../support/smtp.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const limits = { ...shortLimits, openMs: 500 };

test('a connection that works logs in and sends nothing', async () => {
  const catcher = await startMailCatcher({ user: 'shop', password: 'secret' });
  closers.push(catcher.close);
  const checked = await checkMailSettings(loopbackSettings(catcher.port, { user: 'shop' }), 'secret', { limits });
  expect(checked).toEqual({ isProtected: true });
  expect(catcher.mails).toEqual([]);
});

test.each([
  [
    'a wrong password',
    'mail-server-login-refused',
    { greeting: '220 hi', ehlo: '250-hi\r\n250 AUTH PLAIN', auth: '535 5.7.8 no' },
    'wrong',
  ],
  ['no password', 'mail-server-login-refused', {}, ''],
  ['a server that says nothing', 'mail-server-unreachable', { greeting: 'silence' }, 'secret'],
  ['a server that is busy', 'mail-server-unreachable', { greeting: '421 4.3.2 busy' }, 'secret'],
] as const)('%s: %s', async (_what, code, script, password) => {
  const server = await startScriptedServer(script);
  closers.push(server.close);
  const failure = await checkMailSettings(loopbackSettings(server.port, { user: 'shop' }), password, { limits }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ code });
  const told =
    failure instanceof AppError ? JSON.stringify([failure.message, failure.details, String(failure.cause)]) : '';
  if (password !== '') expect(told).not.toContain(password);
});

test('TLS at a port that speaks plain text', async () => {
  const server = await startScriptedServer({});
  closers.push(server.close);
  await expect(
    checkMailSettings(loopbackSettings(server.port, { security: 'tls' }), '', { limits }),
  ).rejects.toMatchObject({ code: 'mail-server-tls-failed' });
});

test('no host', async () => {
  await expect(checkMailSettings(loopbackSettings(25, { host: ' ' }), '', { limits })).rejects.toMatchObject({
    code: 'mail-settings-incomplete',
  });
});
