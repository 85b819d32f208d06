import type { ReadDb, WriteTx } from '../db/store.ts';
import { type Account, findAccount } from './account-store.ts';
import { hashOfToken, newToken } from './token.ts';

/** Opens a session and returns the cookie's value; the store keeps only its hash. */
export async function insertSession(
  tx: WriteTx,
  accountId: string,
  times: { readonly createdAt: string; readonly expiresAt: string },
): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      account_id: accountId,
      created_at: times.createdAt,
      expires_at: times.expiresAt,
    })
    .execute();
  return token;
}

/** The account a session cookie stands for; null once expired, logged out, or no longer approved. */
export async function findSessionAccount(db: ReadDb, token: string, now: string): Promise<Account | null> {
  const row = await db
    .selectFrom('session')
    .select('account_id')
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  const account = row ? await findAccount(db, row.account_id) : null;
  return account?.status === 'approved' ? account : null;
}

export async function deleteSession(tx: WriteTx, token: string): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', hashOfToken(token)).execute();
}

/** Logs the account out everywhere. */
export async function deleteSessionsOf(tx: WriteTx, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute();
}

export async function deleteExpiredSessions(tx: WriteTx, now: string): Promise<void> {
  await tx.deleteFrom('session').where('expires_at', '<=', now).execute();
}
