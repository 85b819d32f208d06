import { Secret, TOTP } from 'otpauth';

/** RFC 6238 with the defaults of every authenticator app, which the address need not name. */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** A phone's clock may be half a minute off, and a code may be typed as it changes. */
const driftSteps = 1;
/** RFC 4226 4: 160 bits. */
const secretBytes = 20;

/** A new secret to share with the customer's app, in base32. */
export function newCodeSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** The address that apps read from a QR code or a link; short, so that the picture stays easy to scan. */
export function codeAddress(secret: string, at: { readonly siteName: string; readonly email: string }): string {
  // Apps split issuer and label at a colon.
  const issuer = at.siteName.replaceAll(':', ' ').trim() || 'My page';
  const label = [issuer, at.email].map(encodeURIComponent).join(':');
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

/** The 30-second step whose code this is, now or one step off; null for none. Steps are counted from 1970 on. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...kind, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp, window: driftSteps });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

/** What was typed as a code of the app, without blanks; null when it cannot be one. */
export function readTypedCode(typed: string): string | null {
  const code = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}

/** A secret as people type it: in groups of four. */
export function groupsOf(secret: string): readonly string[] {
  return secret.match(/.{1,4}/g) ?? [];
}
