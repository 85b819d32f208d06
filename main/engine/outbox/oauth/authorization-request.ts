import { createHash } from 'node:crypto';
import type { OauthProvider } from './oauth-provider.ts';

/** What one sign-in knows and nobody else: random texts of at least 256 bits. */
export type SignInSecrets = {
  /** Comes back with the redirect; an answer without it is not ours (RFC 6749 10.12). */
  readonly state: string;
  /** Proves at the token end point that the code was asked for here (PKCE, RFC 7636). */
  readonly verifier: string;
};

export type AuthorizationRequest = SignInSecrets & {
  readonly clientId: string;
  readonly redirectUri: string;
  /** The mailbox that is to sign in; '' when it is not known. */
  readonly loginHint: string;
};

/** The page of the provider that the browser opens. */
export function authorizationUrl(provider: OauthProvider, request: AuthorizationRequest): string {
  const url = new URL(provider.authorizeUrl);
  const parameters = {
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    ...(provider.scope === '' ? {} : { scope: provider.scope }),
    state: request.state,
    code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(request.loginHint === '' ? {} : { login_hint: request.loginHint }),
    ...provider.authorizeParameters,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** What a browser brought to the loopback address. */
export type Redirect =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'refused'; readonly error: string }
  /** Not the answer to this sign-in: somebody else's, or a browser asking for an icon. */
  | { readonly kind: 'not-ours' };

/** Reads the query of a redirect (RFC 6749 4.1.2). */
export function readRedirect(path: string, state: string): Redirect {
  const url = URL.canParse(path, 'http://127.0.0.1') ? new URL(path, 'http://127.0.0.1') : null;
  if (url === null || url.pathname !== '/' || url.searchParams.get('state') !== state) return { kind: 'not-ours' };
  const code = url.searchParams.get('code');
  const error = url.searchParams.get('error');
  if (error !== null) return { kind: 'refused', error: errorWord(error) };
  return code === null || code === '' ? { kind: 'not-ours' } : { kind: 'code', code };
}

/** A provider's error code, if it reads like one (RFC 6749 5.2): it is shown to staff and may be logged. */
export function errorWord(error: unknown): string {
  return typeof error === 'string' && /^[a-z_]{1,60}$/.test(error) ? error : '';
}
