import type { PeerCertificate } from 'node:tls';

/** How a session is encrypted. */
export type TlsFacts = {
  /** Such as `TLSv1.3`. */
  readonly protocol: string;
  /** Who vouches for the certificate; '' when it does not say. */
  readonly issuer: string;
  /** UTC, ISO 8601; null where no certificate was shown. */
  readonly validUntil: string | null;
};

/**
 * Reads what Node knows of an encrypted line: `{}` where the server showed no certificate, null once the line is gone
 * (node:tls, getPeerCertificate; its types know neither).
 */
export function tlsFacts(protocol: string | null, certificate: Partial<PeerCertificate> | null): TlsFacts {
  const { issuer, valid_to: validTo } = certificate ?? {};
  const names = [issuer?.O, issuer?.CN].flat().filter((name) => name !== undefined);
  const endMs = Date.parse(validTo ?? '');
  return {
    protocol: protocol ?? '',
    issuer: [...new Set(names)].join(', '),
    validUntil: Number.isNaN(endMs) ? null : new Date(endMs).toISOString(),
  };
}
