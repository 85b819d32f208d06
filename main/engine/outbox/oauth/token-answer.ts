import { z } from 'zod';
import { errorWord } from './authorization-request.ts';

/** What the token end point answered. */
export type TokenAnswer =
  | {
      readonly kind: 'tokens';
      readonly accessToken: string;
      readonly expiresInS: number;
      /** Null where the one that was shown stays good. */
      readonly refreshToken: string | null;
    }
  /** The code or the refresh token is no longer good: somebody has to sign in. */
  | { readonly kind: 'grant-refused'; readonly error: string }
  /** What the shop entered about its client is refused. */
  | { readonly kind: 'client-refused'; readonly error: string }
  | { readonly kind: 'unreachable' };

const tokens = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().int().positive().default(300),
  refresh_token: z.string().min(1).optional(),
});
const refusal = z.object({ error: z.unknown() });

/** Errors that signing in again cures: the first of RFC 6749 5.2, the others of OpenID Connect as Microsoft uses them. */
const grantErrors: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'login_required',
  'consent_required',
]);

/** Reads an answer of the token end point (RFC 6749 5.1, 5.2). `body` is what its JSON held, or undefined. */
export function readTokenAnswer(status: number, body: unknown): TokenAnswer {
  if (status >= 200 && status < 300) {
    const read = tokens.safeParse(body);
    if (!read.success) return { kind: 'unreachable' };
    const { access_token: accessToken, expires_in: expiresInS, refresh_token: refreshToken = null } = read.data;
    return { kind: 'tokens', accessToken, expiresInS, refreshToken };
  }
  const read = refusal.safeParse(body);
  if (status < 400 || status >= 500 || status === 429 || !read.success) return { kind: 'unreachable' };
  const error = errorWord(read.data.error);
  return { kind: grantErrors.has(error) ? 'grant-refused' : 'client-refused', error };
}
