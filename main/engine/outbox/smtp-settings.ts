import { isIPv4 } from 'node:net';

/** How to reach a website's mail server. */
export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls' | 'none';
  /** '' for no login. */
  readonly user: string;
};

/** The longest waits, so that a silent or trickling server cannot hold a run. */
export type SmtpLimits = {
  /** From the look-up of the name to the end of the login. */
  readonly openMs: number;
  /** From MAIL FROM until the server asks for the body. */
  readonly envelopeMs: number;
  /** From the first byte of the body to the server's reply: long, for giving up makes the mail uncertain. */
  readonly bodyMs: number;
  /** How long QUIT is waited for. */
  readonly quitMs: number;
};

/** RFC 5321 4.5.3.2: 10 minutes for the reply after the body; what comes before is retried, so it may be shorter. */
export const usualLimits: SmtpLimits = { openMs: 60_000, envelopeMs: 120_000, bodyMs: 600_000, quitMs: 2_000 };

/** Whether a host is this machine itself; names that only look like it are not. */
export function isLoopback(host: string): boolean {
  const name = host.trim().toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name === '::1' || name === '[::1]') return true;
  return isIPv4(name) && name.startsWith('127.');
}

/** The part of the library's options that decides about encryption. */
export type TlsChoice = {
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly tls: { readonly rejectUnauthorized: boolean; readonly minVersion: 'TLSv1.2' };
};

/**
 * Encryption is required unless the host is this machine or staff chose 'none'; a certificate that nobody vouches
 * for is taken from this machine only (pitfalls: a session that may stay unencrypted does).
 */
export function tlsChoice(settings: SmtpSettings): TlsChoice {
  const isLocal = isLoopback(settings.host);
  return {
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls' && !isLocal,
    ignoreTLS: settings.security === 'none',
    tls: { rejectUnauthorized: !isLocal, minVersion: 'TLSv1.2' },
  };
}
