import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The signed part of an opt-out link: `<contactId>.<HMAC-SHA256, base64url>`. The secret is made by the site and handed
 * to the desktop (`GET /api/v1/opt-out-secret`), so a link in an old mail works for as long as the site exists.
 */
export function makeOptOutToken(contactId: string, secret: string): string {
  return `${contactId}.${signature(contactId, secret).toString('base64url')}`;
}

/** The contact id that a token names, or null when it was not signed with this secret. Compares in constant time. */
export function readOptOutToken(token: string, secret: string): string | null {
  const dot = token.indexOf('.');
  if (dot < 1) return null;
  const contactId = token.slice(0, dot);
  const given = Buffer.from(token.slice(dot + 1), 'base64url');
  const expected = signature(contactId, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? contactId : null;
}

function signature(contactId: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`opt-out:${contactId}`).digest();
}
