import type { WriteTx } from '../db/store.ts';
import { hashOfToken } from './token.ts';

export type Allowance = { readonly tries: number; readonly withinMinutes: number };

/**
 * Counts a try and says whether it may go on. Counted before the password is looked at, so that tries side by side
 * count too. `key` (an e-mail or network address) is stored as a hash.
 */
export async function takeTry(tx: WriteTx, key: string, allowance: Allowance, now: Date): Promise<boolean> {
  const hash = hashOfToken(key);
  const since = new Date(now.getTime() - allowance.withinMinutes * 60_000).toISOString();
  const row = await tx
    .selectFrom('throttle')
    .select('tries')
    .where('key', '=', hash)
    .where('started_at', '>', since)
    .executeTakeFirst();
  if (!row) {
    const fresh = { started_at: now.toISOString(), tries: 1 };
    await tx
      .insertInto('throttle')
      .values({ key: hash, ...fresh })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(fresh))
      .execute();
    return true;
  }
  if (row.tries >= allowance.tries) return false;
  await tx
    .updateTable('throttle')
    .set({ tries: row.tries + 1 })
    .where('key', '=', hash)
    .execute();
  return true;
}

/** A successful log-in gives the address its tries back. */
export async function resetTries(tx: WriteTx, key: string): Promise<void> {
  await tx.deleteFrom('throttle').where('key', '=', hashOfToken(key)).execute();
}

export async function deleteTriesBefore(tx: WriteTx, instant: string): Promise<void> {
  await tx.deleteFrom('throttle').where('started_at', '<', instant).execute();
}
