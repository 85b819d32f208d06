import type { WriteTx } from '../db/store.ts';
import { hashOfToken } from './token.ts';

export type Allowance = { readonly tries: number; readonly withinMinutes: number };

/**
 * Counts a try and says whether it may go on. Counted before the password is looked at, so that tries side by side
 * count too. `key` (an e-mail or network address) is stored as a hash.
 */
export async function takeTry(tx: WriteTx, key: string, allowance: Allowance, now: Date): Promise<boolean> {
  return (await takeTryOrWait(tx, key, allowance, now)) === 0;
}

/** Like takeTry, and says how many seconds to wait for the next: 0 when this one may go on. */
export async function takeTryOrWait(tx: WriteTx, key: string, allowance: Allowance, now: Date): Promise<number> {
  const hash = hashOfToken(key);
  const since = new Date(now.getTime() - allowance.withinMinutes * 60_000).toISOString();
  const row = await tx
    .selectFrom('throttle')
    .select(['tries', 'started_at'])
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
    return 0;
  }
  if (row.tries >= allowance.tries) {
    const freeAt = Date.parse(row.started_at) + allowance.withinMinutes * 60_000;
    return Math.max(Math.ceil((freeAt - now.getTime()) / 1000), 1);
  }
  await tx
    .updateTable('throttle')
    .set({ tries: row.tries + 1 })
    .where('key', '=', hash)
    .execute();
  return 0;
}

/** Gives one try back: it was no guess after all. */
export async function giveTryBack(tx: WriteTx, key: string): Promise<void> {
  await tx
    .updateTable('throttle')
    .set(({ eb }) => ({ tries: eb('tries', '-', 1) }))
    .where('key', '=', hashOfToken(key))
    .where('tries', '>', 0)
    .execute();
}

/** A successful log-in gives the address its tries back. */
export async function resetTries(tx: WriteTx, key: string): Promise<void> {
  await tx.deleteFrom('throttle').where('key', '=', hashOfToken(key)).execute();
}

export async function deleteTriesBefore(tx: WriteTx, instant: string): Promise<void> {
  await tx.deleteFrom('throttle').where('started_at', '<', instant).execute();
}
