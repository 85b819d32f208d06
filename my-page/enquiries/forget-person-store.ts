import { type Enquiry, enquiry } from '../../shared/my-page/protocol.ts';
import type { WriteTx } from '../db/store.ts';
import { enquiryWithoutPerson } from './forget-person.ts';

/** Takes the person out of an enquiry that is known by its id; its number, and so the desktop's cursor, stays good. */
export async function forgetPersonInEnquiry(tx: WriteTx, enquiryId: string): Promise<void> {
  const row = await tx.selectFrom('enquiry').select('body').where('id', '=', enquiryId).executeTakeFirst();
  if (row) await writeBody(tx, enquiryWithoutPerson(enquiry.parse(JSON.parse(row.body))));
}

/** The same for what else an account said: registrations and proposals name it, a wish for deletion only its address. */
export async function forgetPersonInEnquiries(
  tx: WriteTx,
  account: { readonly siteAccountId: string; readonly emails: readonly string[] },
): Promise<void> {
  const emails = account.emails.map(fold).filter((email) => email !== '');
  const rows = await tx
    .selectFrom('enquiry')
    .select('body')
    .where('kind', 'in', ['registration', 'changed-details', 'activity'])
    .where(({ or, eb, fn }) =>
      or([account.siteAccountId, ...emails].map((mark) => eb(fn<string>('lower', ['body']), 'like', `%${mark}%`))),
    )
    .execute();
  for (const { body } of rows) {
    const found = enquiry.parse(JSON.parse(body));
    const isTheirs = 'siteAccountId' in found && found.siteAccountId === account.siteAccountId;
    const isByAddress = found.kind === 'activity' && emails.includes(fold(found.customer.email));
    if (isTheirs || isByAddress) await writeBody(tx, enquiryWithoutPerson(found));
  }
}

/** Whether the desktop has yet to fetch an order of the account: it needs to know who ordered. */
export async function hasOrdersToFetch(tx: WriteTx, siteAccountId: string, confirmed: number): Promise<boolean> {
  const row = await tx
    .selectFrom('web_order')
    .innerJoin('enquiry', 'enquiry.id', 'web_order.enquiry_id')
    .select('enquiry.id')
    .where('web_order.account_id', '=', siteAccountId)
    .where('enquiry.number', '>', confirmed)
    .executeTakeFirst();
  return row !== undefined;
}

async function writeBody(tx: WriteTx, entry: Enquiry): Promise<void> {
  await tx
    .updateTable('enquiry')
    .set({ body: JSON.stringify(entry) })
    .where('id', '=', entry.id)
    .execute();
}

function fold(email: string): string {
  return email.trim().toLowerCase();
}
