import type { ReadDb, WriteTx } from '../db/store.ts';
import { hashOfToken, newToken } from './token.ts';

/** Remembers that somebody knew an account's password, and returns the cookie's value; the store keeps its hash. */
export async function insertChallenge(tx: WriteTx, accountId: string, expiresAt: string): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('log_in_challenge')
    .values({ token_hash: hashOfToken(token), account_id: accountId, tries: 0, expires_at: expiresAt })
    .execute();
  return token;
}

/** The account whose password was right; null once it is too old, or its tries are used up. */
export async function findChallenge(
  db: ReadDb,
  token: string,
  still: { readonly now: string; readonly mostTries: number },
): Promise<string | null> {
  const row = await db
    .selectFrom('log_in_challenge')
    .select('account_id')
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', still.now)
    .where('tries', '<', still.mostTries)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** Counts a try before the code is looked at, so that tries side by side count too. */
export async function countChallengeTry(tx: WriteTx, token: string): Promise<void> {
  await tx
    .updateTable('log_in_challenge')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', hashOfToken(token))
    .execute();
}

/** False when it was gone already. */
export async function deleteChallenge(tx: WriteTx, token: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('log_in_challenge')
    .where('token_hash', '=', hashOfToken(token))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Whoever was half way in must begin anew. */
export async function deleteChallengesOf(tx: WriteTx, accountId: string): Promise<void> {
  await tx.deleteFrom('log_in_challenge').where('account_id', '=', accountId).execute();
}

export async function deleteExpiredChallenges(tx: WriteTx, now: string): Promise<void> {
  await tx.deleteFrom('log_in_challenge').where('expires_at', '<=', now).execute();
}
