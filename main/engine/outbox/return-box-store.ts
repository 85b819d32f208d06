import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import type { ReturnBoxPosition } from './return-box-position.ts';
import type { ReturnBoxSettings } from './return-box-settings.ts';

export type StoredReturnBox = {
  readonly settings: ReturnBoxSettings;
  /** Where the keychain keeps the password. */
  readonly secretAccount: string;
};

/** The box in which a website's mails come back; undefined when staff have named none. */
export function readReturnBoxSettings(db: ReadDb, websiteId: number): StoredReturnBox | undefined {
  const row = get<ReturnBoxSettings & { readonly publicId: string }>(
    db,
    `SELECT public_id AS publicId, trim(return_host) AS host, return_port AS port, return_security AS security,
       trim(return_user) AS user, coalesce(nullif(trim(return_folder), ''), 'INBOX') AS folder FROM website WHERE id = @websiteId`,
    { websiteId },
  );
  if (row === undefined || row.host === '') return undefined;
  const { publicId, ...settings } = row;
  return { settings, secretAccount: returnBoxSecretAccount(publicId) };
}

/** The keychain account of the password of a website's return box. */
export function returnBoxSecretAccount(websitePublicId: string): string {
  return `imap:${websitePublicId}`;
}

export function readReturnBoxPosition(db: ReadDb, websiteId: number): ReturnBoxPosition | undefined {
  return get<ReturnBoxPosition>(
    db,
    `SELECT box, uid_validity AS uidValidity, last_uid AS lastUid FROM return_box_position WHERE website_id = @websiteId`,
    { websiteId },
  );
}

/** Belongs in the transaction that notes what the messages up to there led to. */
export function writeReturnBoxPosition(tx: WriteTx, websiteId: number, position: ReturnBoxPosition): void {
  run(
    tx,
    `INSERT INTO return_box_position(website_id, box, uid_validity, last_uid) VALUES (@websiteId, @box, @uidValidity, @lastUid)
     ON CONFLICT DO UPDATE SET box = @box, uid_validity = @uidValidity, last_uid = @lastUid`,
    { websiteId, ...position },
  );
}
