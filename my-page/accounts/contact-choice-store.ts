import type { ReadDb, WriteTx } from '../db/store.ts';

/** What a contact of the desktop last chose here about order status e-mails, and in which enquiry it was told. */
export type ContactChoice = {
  readonly contactId: string;
  readonly orderStatusMails: boolean;
  readonly settingsNumber: number;
};

export async function readContactChoice(db: ReadDb, contactId: string): Promise<ContactChoice | null> {
  const row = await db.selectFrom('contact_choice').selectAll().where('contact_id', '=', contactId).executeTakeFirst();
  if (!row) return null;
  return { contactId, orderStatusMails: row.order_status_mails === 1, settingsNumber: row.settings_number };
}

export async function deleteContactChoice(tx: WriteTx, contactId: string): Promise<void> {
  await tx.deleteFrom('contact_choice').where('contact_id', '=', contactId).execute();
}

export async function writeContactChoice(tx: WriteTx, choice: ContactChoice): Promise<void> {
  const values = { order_status_mails: choice.orderStatusMails ? 1 : 0, settings_number: choice.settingsNumber };
  await tx
    .insertInto('contact_choice')
    .values({ contact_id: choice.contactId, ...values })
    .onConflict((conflict) => conflict.column('contact_id').doUpdateSet(values))
    .execute();
}
