import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../../../main/engine/db/database.ts';
import { createCallerFactory, router } from '../../../../main/engine/trpc.ts';
import { mailSettingsRouter } from '../../../../main/engine/website-data/mail-settings-router.ts';
import { findMissingSecrets } from '../../../../main/engine/website-data/missing-secrets-service.ts';
import { openEngineSession } from '../../../support/engine-session.ts';
import { browse, startOauthServer } from '../../../support/oauth-server.ts';

const websiteId = 1;

async function openSession(website: Readonly<Record<string, string>> = {}) {
  const { session, secrets, company, close } = await openEngineSession();
  onTestFinished(close);
  const columns = { id: websiteId, public_id: 'site-1', name: 'Shop', smtp_user: 'post@shop.example', ...website };
  const names = Object.keys(columns);
  company.command((tx) =>
    run(tx, `INSERT INTO website(${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`, columns),
  );
  const caller = createCallerFactory(router({ mailSettings: mailSettingsRouter }))({ session });
  return { caller: caller.mailSettings, secrets, company, session };
}

test('the window learns what the keychain holds, never what it is; an empty one takes it away', async () => {
  const { caller, secrets, company } = await openSession();
  expect(await caller.secrets({ websiteId })).toEqual({
    hasPassword: false,
    isSignedIn: false,
    hasClientSecret: false,
  });
  await caller.setPassword({ websiteId, password: 'pass-4711' });
  await caller.setClientSecret({ websiteId, clientSecret: 'client-4711' });
  expect(await caller.secrets({ websiteId })).toEqual({ hasPassword: true, isSignedIn: false, hasClientSecret: true });
  expect(company.db.serialize().includes('4711')).toBe(false);
  await caller.setPassword({ websiteId, password: '' });
  await caller.setClientSecret({ websiteId, clientSecret: '' });
  expect(secrets.kept.size).toBe(0);
});

test('a website that signs in lacks its sign-in on a new computer, not a password', async () => {
  const oauth = await startOauthServer();
  onTestFinished(oauth.close);
  const { caller, session, company } = await openSession({
    smtp_auth: 'oauth2',
    oauth_provider: 'other',
    oauth_client_id: oauth.clientId,
    oauth_authorize_url: oauth.authorizeUrl,
    oauth_token_url: oauth.tokenUrl,
  });
  await caller.setClientSecret({ websiteId, clientSecret: oauth.clientSecret });
  const missing = async () => (await findMissingSecrets(session)).websites;
  expect(await missing()).toEqual([{ websiteId, missing: ['mail-sign-in'] }]);
  const told: string[] = [];
  for await (const event of await caller.signIn({ websiteId, language: 'nb' })) {
    told.push(event.kind);
    if (event.kind === 'open') void browse(event.url);
  }
  expect(told).toEqual(['open', 'signed-in']);
  expect(await missing()).toEqual([]);
  expect(await caller.secrets({ websiteId })).toMatchObject({ isSignedIn: true });
  const choose = (provider: string) =>
    company.command((tx) => run(tx, 'UPDATE website SET oauth_provider = @provider', { provider }));
  choose('microsoft');
  expect(await missing()).toEqual([{ websiteId, missing: ['mail-sign-in'] }]);
  expect(await caller.secrets({ websiteId })).toMatchObject({ isSignedIn: false, hasClientSecret: false });
  choose('other');
  await caller.signOut({ websiteId });
  expect(await missing()).toEqual([{ websiteId, missing: ['mail-sign-in'] }]);
});

test('the check is told step by step, and a website that is gone is said so', async () => {
  const { caller } = await openSession({ smtp_host: '' });
  const steps: string[] = [];
  for await (const { finding } of await caller.check({ websiteId })) steps.push(finding);
  expect(steps).toEqual(['mail-settings-incomplete']);
  await expect(caller.sendTest({ websiteId: 9, to: 'post@shop.example', language: 'en' })).rejects.toMatchObject({
    cause: { code: 'not-found' },
  });
});
