import type { WriteTx } from '../db/store.ts';
import { minutesBefore } from '../site/time.ts';
import { hashOfToken } from './token.ts';

/** Enough for someone who tries his three passwords, each with and without capitals. */
const freeGuesses = 10;
const firstWaitSeconds = 15;
/** Nobody is kept out for longer. */
const longestWaitSeconds = 15 * 60;
/** So long after the last guess, counting begins anew. */
const forgottenAfterMinutes = 24 * 60;

/**
 * Counts a guess (a password, a code) and says how many seconds to wait before the next: 0 to go on. Counted before the
 * guess is looked at, so that guesses side by side count too. After ten guesses each costs a longer wait, at most 15
 * minutes; a guess within a wait is refused and lengthens nothing. `key` is stored as a hash.
 */
export async function takeGuess(tx: WriteTx, key: string, now: Date): Promise<number> {
  const hash = hashOfToken(key);
  const row = await tx.selectFrom('guess_count').selectAll().where('key', '=', hash).executeTakeFirst();
  const isCounted = row !== undefined && row.last_at > minutesBefore(now, forgottenAfterMinutes);
  const waitMs = isCounted ? Date.parse(row.free_at) - now.getTime() : 0;
  if (waitMs > 0) return Math.ceil(waitMs / 1000);
  const guesses = (isCounted ? row.guesses : 0) + 1;
  const at = now.toISOString();
  const values = { guesses, last_at: at, free_at: new Date(now.getTime() + waitAfter(guesses) * 1000).toISOString() };
  await tx
    .insertInto('guess_count')
    .values({ key: hash, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
    .execute();
  return 0;
}

/** Seconds to wait after so many guesses. */
export function waitAfter(guesses: number): number {
  if (guesses < freeGuesses) return 0;
  return Math.min(firstWaitSeconds * 2 ** Math.min(guesses - freeGuesses, 20), longestWaitSeconds);
}

/** A right guess: counting begins anew. */
export async function forgetGuesses(tx: WriteTx, key: string): Promise<void> {
  await tx.deleteFrom('guess_count').where('key', '=', hashOfToken(key)).execute();
}

export async function deleteGuessesBefore(tx: WriteTx, now: Date): Promise<void> {
  await tx.deleteFrom('guess_count').where('last_at', '<', minutesBefore(now, forgottenAfterMinutes)).execute();
}
