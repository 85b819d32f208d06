import type { MailReason } from '../../../shared/mails.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** The words of the index of open mails; SQLite takes it only for a query that holds the same words. */
export const isOpenMail = `state IN ('queued','sending','waiting','refused','uncertain')`;

export type MailToSend = {
  readonly id: number;
  readonly kind: 'order-status' | 'shop-copy';
};

/**
 * What a run has to send for a website, in the order of sending: customers before the shop's copies, and last those
 * that a server refused in an earlier run, so that they never stand in the way of others.
 */
export function listMailsToSend(db: ReadDb, websiteId: number): readonly MailToSend[] {
  return all<MailToSend>(
    db,
    `SELECT m.id, m.kind FROM mail m WHERE ${isOpenMail} AND m.website_id = @websiteId
       AND (m.state = 'queued' OR (m.state = 'waiting' AND m.kind = 'shop-copy'))
     ORDER BY m.kind = 'shop-copy',
       EXISTS (SELECT 1 FROM mail_order mo JOIN mail_order before ON before.order_id = mo.order_id
         AND before.ledger_version = mo.ledger_version JOIN mail old ON old.id = before.mail_id
         WHERE mo.mail_id = m.id AND old.id < m.id AND old.reply_code >= 500), m.id`,
    { websiteId },
  );
}

/**
 * Takes mails for sending: journal stage 1, the attempt counted before it is made. One commit serves the whole batch.
 * @returns the ids that were still there to take
 */
export function takeMails(tx: WriteTx, ids: readonly number[]): readonly number[] {
  return all<{ id: number }>(
    tx,
    `UPDATE mail SET state = 'sending', journal = 1, attempts = attempts + 1
     WHERE id IN (SELECT value FROM json_each(@ids)) AND state IN ('queued','waiting') RETURNING id`,
    { ids: JSON.stringify(ids) },
  ).map((row) => row.id);
}

/** Gives back mails that were taken and not tried: nothing was said to a server about them. */
export function giveBackMails(tx: WriteTx, ids: readonly number[], reason: MailReason): void {
  run(
    tx,
    `UPDATE mail SET state = 'waiting', journal = 0, attempts = attempts - 1, reason = @reason
     WHERE id IN (SELECT value FROM json_each(@ids)) AND state = 'sending' AND journal = 1`,
    { ids: JSON.stringify(ids), reason },
  );
}

/** Leaves mails for the next run that had no try; one that had keeps the reason it waits for. */
export function leaveWaiting(tx: WriteTx, ids: readonly number[], reason: MailReason): void {
  run(
    tx,
    `UPDATE mail SET state = 'waiting', reason = CASE WHEN state = 'waiting' AND reason <> '' THEN reason ELSE @reason END
     WHERE id IN (SELECT value FROM json_each(@ids)) AND state IN ('queued','waiting')`,
    { ids: JSON.stringify(ids), reason },
  );
}

/** Lets refused mails wait after all: the server turned out to refuse us, not them. */
export function keepRefused(tx: WriteTx, ids: readonly number[], reason: MailReason): void {
  run(
    tx,
    `UPDATE mail SET state = 'waiting', reason = @reason, settled_at = NULL
     WHERE id IN (SELECT value FROM json_each(@ids)) AND state = 'refused'`,
    { ids: JSON.stringify(ids), reason },
  );
}

/** Journal stage 2, committed before the first byte of the body may leave. @throws Error unless the mail is at stage 1 */
export function markBodyMayLeave(tx: WriteTx, mailId: number): void {
  const { changes } = run(tx, `UPDATE mail SET journal = 2 WHERE id = @mailId AND state = 'sending' AND journal = 1`, {
    mailId,
  });
  if (changes !== 1) throw new Error(`Mail ${mailId} is not assigned to a session`);
}

/** What a session needs of a mail. */
export type MailToHandOver = {
  readonly id: number;
  readonly kind: 'order-status' | 'shop-copy';
  readonly websiteId: number;
  readonly address: string;
  readonly senderAddress: string;
  readonly language: string;
  readonly subject: string;
  /** The exact bytes that every try sends. */
  readonly message: Buffer;
};
/** A mail with its two readings as well. */
export type MailBytes = MailToHandOver & { readonly html: string; readonly plain: string };

const handOverColumns =
  'id, kind, website_id AS websiteId, address, sender_address AS senderAddress, language, subject, message';

/** One mail with its bytes. @throws Error when there is none */
export function readMailToHandOver(db: ReadDb, mailId: number): MailToHandOver {
  const row = get<MailToHandOver>(db, `SELECT ${handOverColumns} FROM whole_mail WHERE id = @mailId`, { mailId });
  if (row === undefined) throw new Error(`No mail ${mailId}`);
  return row;
}

