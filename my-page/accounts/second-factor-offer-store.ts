import type { ReadDb, WriteTx } from '../db/store.ts';
import { hashOfToken } from './token.ts';

/** Keeps a secret that one session was offered until a first code proves that the app has it. */
export async function writeOffer(
  tx: WriteTx,
  sessionToken: string,
  offer: { readonly sealedSecret: string; readonly expiresAt: string },
): Promise<void> {
  const values = { secret: offer.sealedSecret, expires_at: offer.expiresAt };
  await tx
    .insertInto('second_factor_offer')
    .values({ session_hash: hashOfToken(sessionToken), ...values })
    .onConflict((conflict) => conflict.column('session_hash').doUpdateSet(values))
    .execute();
}

/** What a session was offered, sealed; null once it is too old. */
export async function findOffer(db: ReadDb, sessionToken: string, now: string): Promise<string | null> {
  const row = await db
    .selectFrom('second_factor_offer')
    .select('secret')
    .where('session_hash', '=', hashOfToken(sessionToken))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.secret ?? null;
}

/** Takes an offer away: of two that take it at once, one gets it. */
export async function takeOffer(tx: WriteTx, sessionToken: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('second_factor_offer')
    .where('session_hash', '=', hashOfToken(sessionToken))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function deleteExpiredOffers(tx: WriteTx, now: string): Promise<void> {
  await tx.deleteFrom('second_factor_offer').where('expires_at', '<=', now).execute();
}
