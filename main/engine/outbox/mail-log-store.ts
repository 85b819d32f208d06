import type { NotToldReason } from '../../../shared/change.ts';
import type { NotToldOfOrder } from '../../../shared/mails.ts';
import { textRemoved } from '../contacts/removed-mail-text.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** The exact bytes of a mail, as they went out; empty once its text was removed. Undefined when there is no such mail. */
export function readMessage(db: ReadDb, mailId: number): Buffer | undefined {
  return get<{ message: Buffer }>(db, 'SELECT message FROM whole_mail WHERE id = @mailId', { mailId })?.message;
}

export type MailOfContact = {
  readonly id: number;
  readonly address: string;
  readonly subject: string;
  readonly state: string;
  readonly reason: string;
  readonly reply: string;
  readonly frozenAt: string;
  readonly settledAt: string | null;
  readonly cameBackAt: string | null;
  readonly cameBack: string;
  readonly orders: string;
  readonly message: Buffer;
};

/** All mails to one customer, oldest first; copies that the shop got are not among them. */
export function readMailsOfContact(db: ReadDb, contactId: number): readonly MailOfContact[] {
  return all<MailOfContact>(
    db,
    `SELECT m.id, m.address, m.subject, m.state, m.reason, m.reply, m.frozen_at AS frozenAt,
       m.settled_at AS settledAt, m.came_back_at AS cameBackAt, m.came_back AS cameBack, m.message,
       coalesce((SELECT group_concat(o.web_order_no, ' ') FROM mail_order mo JOIN sales_order o ON o.id = mo.order_id
         WHERE mo.mail_id = m.id), '') AS orders
     FROM whole_mail m WHERE m.contact_id = @contactId AND m.kind = 'order-status' ORDER BY m.id`,
    { contactId },
  );
}

const mostRuns = 20;

/** The last runs that told nothing of an order, and why, newest first. */
export function listNotToldOfOrder(db: ReadDb, orderId: number): readonly NotToldOfOrder[] {
  return all<NotToldOfOrder>(
    db,
    `SELECT r.id AS runId, r.started_at AS at, n.reason FROM run_not_told n JOIN run r ON r.id = n.run_id
     WHERE n.order_id = @orderId ORDER BY r.id DESC LIMIT @mostRuns`,
    { orderId, mostRuns },
  );
}

type NotToldOfContact = {
  readonly at: string;
  readonly webOrderNo: string;
  readonly reason: NotToldReason;
};

export function readNotToldOfContact(db: ReadDb, contactId: number): readonly NotToldOfContact[] {
  return all<NotToldOfContact>(
    db,
    `SELECT r.started_at AS at, o.web_order_no AS webOrderNo, n.reason FROM run_not_told n JOIN run r ON r.id = n.run_id
       JOIN sales_order o ON o.id = n.order_id
     WHERE o.contact_id = @contactId ORDER BY r.id, o.id`,
    { contactId },
  );
}

/**
 * Removes the texts of mails that came to their end before an instant, so many at most. One that the server refused, or that may
 * have arrived, waits for staff and keeps its text; about a shop's copy nobody decides.
 * @returns how many
 */
export function removeOldTexts(tx: WriteTx, of: { readonly before: string; readonly limit: number }): number {
  return run(
    tx,
    `UPDATE mail SET ${textRemoved} WHERE id IN (SELECT id FROM mail WHERE is_text_removed = 0 AND frozen_at < @before
       AND (state IN ('accepted','settled','superseded','dropped') OR (state = 'refused' AND kind = 'shop-copy')) LIMIT @limit)`,
    { ...of },
  ).changes;
}

export function readMailLogMonths(db: ReadDb): number {
  return get<{ months: number }>(db, 'SELECT mail_log_months AS months FROM company')?.months ?? 0;
}
