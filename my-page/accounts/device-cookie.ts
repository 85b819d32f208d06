import { createHmac, timingSafeEqual } from 'node:crypto';
import { foldEmail } from './account-store.ts';
import { newToken } from './token.ts';

/**
 * A browser that has logged in to an account before shows it by a signed cookie, and its guesses are counted apart from
 * those of all unknown browsers (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"): whoever guesses from
 * elsewhere keeps nobody out who has been here. The cookie opens nothing, and names no account.
 */
type Entry = { readonly nonce: string; readonly signature: string };

/** People who share a browser. */
const mostAccounts = 5;
const entryForm = /^(?<nonce>[\w-]{43})\.(?<signature>[\w-]{43})$/;

/** The name under which this browser's guesses at that account are counted, or null for an unknown browser. */
export function knownDevice(cookie: string | null, email: string, secret: string): string | null {
  return entriesIn(cookie).find((entry) => isSigned(entry, email, secret))?.nonce ?? null;
}

/** The cookie after a log-in: the account's entry is new, those of other accounts stay. */
export function withDevice(cookie: string | null, email: string, secret: string): string {
  const nonce = newToken();
  const others = entriesIn(cookie).filter((entry) => !isSigned(entry, email, secret));
  return [{ nonce, signature: sign(nonce, email, secret) }, ...others.slice(0, mostAccounts - 1)]
    .map((entry) => `${entry.nonce}.${entry.signature}`)
    .join('~');
}

function entriesIn(cookie: string | null): readonly Entry[] {
  return (cookie ?? '')
    .slice(0, 1000)
    .split('~')
    .flatMap((text) => {
      const { nonce, signature } = entryForm.exec(text)?.groups ?? {};
      return nonce === undefined || signature === undefined ? [] : [{ nonce, signature }];
    });
}

function isSigned({ nonce, signature }: Entry, email: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(nonce, email, secret)));
}

function sign(nonce: string, email: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`device:${nonce}:${foldEmail(email)}`)
    .digest('base64url');
}
