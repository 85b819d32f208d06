import { AppError } from '../../../shared/errors.ts';
import type { OpenFailure } from './send-failure.ts';
import { type OpenOptions, openSmtpSession } from './smtp-client.ts';
import { isLoopback, type SmtpSettings } from './smtp-settings.ts';
import { stopCauseOf } from './stop-cause.ts';

export type MailSettingsCheck = {
  /** False: off this machine staff chose 'none', and the window warns of it. */
  readonly isProtected: boolean;
};

/**
 * "Test connection": connects, encrypts and logs in, and sends nothing.
 * @throws AppError 'mail-settings-incomplete', 'mail-server-unreachable', 'mail-server-tls-failed' or
 * 'mail-server-login-refused'; details hold the host and the server's reply code
 */
export async function checkMailSettings(
  settings: SmtpSettings,
  password: string,
  options: OpenOptions = {},
): Promise<MailSettingsCheck> {
  if (settings.host.trim() === '') throw new AppError('mail-settings-incomplete');
  if (settings.user !== '' && password === '') throw new AppError('mail-server-login-refused', { host: settings.host });
  const answer = await openSmtpSession({ ...settings, host: settings.host.trim() }, password, options);
  if (answer.kind === 'failed') throw problem(answer.failure, settings.host);
  await answer.session.close();
  return { isProtected: settings.security !== 'none' || isLoopback(settings.host) };
}

function problem(failure: OpenFailure, host: string): AppError {
  return new AppError(stopCauseOf(failure) ?? 'mail-server-unreachable', { host, replyCode: failure.replyCode });
}
