import { type WebsiteCustomer, websiteCustomer } from '../../shared/my-page/protocol.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';

/** What a customer wants changed, until the shop has decided. */
export type ProposedDetails = {
  readonly customer: WebsiteCustomer;
  readonly at: string;
  /** Number of the enquiry that told the desktop. */
  readonly number: number;
};

/** An account's contact details; `known` is what the registration or the desktop said last. */
export type AccountDetails = { readonly known: WebsiteCustomer | null; readonly proposed: ProposedDetails | null };

export async function readDetails(db: ReadDb, accountId: string): Promise<AccountDetails> {
  const row = await db.selectFrom('account_details').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  const customer = parseCustomer(row?.proposed);
  const proposed =
    row && customer && row.proposed_at !== null ? { customer, at: row.proposed_at, number: row.proposed_number } : null;
  return { known: parseCustomer(row?.known), proposed };
}

export async function writeDetails(tx: WriteTx, accountId: string, details: AccountDetails): Promise<void> {
  const { known, proposed } = details;
  const values = {
    known: known && JSON.stringify(known),
    proposed: proposed && JSON.stringify(proposed.customer),
    proposed_at: proposed?.at ?? null,
    proposed_number: proposed?.number ?? 0,
  };
  await tx
    .insertInto('account_details')
    .values({ account_id: accountId, ...values })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
    .execute();
}

function parseCustomer(body: string | null | undefined): WebsiteCustomer | null {
  return body === null || body === undefined ? null : websiteCustomer.parse(JSON.parse(body));
}
