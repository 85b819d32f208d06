import { type WebsiteCustomer, websiteCustomer } from '../../shared/my-page/protocol.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';
import type { RegistrationRow } from '../db/tables.ts';
import { foldEmail } from './account-store.ts';
import { hashOfToken, newToken } from './token.ts';

/** Somebody's wish for an account. It becomes one once whoever reads mail at that address says so. */
export type AskedRegistration = {
  readonly id: string;
  readonly customer: WebsiteCustomer;
  readonly language: string;
};

export async function insertRegistration(
  tx: WriteTx,
  { id, customer, language }: AskedRegistration,
  expiresAt: string,
): Promise<void> {
  const email = foldEmail(customer.email);
  await tx
    .insertInto('registration')
    .values({
      id,
      token_hash: null,
      email_folded: email,
      customer: JSON.stringify(customer),
      language,
      expires_at: expiresAt,
    })
    .execute();
}

export async function findRegistration(db: ReadDb, id: string): Promise<AskedRegistration | null> {
  const row = await db.selectFrom('registration').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toRegistration(row) : null;
}

/** Draws the token of a mail that is about to leave; one that was drawn before stops working. */
export async function drawRegistrationLink(tx: WriteTx, id: string, expiresAt: string): Promise<string> {
  const token = newToken();
  await tx
    .updateTable('registration')
    .set({ token_hash: hashOfToken(token), expires_at: expiresAt })
    .where('id', '=', id)
    .execute();
  return token;
}

/** What a link is for, without spending it: mail scanners follow links. */
export async function findLinkedRegistration(
  db: ReadDb,
  token: string,
  now: string,
): Promise<AskedRegistration | null> {
  const row = await db
    .selectFrom('registration')
    .selectAll()
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? toRegistration(row) : null;
}

/** Spends a link: of two that try at once, one gets the registration. */
export async function spendRegistrationLink(
  tx: WriteTx,
  token: string,
  now: string,
): Promise<AskedRegistration | null> {
  const row = await tx
    .deleteFrom('registration')
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
  return row ? toRegistration(row) : null;
}

/** Forgets what was asked for these addresses; their links stop working. */
export async function deleteRegistrationsOf(tx: WriteTx, emails: readonly string[]): Promise<void> {
  await tx.deleteFrom('registration').where('email_folded', 'in', emails.map(foldEmail)).execute();
}

export async function deleteExpiredRegistrations(tx: WriteTx, now: string): Promise<void> {
  await tx.deleteFrom('registration').where('expires_at', '<=', now).execute();
}

function toRegistration({ id, customer, language }: RegistrationRow): AskedRegistration {
  return { id, customer: websiteCustomer.parse(JSON.parse(customer)), language };
}
