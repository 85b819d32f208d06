import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Binds forms to one browser: made from its session cookie, or its visitor cookie before log-in. */
export function makeFormToken(cookie: string, secret: string): string {
  return createHmac('sha256', secret).update(`form:${cookie}`).digest('base64url');
}

export function isFormToken(token: string, cookie: string, secret: string): boolean {
  const given = Buffer.from(token);
  const expected = Buffer.from(makeFormToken(cookie, secret));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Whether a form was sent from our own pages. Every browser in use says so with Sec-Fetch-Site or Origin; a request
 * that says neither is refused.
 */
export function comesFromOwnPage(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined) return fetchSite === 'same-origin';
  return isSameOrigin(origin, publicUrl);
}

function isSameOrigin(origin: string, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  const own = new URL(publicUrl);
  if (given.origin === own.origin) return true;
  // On one's own machine localhost and 127.0.0.1 are the same site.
  const isSamePlace = given.protocol === own.protocol && given.port === own.port;
  return isSamePlace && isLoopback(given.hostname) && isLoopback(own.hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
