import type { Allowance } from '../accounts/throttle-store.ts';
import { hashOfToken } from '../accounts/token.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';

/** How many requests a client has left, and when it gets all of them back. */
export type RequestCount = { readonly isAllowed: boolean; readonly left: number; readonly freshInSeconds: number };

/** Counts a request of a client within a window that began with its first one. `key` is stored as a hash. */
export async function countRequestOf(tx: WriteTx, key: string, allowance: Allowance, now: Date): Promise<RequestCount> {
  const present = await readRequestCount(tx, key, allowance, now);
  if (present !== null && present.left === 0) return { ...present, isAllowed: false };
  const hash = hashOfToken(key);
  if (present === null) {
    const fresh = { started_at: now.toISOString(), tries: 1 };
    await tx
      .insertInto('throttle')
      .values({ key: hash, ...fresh })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(fresh))
      .execute();
    return { isAllowed: true, left: allowance.tries - 1, freshInSeconds: allowance.withinMinutes * 60 };
  }
  await tx
    .updateTable('throttle')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('key', '=', hash)
    .execute();
  return { ...present, isAllowed: true, left: present.left - 1 };
}

/** The count as it stands; null where no window is open. */
export async function readRequestCount(
  db: ReadDb,
  key: string,
  allowance: Allowance,
  now: Date,
): Promise<RequestCount | null> {
  const windowMs = allowance.withinMinutes * 60_000;
  const row = await db
    .selectFrom('throttle')
    .select(['tries', 'started_at'])
    .where('key', '=', hashOfToken(key))
    .where('started_at', '>', new Date(now.getTime() - windowMs).toISOString())
    .executeTakeFirst();
  if (!row) return null;
  const left = Math.max(allowance.tries - row.tries, 0);
  const freshInSeconds = Math.ceil((Date.parse(row.started_at) + windowMs - now.getTime()) / 1000);
  return { isAllowed: left > 0, left, freshInSeconds: Math.max(freshInSeconds, 1) };
}
