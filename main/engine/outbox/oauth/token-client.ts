import { readAnswer } from '../../../../shared/read-answer.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';

export type TokenRequest = {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Null for a client that has none. */
  readonly clientSecret: string | null;
  readonly grant:
    | { readonly kind: 'code'; readonly code: string; readonly verifier: string; readonly redirectUri: string }
    | { readonly kind: 'refresh'; readonly refreshToken: string; readonly scope: string };
  readonly signal?: AbortSignal | undefined;
};

const longestWaitMs = 30_000;
const longestAnswerBytes = 262_144;

/** Asks the token end point (RFC 6749 4.1.3, 6). Follows no redirect: tokens go to the address that was entered. */
export async function askForTokens(request: TokenRequest): Promise<TokenAnswer> {
  const timeout = AbortSignal.timeout(longestWaitMs);
  try {
    const response = await fetch(request.tokenUrl, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(parametersOf(request)),
      redirect: 'error',
      signal: request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]),
    });
    return readTokenAnswer(response.status, parseJson(await readAnswer(response, longestAnswerBytes)));
  } catch {
    // Whatever the network did: the answer is not there, and nothing of the request may reach a log
    return { kind: 'unreachable' };
  }
}

function parametersOf({ clientId, clientSecret, grant }: TokenRequest): Record<string, string> {
  const client = { client_id: clientId, ...(clientSecret === null ? {} : { client_secret: clientSecret }) };
  if (grant.kind === 'code') {
    const { code, verifier, redirectUri } = grant;
    return { ...client, grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri };
  }
  const scope: Record<string, string> = grant.scope === '' ? {} : { scope: grant.scope };
  return { ...client, grant_type: 'refresh_token', refresh_token: grant.refreshToken, ...scope };
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
