import { isIPv4 } from 'node:net';
import { type Environment, readSecret, SettingError } from '../site/environment.ts';
import { isMailAddress } from './mail-address.ts';

/** Where My page hands its mails over, and who they come from where the shop has not said. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, or upgraded with STARTTLS before anything is said. */
  readonly security: 'tls' | 'starttls';
  /** Empty for no log-in. */
  readonly user: string;
  readonly password: string;
  readonly from: { readonly name: string; readonly address: string } | null;
};

/** The mail server that the environment names, or null where it names none. @throws SettingError */
export function readMailServer(environment: Environment): MailServer | null {
  const { MY_PAGE_SMTP_USER, MY_PAGE_MAIL_FROM: from = '' } = environment;
  const address = readSecret(environment, 'MY_PAGE_SMTP_URL');
  if (address === undefined) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new SettingError('MY_PAGE_SMTP_URL is not like smtps://mail.example or smtp://mail.example:587.');
  }
  const security = url.protocol === 'smtps:' ? 'tls' : 'starttls';
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (security === 'tls' ? 465 : 587) : Number(url.port),
    security,
    user: MY_PAGE_SMTP_USER ?? decodeURIComponent(url.username),
    password: readSecret(environment, 'MY_PAGE_SMTP_PASSWORD') ?? decodeURIComponent(url.password),
    from: from === '' ? null : readSender(from),
  };
}

/** `shop@example.com` or `The shop <shop@example.com>`. */
function readSender(from: string): { readonly name: string; readonly address: string } {
  const named = /^(?<name>[^<>]*)<(?<address>[^<>]+)>$/.exec(from.trim())?.groups;
  const sender = { name: (named?.name ?? '').trim(), address: (named?.address ?? from).trim() };
  if (!isMailAddress(sender.address)) throw new SettingError('MY_PAGE_MAIL_FROM holds no e-mail address.');
  return sender;
}

/** Whether a host is this machine itself. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}

/**
 * Encrypted, with a certificate that is vouched for, or not at all. Only on this machine the line may stay plain, or
 * the certificate be the machine's own.
 */
export function tlsChoice({ host, security }: Pick<MailServer, 'host' | 'security'>) {
  const isLocal = isLoopback(host);
  return {
    secure: security === 'tls',
    requireTLS: security === 'starttls' && !isLocal,
    tls: { rejectUnauthorized: !isLocal, minVersion: 'TLSv1.2' },
  } as const;
}
