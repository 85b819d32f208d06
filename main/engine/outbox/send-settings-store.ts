import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { MailLimits, MailPresetId } from '../../../shared/mail-presets.ts';
import { get, type ReadDb } from '../db/database.ts';
import type { OauthSettings } from './oauth/oauth-provider.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** How a website's mails go out. */
export type SendSettings = {
  readonly smtp: SmtpSettings;
  readonly preset: MailPresetId;
  /** How many sessions may stand at a time. */
  readonly sessions: number;
  readonly limits: MailLimits;
  readonly auth: 'password' | 'oauth2';
  readonly oauth: OauthSettings;
  /** Who mails come from; '' for nobody. */
  readonly senderName: string;
  readonly senderAddress: string;
  /** Where the shop gets its copies; '' for nowhere. */
  readonly copyTo: string;
  readonly replyTo: string;
  /** Parted by spaces. */
  readonly dkimSelectors: string;
  readonly accounts: MailSecretAccounts;
};

/** Where the keychain keeps what a website logs in with. */
export type MailSecretAccounts = {
  readonly password: string;
  readonly refreshToken: string;
  readonly clientSecret: string;
};

type Row = SmtpSettings &
  MailLimits &
  Omit<SendSettings, 'smtp' | 'limits' | 'oauth' | 'accounts'> &
  OauthSettings & { readonly publicId: string };

/** @throws AppError 'not-found' */
export function readSendSettings(db: ReadDb, websiteId: number): SendSettings {
  const row = get<Row>(
    db,
    `SELECT w.public_id AS publicId, smtp_preset AS preset, smtp_host AS host, smtp_port AS port, smtp_security AS security,
       smtp_user AS user, smtp_sessions AS sessions, smtp_per_minute AS perMinute, smtp_per_session AS perSession,
       smtp_per_day AS perDay, smtp_auth AS auth, oauth_provider AS provider, oauth_client_id AS clientId,
       oauth_tenant AS tenant, oauth_authorize_url AS authorizeUrl, oauth_token_url AS tokenUrl, oauth_scope AS scope,
       CASE WHEN sender_name <> '' THEN sender_name ELSE w.name END AS senderName,
       CASE WHEN sender_address <> '' THEN sender_address ELSE c.email END AS senderAddress, copy_to AS copyTo,
       reply_to AS replyTo, dkim_selectors AS dkimSelectors
     FROM website w, company c WHERE w.id = @websiteId`,
    { websiteId },
  );
  if (row === undefined) throw new AppError('not-found', { what: 'website' });
  const { host, port, security, user, perMinute, perSession, perDay } = row;
  const { provider, clientId, tenant, authorizeUrl, tokenUrl, scope } = row;
  return {
    smtp: { host: host.trim(), port, security, user },
    preset: row.preset,
    sessions: Math.max(1, row.sessions),
    limits: { perMinute, perSession, perDay },
    auth: row.auth,
    oauth: { provider, clientId, tenant, authorizeUrl, tokenUrl, scope },
    senderName: row.senderName,
    senderAddress: row.senderAddress.trim(),
    copyTo: row.copyTo.trim(),
    replyTo: row.replyTo.trim(),
    dkimSelectors: row.dkimSelectors,
    accounts: mailSecretAccounts(row.publicId, row),
  };
}

/**
 * The keychain accounts of a website's mail server. A sign-in belongs to who handed it out: a website that changes its provider
 * shows the new one nothing of the old one's, and finds the old one's again when it goes back.
 */
export function mailSecretAccounts(
  websitePublicId: string,
  oauth: Pick<OauthSettings, 'provider' | 'tokenUrl'>,
): MailSecretAccounts {
  const owner = `${websitePublicId}:${tokenOwner(oauth)}`;
  return {
    password: smtpSecretAccount(websitePublicId),
    refreshToken: `oauth-refresh:${owner}`,
    clientSecret: `oauth-client:${owner}`,
  };
}

/** Addresses may be longer than a keychain's names, so a digest stands for them. */
function tokenOwner({ provider, tokenUrl }: Pick<OauthSettings, 'provider' | 'tokenUrl'>): string {
  if (provider !== 'other') return provider;
  return `other-${createHash('sha256').update(tokenUrl).digest('hex').slice(0, 32)}`;
}

/** The keychain account of a website's SMTP password. */
export function smtpSecretAccount(websitePublicId: string): string {
  return `smtp:${websitePublicId}`;
}
