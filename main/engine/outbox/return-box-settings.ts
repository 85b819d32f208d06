import { isLoopback } from './smtp-settings.ts';

/** How to reach the IMAP box in which mails that came back lie. */
export type ReturnBoxSettings = {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  /** As the server names it. */
  readonly folder: string;
};

/** The longest waits and the most that is read, so that no box can hold a run or fill the memory. */
export type ReturnBoxLimits = {
  /** From the look-up of the name until the folder stands open. */
  readonly openMs: number;
  /** For the answer to one command. */
  readonly answerMs: number;
  /** For all reading of a run; what is left is the next run's. */
  readonly readMs: number;
  readonly mostMessages: number;
  /** What is read of one message: a bounce's own words and the header that it returns stand before the mail itself. */
  readonly mostBytes: number;
};

export const usualReturnBoxLimits: ReturnBoxLimits = {
  openMs: 30_000,
  answerMs: 30_000,
  readMs: 120_000,
  mostMessages: 10_000,
  mostBytes: 262_144,
};

/** The part of the library's options that decides about encryption; null where nothing may be said to the server. */
export type ReturnBoxTls = {
  readonly secure: boolean;
  /** Undefined: when it is offered. */
  readonly doSTARTTLS?: boolean;
  readonly tls: { readonly rejectUnauthorized: boolean; readonly minVersion: 'TLSv1.2' };
};

/**
 * Encryption is required unless the host is this machine; off it, `none` is no choice: the box holds customers' letters. A
 * certificate that nobody vouches for is taken from this machine only.
 */
export function returnBoxTls({ host, security }: ReturnBoxSettings): ReturnBoxTls | null {
  const isLocal = isLoopback(host);
  const tls = { rejectUnauthorized: !isLocal, minVersion: 'TLSv1.2' } as const;
  if (security === 'tls') return { secure: true, tls };
  if (security === 'none') return isLocal ? { secure: false, doSTARTTLS: false, tls } : null;
  return isLocal ? { secure: false, tls } : { secure: false, doSTARTTLS: true, tls };
}
