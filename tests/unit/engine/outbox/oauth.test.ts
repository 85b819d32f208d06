import { describe, expect, test } from 'vitest';
import { authorizationUrl, readRedirect } from '../../../../main/engine/outbox/oauth/authorization-request.ts';
import { type OauthSettings, providerFor } from '../../../../main/engine/outbox/oauth/oauth-provider.ts';
import { readTokenAnswer } from '../../../../main/engine/outbox/oauth/token-answer.ts';

const settings: OauthSettings = {
  provider: 'microsoft',
  clientId: 'client-1',
  tenant: '',
  authorizeUrl: '',
  tokenUrl: '',
  scope: '',
};

describe('where to sign in', () => {
  test('Microsoft: the shop’s own directory where one is named, the redirect by the name that apps are registered with', () => {
    expect(providerFor({ ...settings, tenant: 'fjell.onmicrosoft.com' })).toMatchObject({
      authorizeUrl: 'https://login.microsoftonline.com/fjell.onmicrosoft.com/oauth2/v2.0/authorize',
      redirectHost: 'localhost',
      scope: expect.stringContaining('offline_access'),
    });
    expect(providerFor(settings).tokenUrl).toContain('/organizations/');
  });

  test('Google: asked for a refresh token each time, since it hands one out only then', () => {
    expect(providerFor({ ...settings, provider: 'google' })).toMatchObject({
      redirectHost: '127.0.0.1',
      authorizeParameters: { access_type: 'offline', prompt: 'consent' },
    });
  });

  test.each([
    ['https://login.example/token', true],
    ['http://127.0.0.1:8080/token', true],
    ['http://login.example/token', false],
    ['http://127.0.0.1.login.example/token', false],
    ['ftp://login.example', false],
    ['', false],
  ])('another provider at %s: %s', (address, isTaken) => {
    const other = {
      ...settings,
      provider: 'other',
      authorizeUrl: 'https://login.example/a',
      tokenUrl: address,
    } as const;
    if (isTaken) expect(providerFor(other).tokenUrl).toBe(address);
    else expect(() => providerFor(other)).toThrow('oauth-settings-incomplete');
  });
});

test('the page that the browser opens carries the challenge and never the verifier', () => {
  const url = authorizationUrl(providerFor(settings), {
    clientId: 'client-1',
    redirectUri: 'http://localhost:1234',
    loginHint: '',
    state: 'state-1',
    verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  });
  // RFC 7636, appendix B
  expect(new URL(url).searchParams.get('code_challenge')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  expect(url).not.toContain('dBjftJeZ4CVP');
});

test.each([
  ['/?code=c&state=s', { kind: 'code', code: 'c' }],
  ['/?error=access_denied&state=s', { kind: 'refused', error: 'access_denied' }],
  ['/?error=%3Cscript%3E&state=s', { kind: 'refused', error: '' }],
  ['/?code=c&error=access_denied&state=s', { kind: 'refused', error: 'access_denied' }],
  ['/?code=&state=s', { kind: 'not-ours' }],
  ['/?code=c&state=other', { kind: 'not-ours' }],
  ['/other?code=c&state=s', { kind: 'not-ours' }],
  ['//[', { kind: 'not-ours' }],
])('the redirect %s', (path, redirect) => expect(readRedirect(path, 's')).toEqual(redirect));

describe('what the token end point says', () => {
  const tokens = { access_token: 'a', token_type: 'bearer', expires_in: '3599' };
  test.each([
    [
      'tokens',
      200,
      { ...tokens, refresh_token: 'r' },
      { kind: 'tokens', accessToken: 'a', expiresInS: 3599, refreshToken: 'r' },
    ],
    ['no new refresh token', 200, tokens, { kind: 'tokens', accessToken: 'a', expiresInS: 3599, refreshToken: null }],
    ['tokens of another kind', 200, { ...tokens, token_type: 'mac' }, { kind: 'unreachable' }],
    ['no JSON', 200, undefined, { kind: 'unreachable' }],
    ['a grant that ended', 400, { error: 'invalid_grant' }, { kind: 'grant-refused', error: 'invalid_grant' }],
    [
      'a person who is wanted',
      400,
      { error: 'interaction_required' },
      { kind: 'grant-refused', error: 'interaction_required' },
    ],
    ['an unknown client', 401, { error: 'invalid_client' }, { kind: 'client-refused', error: 'invalid_client' }],
    ['words that are no code', 400, { error: 'Bad <b>thing</b>' }, { kind: 'client-refused', error: '' }],
    ['too many questions', 429, { error: 'slow_down' }, { kind: 'unreachable' }],
    ['a server in trouble', 503, { error: 'server_error' }, { kind: 'unreachable' }],
    ['a page of some proxy', 407, undefined, { kind: 'unreachable' }],
  ])('%s', (_what, status, body, answer) => expect(readTokenAnswer(status, body)).toEqual(answer));
});
