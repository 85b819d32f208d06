import type { ReadDb, WriteTx } from '../db/store.ts';
import { hashOfToken, newToken } from './token.ts';

/** What a link is for: `set-password` the shop asked for by itself; the others go by mail. */
export type LinkPurpose = 'set-password' | 'invitation' | 'reset';

/**
 * Makes a link token for an account. The shop's own replaces all earlier ones, one that is mailed those of its kind: anybody
 * can ask for a reset, and an invitation may be handed over late.
 */
export async function insertOneTimeLink(
  tx: WriteTx,
  accountId: string,
  { purpose, expiresAt }: { readonly purpose: LinkPurpose; readonly expiresAt: string },
): Promise<string> {
  const token = newToken();
  const earlier = tx.deleteFrom('one_time_link').where('account_id', '=', accountId);
  await (purpose === 'set-password' ? earlier : earlier.where('purpose', '=', purpose)).execute();
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
