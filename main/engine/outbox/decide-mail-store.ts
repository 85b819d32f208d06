import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

export type DecidableMail = { readonly id: number; readonly state: string; readonly orderIds: readonly number[] };

export function readDecidableMail(db: ReadDb, mailId: number): DecidableMail | undefined {
  const mail = get<{ id: number; state: string }>(db, 'SELECT id, state FROM mail WHERE id = @mailId', { mailId });
  if (mail === undefined) return undefined;
  const orders = all<{ id: number }>(db, 'SELECT order_id AS id FROM mail_order WHERE mail_id = @mailId', { mailId });
  return { ...mail, orderIds: orders.map((order) => order.id) };
}

/** Writes what staff decided. A dropped mail frees its place at the ledger version, for the one that tells anew. */
export function endDecidedMail(
  tx: WriteTx,
  context: CommandContext,
  end: { readonly mailId: number; readonly state: 'settled' | 'dropped'; readonly reason: string },
): void {
  run(
    tx,
    `UPDATE mail SET state = @state, reason = @reason, settled_at = @now WHERE id = @mailId AND state = 'uncertain'`,
    {
      ...end,
      now: context.now,
    },
  );
  if (end.state === 'dropped') {
    run(tx, 'UPDATE mail_order SET is_live = 0 WHERE mail_id = @mailId', { mailId: end.mailId });
  }
}

export function resetRefusedRuns(tx: WriteTx, mailId: number): void {
  run(tx, `UPDATE mail SET refused_runs = 0 WHERE id = @mailId AND state = 'refused'`, { mailId });
}
