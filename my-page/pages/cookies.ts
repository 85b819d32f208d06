import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Site } from '../site/site.ts';

/**
 * `device`: this browser has logged in before (device-cookie.ts); `guest`: shows one order; `challenge`: the password was
 * right, a code is asked for.
 */
export type CookieName = 'session' | 'visitor' | 'challenge' | 'device' | 'guest';

/**
 * The `__Host-` prefix keeps other hosts of the domain from planting a cookie (RFC 6265bis 4.1.3.2); browsers take it
 * over HTTPS only.
 */
function fullName(site: Site, name: CookieName): string {
  return `${site.isSecure ? '__Host-' : ''}my-page-${name}`;
}

export function readCookie(site: Site, request: FastifyRequest, name: CookieName): string | null {
  return request.cookies[fullName(site, name)] ?? null;
}

export function writeCookie(
  site: Site,
  reply: FastifyReply,
  name: CookieName,
  cookie: { readonly value: string; readonly maxAgeSeconds?: number },
): void {
  reply.setCookie(fullName(site, name), cookie.value, {
    ...options(site),
    // Not an instant: the customer's clock may be wrong.
    ...(cookie.maxAgeSeconds !== undefined && { maxAge: cookie.maxAgeSeconds }),
  });
}

export function clearCookie(site: Site, reply: FastifyReply, name: CookieName): void {
  reply.clearCookie(fullName(site, name), options(site));
}

function options(site: Site) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: site.isSecure } as const;
}
