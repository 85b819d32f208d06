import { hash, randomBytes } from 'node:crypto';

/** A secret that cannot be guessed: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps of a token, so that a copy of the store opens no session and spends no link. */
export function hashOfToken(token: string): string {
  return hash('sha256', token, 'hex');
}