/** The same with its two readings. @throws Error when there is none */
export function readMailBytes(db: ReadDb, mailId: number): MailBytes {
  const row = get<MailBytes>(db, `SELECT ${handOverColumns}, html, plain FROM whole_mail WHERE id = @mailId`, {
    mailId,
  });
  if (row === undefined) throw new Error(`No mail ${mailId}`);
  return row;
}

export type Settlement = {
  readonly mailId: number;
  readonly state: 'accepted' | 'waiting' | 'refused' | 'uncertain' | 'dropped';
  /** A short word of the program's own; '' when the server's reply says it all. */
  readonly reason: MailReason;
  readonly replyCode: number | null;
  readonly reply: string;
  /** The server saw the body and refused it: three runs in a row are the end of trying (domain.md 9.12). */
  readonly isBodyRefused: boolean;
};

const longestReply = 1000;

/** Writes how a try ended. @throws Error when the mail is not being sent */
export function settleMail(tx: WriteTx, context: CommandContext, settlement: Settlement): void {
  const { changes } = run(
    tx,
    `UPDATE mail SET state = @state, journal = 0, reason = @reason, reply_code = @replyCode, reply = @reply,
       refused_runs = refused_runs + @refusals, settled_at = CASE WHEN @state = 'waiting' THEN NULL ELSE @now END
     WHERE id = @mailId AND state = 'sending'`,
    {
      mailId: settlement.mailId,
      state: settlement.state,
      reason: settlement.reason,
      replyCode: settlement.replyCode,
      reply: settlement.reply.slice(0, longestReply),
      refusals: settlement.isBodyRefused ? 1 : 0,
      now: context.now,
    },
  );
  if (changes !== 1) throw new Error(`Mail ${settlement.mailId} is not being sent`);
}

/**
 * Puts away a mail whose outcome could not be written: when its body may have left it waits for staff, else for the
 * next run. @returns where it stands now
 */
export function abandonMail(tx: WriteTx, context: CommandContext, mailId: number): 'uncertain' | 'waiting' {
  const row = get<{ journal: number }>(tx, `SELECT journal FROM mail WHERE id = @mailId AND state = 'sending'`, {
    mailId,
  });
  const state = row?.journal === 2 ? 'uncertain' : 'waiting';
  const isBodyRefused = false;
  settleMail(tx, context, { mailId, state, reason: 'not-written', replyCode: null, reply: '', isBodyRefused });
  return state;
}

export type ShopCopy = {
  readonly ofMailId: number;
  readonly randomId: string;
  readonly address: string;
  readonly subject: string;
  readonly message: Buffer;
  readonly frozenAt: string;
};

/** Queues the shop's own copy of a mail; a second one of the same mail is never made. @returns its id */
export function insertShopCopy(tx: WriteTx, copy: ShopCopy): number | null {
  const { ofMailId, randomId, address, subject, frozenAt } = copy;
  const { changes, lastId } = run(
    tx,
    `INSERT INTO mail(random_id, run_id, website_id, contact_id, kind, copy_of_mail_id, address, language, sender_address, subject,
       frozen_at, state)
     SELECT @randomId, run_id, website_id, contact_id, 'shop-copy', id, @address, language, sender_address, @subject,
       @frozenAt, 'queued' FROM mail WHERE id = @ofMailId
       AND NOT EXISTS (SELECT 1 FROM mail copy WHERE copy.copy_of_mail_id = @ofMailId AND copy.contact_id = mail.contact_id)`,
    { ofMailId, randomId, address, subject, frozenAt },
  );
  if (changes === 0) return null;
  run(
    tx,
    'INSERT INTO mail_text(mail_id, message, html, plain) SELECT @mailId, @message, html, plain FROM whole_mail WHERE id = @ofMailId',
    { mailId: lastId, message: copy.message, ofMailId },
  );
  return lastId;
}

/**
 * Puts right what a killed program left in the middle of sending: what was only assigned is tried again, what may
 * have left waits for staff; nobody needs to decide about a shop's copy. Called at the start of a run.
 */
export function recoverAfterCrash(
  tx: WriteTx,
  context: CommandContext,
): { readonly queued: number; readonly uncertain: number } {
  const isSending = `id IN (SELECT m.id FROM mail m WHERE ${isOpenMail} AND m.state = 'sending')`;
  const queued = run(tx, `UPDATE mail SET state = 'queued', journal = 0 WHERE ${isSending} AND journal < 2`);
  const uncertain = run(
    tx,
    `UPDATE mail SET state = CASE kind WHEN 'shop-copy' THEN 'dropped' ELSE 'uncertain' END, journal = 0,
       reason = 'program-stopped', settled_at = @now
     WHERE ${isSending} AND journal = 2`,
    { now: context.now },
  );
  return { queued: queued.changes, uncertain: uncertain.changes };
}
