import { sql } from 'kysely';
import type { SiteSettings } from '../../shared/my-page/protocol.ts';
import { readQuery } from '../db/read-query.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';
import type { AccountRow } from '../db/tables.ts';
import { readSiteSettings, siteSettingsFrom } from '../site/site-settings-store.ts';
import { type Account, isUsable, toAccount } from './account-store.ts';
import type { Device } from './device.ts';
import { idleSince } from './session-life.ts';
import { hashOfToken, newToken } from './token.ts';

const mostListed = 50;

/** Opens a session and returns the cookie's value; the store keeps only its hash. */
export async function insertSession(
  tx: WriteTx,
  accountId: string,
  session: { readonly createdAt: string; readonly expiresAt: string; readonly device: Device },
): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      account_id: accountId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      seen_at: session.createdAt,
      browser: session.device.browser,
      system: session.device.system,
    })
    .execute();
  return token;
}

export type OpenSession = { readonly account: Account; readonly seenAt: string };

type SessionQuestion = { readonly tokenHash: string; readonly now: string; readonly idleSince: string };
type SessionAnswer = AccountRow & { readonly seen_at: string; readonly settings: string | null };

/** Who asks and how the site is set up, in one question: every page of a logged-in customer begins with it. */
const sessionAndSettings = readQuery<SessionQuestion, SessionAnswer>((db, given) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('site_settings', (join) => join.on('site_settings.id', '=', sql.lit(1)))
    .selectAll('account')
    .select(['session.seen_at', 'site_settings.body as settings'])
    .where('session.token_hash', '=', given.text('tokenHash'))
    .where('session.expires_at', '>', given.text('now'))
    .where('session.seen_at', '>', given.text('idleSince')),
);

/**
 * The account a session cookie stands for; null once expired, idle too long, logged out, or no longer approved. With it the settings
 * of the site, which are there either way.
 */
export async function findSession(
  db: ReadDb,
  token: string,
  now: Date,
): Promise<{ readonly open: OpenSession | null; readonly settings: SiteSettings }> {
  const asked = { tokenHash: hashOfToken(token), now: now.toISOString(), idleSince: idleSince(now) };
  const [row] = await sessionAndSettings(db, asked);
  if (!row) return { open: null, settings: await readSiteSettings(db) };
  const account = toAccount(row);
  return {
    open: isUsable(account) ? { account, seenAt: row.seen_at } : null,
    settings: siteSettingsFrom(row.settings),
  };
}

/** Remembers that a session was in use. */
export async function markSeen(tx: WriteTx, token: string, now: string): Promise<void> {
  await tx.updateTable('session').set({ seen_at: now }).where('token_hash', '=', hashOfToken(token)).execute();
}

/** A place where an account is logged in; `isThisOne` is the one that asks. */
export type ListedSession = {
  /** Names it in a form. Of no use as a cookie. */
  readonly id: string;
  readonly device: Device;
  readonly seenAt: string;
  readonly isThisOne: boolean;
};

/** Where an account is logged in: the one that asks first, then the last seen. */
export async function listSessions(
  db: ReadDb,
  accountId: string,
  asked: { readonly token: string; readonly now: Date },
): Promise<readonly ListedSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['token_hash', 'browser', 'system', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', asked.now.toISOString())
    .where('seen_at', '>', idleSince(asked.now))
    .orderBy('seen_at', 'desc')
    .limit(mostListed)
    .execute();
  const own = hashOfToken(asked.token);
  const listed = rows.map(({ token_hash, browser, system, seen_at }) => ({
    id: listedId(token_hash),
    device: { browser, system },
    seenAt: seen_at,
    isThisOne: token_hash === own,
  }));
  return [...listed.filter(({ isThisOne }) => isThisOne), ...listed.filter(({ isThisOne }) => !isThisOne)];
}

export async function deleteSession(tx: WriteTx, token: string): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', hashOfToken(token)).execute();
}

/** Ends one session of an account by its id in the list; false when the account has no such session. */
export async function endListedSession(tx: WriteTx, accountId: string, id: string): Promise<boolean> {
  const rows = await tx.selectFrom('session').select('token_hash').where('account_id', '=', accountId).execute();
  const found = rows.find(({ token_hash }) => listedId(token_hash) === id);
  if (!found) return false;
  await tx.deleteFrom('session').where('token_hash', '=', found.token_hash).execute();
  return true;
}

/** Not the stored hash itself: what is shown says nothing about what is stored. */
function listedId(tokenHash: string): string {
  return hashOfToken(`listed:${tokenHash}`).slice(0, 24);
}

/** Logs the account out everywhere. */
export async function deleteSessionsOf(tx: WriteTx, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute();
}

export async function deleteExpiredSessions(tx: WriteTx, now: Date): Promise<void> {
  await tx
    .deleteFrom('session')
    .where(({ eb, or }) => or([eb('expires_at', '<=', now.toISOString()), eb('seen_at', '<=', idleSince(now))]))
    .execute();
}
