import type { ReadDb, WriteTx } from '../db/store.ts';
import { hashOfToken, newToken } from './token.ts';

/** Who asked for a link: `set-password` and `invitation` the shop, `reset` whoever typed the address. */
export type LinkPurpose = 'set-password' | 'invitation' | 'reset';

/**
 * Makes a link token for an account; its earlier ones stop working. A reset leaves the shop's links alone: anybody can ask
 * for one.
 */
export async function insertOneTimeLink(
  tx: WriteTx,
  accountId: string,
  { purpose, expiresAt }: { readonly purpose: LinkPurpose; readonly expiresAt: string },
): Promise<string> {
  const token = newToken();
  const earlier = tx.deleteFrom('one_time_link').where('account_id', '=', accountId);
  await (purpose === 'reset' ? earlier.where('purpose', '=', purpose) : earlier).execute();
  await tx
    .insertInto('one_time_link')
    .values({ token_hash: hashOfToken(token), account_id: accountId, purpose, expires_at: expiresAt })
    .execute();
  return token;
}

/** The account a link was made for, without spending it: mail scanners follow links. */
export async function findOneTimeLink(db: ReadDb, token: string, now: string): Promise<string | null> {
  const row = await db
    .selectFrom('one_time_link')
    .select('account_id')
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** Spends a link: of two that try at once, one gets the account. */
export async function spendOneTimeLink(tx: WriteTx, token: string, now: string): Promise<string | null> {
  const row = await tx
    .deleteFrom('one_time_link')
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** Makes every link of an account stop working. */
export async function deleteLinksOf(tx: WriteTx, accountId: string): Promise<void> {
  await tx.deleteFrom('one_time_link').where('account_id', '=', accountId).execute();
}

export async function deleteExpiredLinks(tx: WriteTx, now: string): Promise<void> {
  await tx.deleteFrom('one_time_link').where('expires_at', '<=', now).execute();
}
