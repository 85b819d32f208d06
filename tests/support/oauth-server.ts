import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OauthBehaviour = {
  /** What the person does on the provider's page. */
  readonly person?: 'allows' | 'refuses';
  /** An error of the token end point, whatever is asked. */
  readonly tokenError?: { readonly status: number; readonly error: string };
  /** Every refresh hands out a new refresh token and makes the old one worthless. */
  readonly rotates?: boolean;
  readonly handsOutRefreshToken?: boolean;
  readonly expiresInS?: number;
  /** Awaited before the token end point answers; what it hands out is good, and what that replaces worthless, by then. */
  readonly beforeAnswer?: () => Promise<unknown>;
};

export type OauthServer = {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The access token that is good now; undefined before the first. */
  readonly accessToken: () => string | undefined;
  /** Every access token and refresh token that was ever handed out. */
  readonly handedOut: readonly string[];
  /** Parameters of the questions to the token end point. */
  readonly tokenRequests: readonly Readonly<Record<string, string>>[];
  /** Parameters of the pages that were opened. */
  readonly pages: readonly Readonly<Record<string, string>>[];
  readonly behave: (behaviour: OauthBehaviour) => void;
  /** Takes every refresh token back. */
  readonly revoke: () => void;
  readonly close: () => Promise<void>;
};

/** As long as Microsoft's, which no entry of Windows' credential store holds. */
const refreshTokenLength = 3000;

type Code = { readonly challenge: string; readonly redirectUri: string };

/** An authorization server on loopback: RFC 6749 with PKCE (RFC 7636), for a desktop client with a secret. */
export async function startOauthServer(): Promise<OauthServer> {
  let behaviour: OauthBehaviour = {};
  const [clientId, clientSecret] = ['client-4711', 'client-secret-of-the-shop'];
  const codes = new Map<string, Code>();
  const refreshTokens = new Set<string>();
  const handedOut: string[] = [];
  const tokenRequests: Record<string, string>[] = [];
  const pages: Record<string, string>[] = [];
  let accessToken: string | undefined;

  function authorize(url: URL, response: ServerResponse): void {
    const asked = Object.fromEntries(url.searchParams);
    pages.push(asked);
    const isGood =
      asked.response_type === 'code' && asked.client_id === clientId && asked.code_challenge_method === 'S256';
    const redirect = URL.parse(asked.redirect_uri ?? '');
    if (!isGood || redirect === null || !['127.0.0.1', 'localhost'].includes(redirect.hostname)) {
      response.writeHead(400).end('This page shows an error and redirects nowhere');
      return;
    }
    redirect.searchParams.set('state', asked.state ?? '');
    if (behaviour.person === 'refuses') redirect.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(16).toString('hex');
      codes.set(code, { challenge: asked.code_challenge ?? '', redirectUri: asked.redirect_uri ?? '' });
      redirect.searchParams.set('code', code);
    }
    response.writeHead(302, { location: redirect.href }).end();
  }

  function grantOf(asked: Readonly<Record<string, string>>): 'good' | 'invalid_grant' | 'invalid_client' {
    if (asked.client_id !== clientId || asked.client_secret !== clientSecret) return 'invalid_client';
    if (asked.grant_type === 'refresh_token') {
      return refreshTokens.has(asked.refresh_token ?? '') ? 'good' : 'invalid_grant';
    }
    const code = codes.get(asked.code ?? '');
    codes.delete(asked.code ?? '');
    const challenge = createHash('sha256')
      .update(asked.code_verifier ?? '')
      .digest('base64url');
    return code?.challenge === challenge && code.redirectUri === asked.redirect_uri ? 'good' : 'invalid_grant';
  }

  async function token(asked: Readonly<Record<string, string>>, response: ServerResponse): Promise<void> {
    tokenRequests.push({ ...asked });
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const { tokenError } = behaviour;
    if (tokenError !== undefined) return void answer(tokenError.status, { error: tokenError.error });
    const grant = grantOf(asked);
    if (grant !== 'good') return void answer(grant === 'invalid_client' ? 401 : 400, { error: grant });
    accessToken = `access-${randomBytes(24).toString('hex')}`;
    handedOut.push(accessToken);
    const isNew = asked.grant_type === 'authorization_code' || behaviour.rotates === true;
    const body: Record<string, unknown> = {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: behaviour.expiresInS ?? 3600,
    };
    if (isNew && behaviour.handsOutRefreshToken !== false) {
      if (asked.refresh_token !== undefined) refreshTokens.delete(asked.refresh_token);
      const refreshToken = `refresh-${randomBytes(refreshTokenLength).toString('base64url')}`.slice(
        0,
        refreshTokenLength,
      );
      refreshTokens.add(refreshToken);
      handedOut.push(refreshToken);
      body.refresh_token = refreshToken;
    }
    await behaviour.beforeAnswer?.();
    answer(200, body);
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'GET' && url.pathname === '/authorize') return authorize(url, response);
    if (request.method === 'POST' && url.pathname === '/token') {
      void bodyOf(request).then((asked) => token(asked, response));
      return;
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    authorizeUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    clientId,
    clientSecret,
    accessToken: () => accessToken,
    handedOut,
    tokenRequests,
    pages,
    behave: (next) => {
      behaviour = next;
    },
    revoke: () => refreshTokens.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
}

/** The system's browser: opens a page, follows to where it leads, and answers the last page's text. */
export async function browse(url: string): Promise<string> {
  const response = await fetch(url);
  return response.text();
}
