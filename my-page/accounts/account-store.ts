import type { ReadDb, WriteTx } from '../db/store.ts';
import type { AccountRow } from '../db/tables.ts';

export type AccountStatus = 'approved' | 'pending' | 'declined';

/** A customer's account on the site. `id` is the site's own, `desktopAccountId` the desktop's. */
export type Account = {
  readonly id: string;
  readonly desktopAccountId: string | null;
  readonly contactId: string | null;
  readonly email: string;
  readonly status: AccountStatus;
  readonly name: string;
  readonly language: string;
  readonly orderStatusMails: boolean;
  readonly settingsNumber: number;
  readonly passwordHash: string | null;
  /** When its owner asked to be deleted: closed since then. */
  readonly deletionAskedAt: string | null;
  /** The desktop's version of it; 0 for one that the desktop has not published. */
  readonly version: number;
};

/** An address as it is compared: case and outer white space do not matter. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase().normalize('NFC');
}

export async function findAccount(db: ReadDb, id: string): Promise<Account | null> {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toAccount(row) : null;
}

export async function findAccountByDesktopId(db: ReadDb, desktopAccountId: string): Promise<Account | null> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('desktop_account_id', '=', desktopAccountId)
    .executeTakeFirst();
  return row ? toAccount(row) : null;
}

export async function findAccountByEmail(db: ReadDb, email: string): Promise<Account | null> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('email_folded', '=', foldEmail(email))
    .executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** The accounts of a contact of the desktop. */
export async function findAccountsOfContact(db: ReadDb, contactId: string): Promise<readonly Account[]> {
  const rows = await db
    .selectFrom('account')
    .selectAll()
    .where('contact_id', '=', contactId)
    .orderBy('created_at')
    .execute();
  return rows.map(toAccount);
}

export async function insertAccount(tx: WriteTx, account: Account, createdAt: string): Promise<void> {
  await tx
    .insertInto('account')
    .values({ ...toRow(account), created_at: createdAt })
    .execute();
}

/** Replaces all but the site's own id. @throws Error when there is no such account. */
export async function updateAccount(tx: WriteTx, account: Account): Promise<void> {
  const { id, ...values } = toRow(account);
  const { numUpdatedRows } = await tx.updateTable('account').set(values).where('id', '=', id).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`No account ${id}`);
}

/** Removes an account; its sessions, links and details go with it. */
export async function deleteAccount(tx: WriteTx, id: string): Promise<void> {
  await tx.deleteFrom('account').where('id', '=', id).execute();
}

/** Replaces a password's hash, unless the password was changed meanwhile. */
export async function replacePasswordHash(
  tx: WriteTx,
  id: string,
  hash: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password_hash: hash.to })
    .where('id', '=', id)
    .where('password_hash', '=', hash.from)
    .execute();
}

/** Whether its owner may use it. */
export function isUsable(account: Account): boolean {
  return account.status === 'approved' && account.deletionAskedAt === null;
}

function toRow(account: Account): Omit<AccountRow, 'created_at'> {
  return {
    id: account.id,
    desktop_account_id: account.desktopAccountId,
    contact_id: account.contactId,
    email: account.email,
    email_folded: foldEmail(account.email),
    status: account.status,
    name: account.name,
    language: account.language,
    order_status_mails: account.orderStatusMails ? 1 : 0,
    settings_number: account.settingsNumber,
    password_hash: account.passwordHash,
    deletion_asked_at: account.deletionAskedAt,
    version: account.version,
  };
}

/** An account as its row has it. */
export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    desktopAccountId: row.desktop_account_id,
    contactId: row.contact_id,
    email: row.email,
    status: toStatus(row.status),
    name: row.name,
    language: row.language,
    orderStatusMails: row.order_status_mails === 1,
    settingsNumber: row.settings_number,
    passwordHash: row.password_hash,
    deletionAskedAt: row.deletion_asked_at,
    version: row.version,
  };
}

function toStatus(status: string): AccountStatus {
  return status === 'approved' || status === 'declined' ? status : 'pending';
}
