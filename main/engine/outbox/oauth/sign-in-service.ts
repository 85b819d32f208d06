import { randomBytes } from 'node:crypto';
import { AppError, assertNever } from '../../../../shared/errors.ts';
import type { SignInEvent } from '../../../../shared/mail-sign-in.ts';
import type { ProgramLanguage } from '../../../../shared/program-language.ts';
import type { Secrets } from '../../secrets/secrets.ts';
import type { SendSettings } from '../send-settings-store.ts';
import { authorizationUrl, type SignInSecrets } from './authorization-request.ts';
import { listenForRedirect, type RedirectListener } from './loopback-redirect-client.ts';
import { type OauthProvider, providerFor } from './oauth-provider.ts';
import type { TokenAnswer } from './token-answer.ts';
import { askForTokens } from './token-client.ts';

export type SignInParts = {
  readonly settings: SendSettings;
  readonly secrets: Secrets;
  /** That of the page which the browser shows in the end. */
  readonly language: ProgramLanguage;
  /** Ends the sign-in. */
  readonly signal: AbortSignal;
  readonly longestWaitMs?: number;
};

/** Finding the phone with the second factor takes its time. */
const usualWaitMs = 600_000;

/**
 * Signs a mailbox in: tells the page that the system's browser is to open, waits for the browser to come back, and keeps the
 * refresh token in the keychain (authorization code flow with PKCE, RFC 7636, RFC 8252). The access token is thrown away: a
 * run fetches its own.
 *
 * @throws AppError 'oauth-settings-incomplete', 'oauth-sign-in-refused', 'oauth-sign-in-not-finished', 'oauth-client-refused',
 * 'oauth-server-unreachable', 'keychain-unavailable'
 */
export async function* signIn(parts: SignInParts): AsyncGenerator<SignInEvent> {
  const { settings, language } = parts;
  const provider = providerFor(settings.oauth);
  const own: SignInSecrets = { state: randomText(), verifier: randomText() };
  const listener = await listenForRedirect(own.state, language);
  try {
    const redirectUri = `http://${provider.redirectHost}:${listener.port}`;
    const { clientId } = settings.oauth;
    const loginHint = settings.smtp.user.includes('@') ? settings.smtp.user : '';
    yield { kind: 'open', url: authorizationUrl(provider, { ...own, clientId, redirectUri, loginHint }) };
    const code = await codeFrom(listener, parts);
    const answer = await exchange(parts, provider, { code, verifier: own.verifier, redirectUri });
    await parts.secrets.set(settings.accounts.refreshToken, refreshTokenIn(answer, provider));
    yield { kind: 'signed-in' };
  } finally {
    listener.close();
  }
}

async function codeFrom(listener: RedirectListener, parts: SignInParts): Promise<string> {
  const timeout = AbortSignal.timeout(parts.longestWaitMs ?? usualWaitMs);
  const redirect = await listener.answer(AbortSignal.any([parts.signal, timeout])).catch((error: unknown) => {
    throw timeout.aborted ? new AppError('oauth-sign-in-not-finished') : error;
  });
  if (redirect.kind === 'refused') throw new AppError('oauth-sign-in-refused', { error: redirect.error });
  return redirect.code;
}

type Code = { readonly code: string; readonly verifier: string; readonly redirectUri: string };

async function exchange({ settings, secrets, signal }: SignInParts, provider: OauthProvider, code: Code) {
  return askForTokens({
    tokenUrl: provider.tokenUrl,
    clientId: settings.oauth.clientId,
    clientSecret: await secrets.get(settings.accounts.clientSecret),
    grant: { kind: 'code', ...code },
    signal,
  });
}

function refreshTokenIn(answer: TokenAnswer, provider: OauthProvider): string {
  const { host } = new URL(provider.tokenUrl);
  switch (answer.kind) {
    case 'tokens':
      // It could mail for an hour and not a run longer
      if (answer.refreshToken === null) throw new AppError('oauth-sign-in-refused', { error: 'no_refresh_token' });
      return answer.refreshToken;
    case 'grant-refused':
      throw new AppError('oauth-sign-in-refused', { error: answer.error });
    case 'client-refused':
      throw new AppError('oauth-client-refused', { error: answer.error });
    case 'unreachable':
      throw new AppError('oauth-server-unreachable', { host });
    default:
      return assertNever(answer, 'token answer');
  }
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}
