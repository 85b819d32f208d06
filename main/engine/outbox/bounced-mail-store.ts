import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import type { MailThatMayBeBack } from './note-bounce.ts';

/** The mail with a random id, whichever website's it is; undefined when there is none. */
export function readMailByRandomId(
  db: ReadDb,
  randomId: string,
): (MailThatMayBeBack & { readonly id: number }) | undefined {
  return get(
    db,
    `SELECT id, kind, random_id AS randomId, sender_address AS senderAddress, address FROM mail WHERE random_id = @randomId`,
    { randomId },
  );
}

/**
 * Notes that a mail which a server has taken, or may have, came back, and what was said. False when that has been noted before, by
 * a bounce or by hand: a report that is read twice changes nothing, and no mark that staff have lifted comes again.
 */
export function noteCameBack(
  tx: WriteTx,
  mail: { readonly mailId: number; readonly at: string; readonly words: string },
): boolean {
  const { changes } = run(
    tx,
    `UPDATE mail SET came_back_at = @at, came_back = @words
     WHERE id = @mailId AND came_back_at IS NULL AND state IN ('accepted','settled','uncertain')`,
    { ...mail },
  );
  return changes === 1;
}
