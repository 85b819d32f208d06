import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReadDb } from '../../../../main/engine/db/database.ts';
import { signIn } from '../../../../main/engine/outbox/oauth/sign-in-service.ts';
import { sendQueuedMails } from '../../../../main/engine/outbox/send-service.ts';
import { readSendSettings } from '../../../../main/engine/outbox/send-settings-store.ts';
import { openSmtpAccess } from '../../../../main/engine/outbox/smtp-access-service.ts';
import { splitSecrets } from '../../../../main/engine/secrets/split-secrets-service.ts';
import { memoryKeychain } from '../../../support/memory-keychain.ts';
import { browse, type OauthServer, startOauthServer } from '../../../support/oauth-server.ts';
import { type MailCatcher, shortLimits, startMailCatcher } from '../../../support/smtp.ts';
import { companyOver } from '../../../support/web-orders.ts';
import { openOutboxCompany, queueMail, setWebsite, storedMails } from './outbox-company.ts';

const user = 'post@shop.example';
const closers: (() => unknown)[] = [];
let oauth: OauthServer;
let catcher: MailCatcher;
let db: ReadDb;
let keychain: ReturnType<typeof memoryKeychain>;

beforeEach(async () => {
  oauth = await startOauthServer();
  catcher = await startMailCatcher({ user, accessToken: oauth.accessToken });
  db = await openOutboxCompany({ port: catcher.port, user, sessions: 3 });
  closers.push(oauth.close, catcher.close, () => db.close());
  setWebsite(db, {
    smtp_auth: 'oauth2',
    oauth_provider: 'other',
    oauth_client_id: oauth.clientId,
    oauth_authorize_url: oauth.authorizeUrl,
    oauth_token_url: oauth.tokenUrl,
    oauth_scope: 'mail.send offline_access',
  });
  keychain = memoryKeychain();
  await secrets().set(settings().accounts.clientSecret, oauth.clientSecret);
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const settings = () => readSendSettings(db, 1);
const secrets = () => splitSecrets(keychain);
const refreshToken = () => secrets().get(settings().accounts.refreshToken);

type Meanwhile = {
  readonly open?: (url: string) => Promise<unknown>;
  readonly signal?: AbortSignal;
  readonly longestWaitMs?: number;
};

/** Signs in with a browser that does as `open` says. @returns the page that the browser showed last */
async function signInWith({ open = browse, signal = new AbortController().signal, longestWaitMs }: Meanwhile = {}) {
  let page: Promise<unknown> = Promise.resolve();
  const parts = { settings: settings(), secrets: secrets(), language: 'en' as const, signal };
  for await (const event of signIn({ ...parts, ...(longestWaitMs === undefined ? {} : { longestWaitMs }) })) {
    if (event.kind === 'open') page = open(event.url);
  }
  return page;
}

function run(signal?: AbortSignal) {
  return sendQueuedMails(companyOver(db), {
    websiteId: 1,
    secrets: secrets(),
    limits: shortLimits,
    signal,
    timing: { nowMs: () => 0, wait: async () => {} },
  });
}

describe('signing in', () => {
  test('keeps the refresh token in the keychain, and the browser says that one may go back', async () => {
    expect(await signInWith()).toContain('You are signed in');
    expect(await refreshToken()).toHaveLength(3000);
    expect(oauth.pages).toMatchObject([{ login_hint: user, scope: 'mail.send offline_access' }]);
    expect(oauth.pages[0]?.redirect_uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(oauth.tokenRequests[0]?.code_verifier).toMatch(/^[\w-]{43}$/);
  });

  test('takes no code that comes without its own state, and goes on waiting', async () => {
    const strangers: number[] = [];
    await signInWith({
      open: async (url) => {
        const redirectUri = new URL(url).searchParams.get('redirect_uri');
        for (const query of ['?code=stolen', '?code=stolen&state=guessed', '?error=access_denied', '', 'favicon.ico']) {
          strangers.push((await fetch(`${redirectUri}/${query}`)).status);
        }
        return browse(url);
      },
    });
    expect(strangers).toEqual([404, 404, 404, 404, 404]);
    expect(oauth.tokenRequests).toHaveLength(1);
    expect(await refreshToken()).not.toBeNull();
  });

  test('every sign-in has a state and a verifier of its own', async () => {
    await signInWith();
    await signInWith();
    expect(new Set(oauth.pages.map((page) => page.state)).size).toBe(2);
    expect(new Set(oauth.tokenRequests.map((request) => request.code_verifier)).size).toBe(2);
  });

  test('that the person refuses keeps what was there', async () => {
    await signInWith();
    const before = await refreshToken();
    oauth.behave({ person: 'refuses' });
    await expect(signInWith()).rejects.toMatchObject({
      code: 'oauth-sign-in-refused',
      details: { error: 'access_denied' },
    });
    expect(await refreshToken()).toBe(before);
  });

  test.each([
    ['no refresh token is handed out', { handsOutRefreshToken: false }, 'oauth-sign-in-refused'],
    ['the client is not known', { tokenError: { status: 401, error: 'invalid_client' } }, 'oauth-client-refused'],
    ['the code is refused', { tokenError: { status: 400, error: 'invalid_grant' } }, 'oauth-sign-in-refused'],
    ['the provider is down', { tokenError: { status: 503, error: 'down' } }, 'oauth-server-unreachable'],
  ])('%s', async (_what, behaviour, code) => {
    oauth.behave(behaviour);
    await expect(signInWith()).rejects.toMatchObject({ code });
    expect(await refreshToken()).toBeNull();
  });

  test('that nobody finishes ends by itself, and one that is cancelled at once; the port is free again', async () => {
    let port = '';
    const open = async (url: string) => {
      port = new URL(new URL(url).searchParams.get('redirect_uri') ?? '').port;
    };
    await expect(signInWith({ open, longestWaitMs: 50 })).rejects.toMatchObject({ code: 'oauth-sign-in-not-finished' });
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    const cancel = new AbortController();
    const signing = signInWith({ open: async () => cancel.abort(new Error('let go')), signal: cancel.signal });
    await expect(signing).rejects.toThrow('let go');
  });

  test('belongs to the provider: the next one is shown nothing of it, and it is there again for the first', async () => {
    await signInWith();
    const other = await startOauthServer();
    closers.push(other.close);
    setWebsite(db, { oauth_token_url: other.tokenUrl });
    queueMail(db);
    expect(await run()).toMatchObject({ waiting: 1, stoppedBy: 'oauth-not-signed-in' });
    await signInWith().catch(() => {});
    const shown = JSON.stringify(other.tokenRequests);
    expect(shown).not.toContain('refresh-');
    expect(shown).not.toContain(oauth.clientSecret);
    setWebsite(db, { oauth_provider: 'google' });
    expect(await refreshToken()).toBeNull();
    setWebsite(db, { oauth_provider: 'other', oauth_token_url: oauth.tokenUrl });
    queueMail(db);
    expect(await run()).toMatchObject({ accepted: 1, stoppedBy: null });
  });

  test.each([
    ['no client id', { oauth_client_id: '' }],
    ['an address that is not protected', { oauth_token_url: 'http://login.example/token' }],
  ])('does not begin with %s', async (_what, columns) => {
    setWebsite(db, columns);
    await expect(signInWith()).rejects.toMatchObject({ code: 'oauth-settings-incomplete' });
    expect(oauth.pages).toEqual([]);
  });
});

describe('a run', () => {
  test('logs in with one access token that it fetches by the refresh token', async () => {
    await signInWith();
    for (let index = 0; index < 9; index += 1) queueMail(db);
    expect(await run()).toMatchObject({ planned: 9, accepted: 9, stoppedBy: null });
    expect(oauth.tokenRequests.map(({ grant_type: grant }) => grant)).toEqual(['authorization_code', 'refresh_token']);
    expect(catcher.mails.every((mail) => mail.user === user)).toBe(true);
  });

  test('leaves no token in the database, and the access token not in the keychain either', async () => {
    await signInWith();
    queueMail(db);
    await run();
    const stored = db.serialize();
    const kept = [...keychain.kept.values()].join('');
    expect(oauth.handedOut).toHaveLength(3);
    for (const token of oauth.handedOut) {
      expect(stored.includes(token.slice(0, 40))).toBe(false);
      if (token.startsWith('access-')) expect(kept).not.toContain(token);
    }
  });

  test('keeps a refresh token that takes the old one’s place', async () => {
    await signInWith();
    oauth.behave({ rotates: true });
    const before = await refreshToken();
    for (const _run of [1, 2]) {
      queueMail(db);
      expect(await run()).toMatchObject({ accepted: 1, stoppedBy: null });
    }
    expect(await refreshToken()).not.toBe(before);
  });

  test.each<[string, () => Promise<unknown> | unknown, string]>([
    ['the sign-in was taken back', () => oauth.revoke(), 'oauth-sign-in-expired'],
    ['nobody signed in', () => secrets().delete(settings().accounts.refreshToken), 'oauth-not-signed-in'],
    ['the client secret is gone', () => secrets().delete(settings().accounts.clientSecret), 'oauth-client-refused'],
    ['the provider cannot be reached', () => oauth.close(), 'oauth-server-unreachable'],
    [
      'half of the token is gone',
      () => keychain.delete(`${settings().accounts.refreshToken}#a1`),
      'oauth-not-signed-in',
    ],
  ])('%s: all mails wait and say why', async (_what, happen, reason) => {
    await signInWith();
    await happen();
    queueMail(db);
    expect(await run()).toMatchObject({ accepted: 0, waiting: 1, stoppedBy: reason });
    expect(storedMails(db)).toMatchObject([{ state: 'waiting', reason }]);
    expect(catcher.mails).toEqual([]);
  });

  test('a token that the mail server refuses is told as such, and is not tried again', async () => {
    await signInWith();
    setWebsite(db, { smtp_user: 'other@shop.example' });
    queueMail(db);
    expect(await run()).toMatchObject({ waiting: 1, stoppedBy: 'mail-server-token-refused' });
    expect(oauth.tokenRequests).toHaveLength(2);
  });

  test('that opens several sessions at a time asks once: a refresh token may be good for one question', async () => {
    await signInWith();
    oauth.behave({ rotates: true });
    const access = openSmtpAccess({ settings: settings(), secrets: secrets(), nowMs: () => 0 });
    const tokens = await Promise.all([access(), access(), access()]);
    expect(tokens).toEqual(tokens.map(() => ({ accessToken: oauth.accessToken() })));
    expect(oauth.tokenRequests).toHaveLength(2);
  });

  test('that is cancelled while the provider replaces the refresh token ends at once; the new one is kept', async () => {
    await signInWith();
    const before = await refreshToken();
    const cancel = new AbortController();
    const answer = Promise.withResolvers<void>();
    oauth.behave({
      rotates: true,
      beforeAnswer: async () => {
        cancel.abort(new Error('cancelled'));
        await answer.promise;
      },
    });
    queueMail(db);
    expect(await run(cancel.signal)).toMatchObject({ waiting: 1, stoppedBy: null });
    expect(storedMails(db)).toMatchObject([{ state: 'waiting', reason: 'cancelled' }]);
    answer.resolve();
    await expect.poll(refreshToken).not.toBe(before);
    oauth.behave({ rotates: true });
    queueMail(db);
    expect(await run()).toMatchObject({ accepted: 1, stoppedBy: null });
  });

  test('and a check beside it share one question', async () => {
    await signInWith();
    const [parts, kept] = [{ settings: settings(), nowMs: () => 0 }, secrets()];
    oauth.behave({ rotates: true });
    const [run, check] = [openSmtpAccess({ ...parts, secrets: kept }), openSmtpAccess({ ...parts, secrets: kept })];
    expect(await Promise.all([run(), check()])).toEqual(Array(2).fill({ accessToken: oauth.accessToken() }));
    expect(oauth.tokenRequests).toHaveLength(2);
  });

  test.each<[string, () => Promise<unknown>, string | null]>([
    ['signs out', () => secrets().delete(settings().accounts.refreshToken), null],
    ['signs in anew', () => secrets().set(settings().accounts.refreshToken, 'of another'), 'of another'],
  ])(
    'that is handed a new refresh token undoes nothing where a person %s meanwhile',
    async (_what, meanwhile, left) => {
      await signInWith();
      oauth.behave({ rotates: true, beforeAnswer: meanwhile });
      queueMail(db);
      await run();
      expect(await refreshToken()).toBe(left);
    },
  );

  test('that is longer than its token lives fetches another for the next session', async () => {
    await signInWith();
    let nowMs = 0;
    const access = openSmtpAccess({ settings: settings(), secrets: secrets(), nowMs: () => nowMs });
    const [first, again] = [await access(), await access()];
    nowMs = 3_600_000;
    const later = await access();
    expect(again).toEqual(first);
    expect(later).toEqual({ accessToken: oauth.accessToken() });
    expect(later).not.toEqual(first);
  });
});
