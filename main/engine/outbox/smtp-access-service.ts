import { AppError, assertNever } from '../../../shared/errors.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { providerFor } from './oauth/oauth-provider.ts';
import { askForTokens } from './oauth/token-client.ts';
import type { SendSettings } from './send-settings-store.ts';
import type { SmtpCredential } from './smtp-client.ts';

/**
 * What the next session logs in with; asked for each one, for a run may be longer than an access token lives.
 * @throws AppError with the code of a StopCause; the signal's reason once it was given
 */
export type SmtpAccess = () => Promise<SmtpCredential>;

export type AccessParts = {
  readonly settings: SendSettings;
  readonly secrets: Secrets;
  readonly nowMs: () => number;
  /** Ends the waiting for a token, not the question for it. */
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
  const { nowMs, signal } = parts;
  let held: { readonly accessToken: string; readonly untilMs: number } | null = null;
  return async () => {
    if (held !== null && nowMs() < held.untilMs) return { accessToken: held.accessToken };
    signal?.throwIfAborted();
    const { accessToken, expiresInS } = await orAborted(refreshOnce(parts), signal);
    held = { accessToken, untilMs: nowMs() + expiresInS * 1000 - spareMs };
    return { accessToken };
  };
}

type Refreshed = { readonly accessToken: string; readonly expiresInS: number };

const refreshing = new WeakMap<Secrets, Map<string, Promise<Refreshed>>>();

/**
 * Some providers let a refresh token be used once, so all that need an answer at the same time share one question: the sessions
 * of a run, and a check beside it.
 */
function refreshOnce(parts: AccessParts): Promise<Refreshed> {
  const { secrets, settings } = parts;
  const account = settings.accounts.refreshToken;
  const underWay = refreshing.get(secrets) ?? new Map<string, Promise<Refreshed>>();
  refreshing.set(secrets, underWay);
  const known = underWay.get(account);
  if (known !== undefined) return known;
  const asked = refresh(parts).finally(() => underWay.delete(account));
  underWay.set(account, asked);
  return asked;
}

/** Gives up waiting once the signal is given; what is waited for goes on. @throws the signal's reason */
async function orAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
  if (signal === undefined) return answer;
  const ended = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: ended.signal });
  });
  return Promise.race([answer, aborted]).finally(() => ended.abort());
}

/** Nobody's signal ends the question: a token that the provider has replaced would be lost with the answer. */
async function refresh({ settings, secrets }: AccessParts): Promise<Refreshed> {
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
  });
  switch (answer.kind) {
    case 'tokens':
      // A new refresh token takes the old one's place (RFC 6749 6), before anything is sent with what came with it; not the
      // place of what a person did meanwhile: signing in anew or out
      if (answer.refreshToken !== null && (await secrets.get(accounts.refreshToken)) === refreshToken)
        await secrets.set(accounts.refreshToken, answer.refreshToken);
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
