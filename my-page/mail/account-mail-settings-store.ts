import { type AccountMailSettings, accountMailSettings } from '../../shared/my-page/protocol.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';

/** What holds until the desktop has published its own. */
const defaultSettings: AccountMailSettings = { senderName: '', senderAddress: '', replyTo: '', copyTo: '', texts: [] };

/** Sender, copy and texts of account mails as last published. */
export async function readAccountMailSettings(db: ReadDb): Promise<AccountMailSettings> {
  const row = await db.selectFrom('account_mail_settings').select('body').executeTakeFirst();
  return row ? accountMailSettings.parse(JSON.parse(row.body)) : defaultSettings;
}

export async function writeAccountMailSettings(tx: WriteTx, settings: AccountMailSettings): Promise<void> {
  const body = JSON.stringify(settings);
  await tx
    .insertInto('account_mail_settings')
    .values({ id: 1, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
    .execute();
}
