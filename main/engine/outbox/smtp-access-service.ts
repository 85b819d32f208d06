import { AppError, assertNever } from '../../../shared/errors.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { providerFor } from './oauth/oauth-provider.ts';
import { askForTokens } from './oauth/token-client.ts';
import type { SendSettings } from './send-settings-store.ts';
import type { SmtpCredential } from './smtp-client.ts';

/**
 * What the next session logs in with; asked for each one, for a run may be longer than an access token lives.
 * @throws AppError with the code of a StopCause
 */
export type SmtpAccess = () => Promise<SmtpCredential>;

export type AccessParts = {
  readonly settings: SendSettings;
  readonly secrets: Secrets;
  readonly nowMs: () => number;
  readonly signal?: AbortSignal | undefined;
};

/** A token that ends within this time is not used for another session. */
const spareMs = 120_000;

/**
 * How a website gets into its mail server: with the password in the keychain, or with an access token that is fetched by the
 * refresh token in the keychain and kept in memory only.
 */
export function openSmtpAccess(parts: AccessParts): SmtpAccess {
  const { settings, secrets } = parts;
  if (settings.auth === 'oauth2') return tokenAccess(parts);
  return async () => {
    if (settings.smtp.user === '') return { password: '' };
    const password = await secrets.get(settings.accounts.password);
    if (password === null || password === '') throw new AppError('secret-missing');
    return { password };
  };
}

function tokenAccess(parts: AccessParts): SmtpAccess {
  let held: { readonly accessToken: string; readonly untilMs: number } | null = null;
  let fetching: Promise<SmtpCredential> | null = null;
  const fetchToken = async (): Promise<SmtpCredential> => {
    const { accessToken, expiresInS } = await refresh(parts);
    held = { accessToken, untilMs: parts.nowMs() + expiresInS * 1000 - spareMs };
    return { accessToken };
  };
  return async () => {
    if (held !== null && parts.nowMs() < held.untilMs) return { accessToken: held.accessToken };
    // Sessions that open at the same time share one question: some providers let a refresh token be used once
    fetching ??= fetchToken().finally(() => {
      fetching = null;
    });
    return fetching;
  };
}

async function refresh({ settings, secrets, signal }: AccessParts) {
  const provider = providerFor(settings.oauth);
  const { accounts } = settings;
  if (settings.smtp.user === '') throw new AppError('oauth-settings-incomplete');
  const refreshToken = await secrets.get(accounts.refreshToken);
  if (refreshToken === null || refreshToken === '') throw new AppError('oauth-not-signed-in');
  const answer = await askForTokens({
    tokenUrl: provider.tokenUrl,
    clientId: settings.oauth.clientId,
    clientSecret: await secrets.get(accounts.clientSecret),
    grant: { kind: 'refresh', refreshToken, scope: provider.scope },
    signal,
  });
  switch (answer.kind) {
    case 'tokens':
      // A new refresh token takes the old one's place (RFC 6749 6), before anything is sent with what came with it
      if (answer.refreshToken !== null) await secrets.set(accounts.refreshToken, answer.refreshToken);
      return answer;
    case 'grant-refused':
      throw new AppError('oauth-sign-in-expired', { error: answer.error });
    case 'client-refused':
      throw new AppError('oauth-client-refused', { error: answer.error });
    case 'unreachable':
      throw new AppError('oauth-server-unreachable', { host: new URL(provider.tokenUrl).host });
    default:
      return assertNever(answer, 'token answer');
  }
}
