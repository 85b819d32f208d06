import { hashOfToken, newToken } from '../accounts/token.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';

/** Which order a pass is for: a published one, or one that was received and not handled yet. */
export type GuestPass = { readonly orderId: string | null; readonly enquiryId: string | null };
/** `link` stands in a mail and is spent once; `view` is a browser's cookie. */
export type GuestPassKind = 'link' | 'view';

/** Makes a pass and returns its token; the store keeps only the hash. */
export async function insertGuestPass(
  tx: WriteTx,
  kind: GuestPassKind,
  pass: GuestPass & { readonly expiresAt: string },
): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('guest_pass')
    .values({
      token_hash: hashOfToken(token),
      kind,
      order_id: pass.orderId,
      enquiry_id: pass.enquiryId,
      expires_at: pass.expiresAt,
    })
    .execute();
  return token;
}

/** What a pass is for, without spending it; null once it has expired. */
export async function findGuestPass(
  db: ReadDb,
  kind: GuestPassKind,
  asked: { readonly token: string; readonly now: string },
): Promise<GuestPass | null> {
  const row = await db
    .selectFrom('guest_pass')
    .select(['order_id as orderId', 'enquiry_id as enquiryId'])
    .where('token_hash', '=', hashOfToken(asked.token))
    .where('kind', '=', kind)
    .where('expires_at', '>', asked.now)
    .executeTakeFirst();
  return row ?? null;
}

/** Spends a link: of two that try at once, one gets in. */
export async function spendGuestLink(tx: WriteTx, token: string, now: string): Promise<GuestPass | null> {
  const row = await tx
    .deleteFrom('guest_pass')
    .where('token_hash', '=', hashOfToken(token))
    .where('kind', '=', 'link')
    .where('expires_at', '>', now)
    .returning(['order_id as orderId', 'enquiry_id as enquiryId'])
    .executeTakeFirst();
  return row ?? null;
}

export async function deleteExpiredPasses(tx: WriteTx, now: string): Promise<void> {
  await tx.deleteFrom('guest_pass').where('expires_at', '<=', now).execute();
}
