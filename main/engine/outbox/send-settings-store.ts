import { AppError } from '../../../shared/errors.ts';
import type { MailLimits } from '../../../shared/mail-presets.ts';
import { get, type ReadDb } from '../db/database.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** How a website's mails go out. */
export type SendSettings = {
  readonly smtp: SmtpSettings;
  /** How many sessions may stand at a time. */
  readonly sessions: number;
  readonly limits: MailLimits;
  /** Where the shop gets its copies; '' for nowhere. */
  readonly copyTo: string;
  /** Where the keychain keeps the password. */
  readonly secretAccount: string;
};

/** @throws AppError 'not-found' */
export function readSendSettings(db: ReadDb, websiteId: number): SendSettings {
  type Row = SmtpSettings &
    MailLimits & { readonly sessions: number; readonly copyTo: string; readonly publicId: string };
  const row = get<Row>(
    db,
    `SELECT public_id AS publicId, smtp_host AS host, smtp_port AS port, smtp_security AS security, smtp_user AS user,
       smtp_sessions AS sessions, smtp_per_minute AS perMinute, smtp_per_session AS perSession, smtp_per_day AS perDay,
       copy_to AS copyTo FROM website WHERE id = @websiteId`,
    { websiteId },
  );
  if (row === undefined) throw new AppError('not-found', { what: 'website' });
  const { host, port, security, user, perMinute, perSession, perDay } = row;
  return {
    smtp: { host: host.trim(), port, security, user },
    sessions: Math.max(1, row.sessions),
    limits: { perMinute, perSession, perDay },
    copyTo: row.copyTo.trim(),
    secretAccount: smtpSecretAccount(row.publicId),
  };
}

/** The keychain account of a website's SMTP password. */
export function smtpSecretAccount(websitePublicId: string): string {
  return `smtp:${websitePublicId}`;
}
