import type { Change, NotToldReason } from '../../../shared/change.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { isOpenMail } from '../outbox/outbox-store.ts';
import { priceColumns } from '../settings/price-columns.ts';
import type { FrozenMail } from './compose-mail.ts';

export type MailToQueue = {
  readonly runId: number;
  readonly websiteId: number;
  readonly contactId: number;
  readonly address: string;
  readonly language: string;
  readonly senderAddress: string;
  readonly refusedRuns: number;
  readonly frozen: FrozenMail;
  /** Of the worded mail (compose-mail.ts). */
  readonly fingerprint: string;
};

/** Whether a mail with this random id is or was in the outbox, whatever became of it. */
export function isInOutbox(db: ReadDb, randomId: string): boolean {
  return get(db, 'SELECT 1 FROM mail WHERE random_id = @randomId', { randomId }) !== undefined;
}

/** A run's mails of a website that wait to be sent. */
export function listQueued(db: ReadDb, of: { readonly runId: number; readonly websiteId: number }): readonly number[] {
  return all<{ id: number }>(
    db,
    `SELECT id FROM mail WHERE run_id = @runId AND state = 'queued' AND website_id = @websiteId AND kind = 'order-status' ORDER BY id`,
    { runId: of.runId, websiteId: of.websiteId },
  ).map(({ id }) => id);
}

/** Puts a frozen mail into the outbox. @throws when its random id is there already */
export function insertMail(tx: WriteTx, mail: MailToQueue): number {
  const { lastId: mailId } = run(
    tx,
    `INSERT INTO mail(random_id, run_id, website_id, contact_id, kind, address, language, sender_address, subject, frozen_at, fingerprint,
       state, refused_runs)
     VALUES (@randomId, @runId, @websiteId, @contactId, 'order-status', @address, @language, @senderAddress, @subject, @frozenAt,
       @fingerprint, 'queued', @refusedRuns)`,
    {
      randomId: mail.frozen.randomId,
      runId: mail.runId,
      websiteId: mail.websiteId,
      contactId: mail.contactId,
      address: mail.address,
      language: mail.language,
      senderAddress: mail.senderAddress,
      subject: mail.frozen.subject,
      frozenAt: mail.frozen.frozenAt,
      fingerprint: mail.fingerprint,
      refusedRuns: mail.refusedRuns,
    },
  );
  const { message, html, plain } = mail.frozen;
  run(tx, 'INSERT INTO mail_text(mail_id, message, html, plain) VALUES (@mailId, @message, @html, @plain)', {
    mailId,
    message,
    html,
    plain,
  });
  return mailId;
}

/** @throws when another live mail tells of the same ledger version: nothing goes twice */
export function insertMailOrder(
  tx: WriteTx,
  row: {
    readonly mailId: number;
    readonly orderId: number;
    readonly ledgerVersion: number;
    readonly changes: readonly Change[];
  },
): void {
  run(
    tx,
    'INSERT INTO mail_order(mail_id, order_id, ledger_version, changes) VALUES (@mailId, @orderId, @ledgerVersion, @changes)',
    { ...row, changes: JSON.stringify(row.changes) },
  );
}

/** Ends a mail that did not go: made anew or nothing left to tell. Its bytes stay for the log. */
export function endMail(
  tx: WriteTx,
  end: {
    readonly mailId: number;
    readonly state: 'superseded' | 'dropped';
    readonly reason: string;
    readonly at: string;
  },
): void {
  run(tx, 'UPDATE mail SET state = @state, reason = @reason, settled_at = @at WHERE id = @mailId', { ...end });
  run(tx, 'UPDATE mail_order SET is_live = 0 WHERE mail_id = @mailId', { mailId: end.mailId });
}

/**
 * Mails of an earlier run that was killed are not sent as they are: they wait until they are made anew. Those that a stopped run
 * left before it stay known as what staff have looked at.
 */
export function leaveOlderMailsWaiting(tx: WriteTx, of: { readonly runId: number; readonly websiteId: number }): void {
  run(
    tx,
    `UPDATE mail INDEXED BY mail_by_state SET state = 'waiting', reason = CASE WHEN reason IN ('shown-first','surge') THEN reason ELSE 'program-stopped' END
     WHERE ${isOpenMail} AND state = 'queued' AND website_id = @websiteId AND run_id <> @runId AND kind = 'order-status'`,
    { runId: of.runId, websiteId: of.websiteId },
  );
}

export function setSupersededBy(tx: WriteTx, mailId: number, supersededBy: number): void {
  run(tx, 'UPDATE mail SET superseded_by = @supersededBy WHERE id = @mailId', { mailId, supersededBy });
}

/** The sentences of an order for My page's time line; a mail made anew replaces its own. */
export function upsertNews(
  tx: WriteTx,
  news: {
    readonly orderId: number;
    readonly ledgerVersion: number;
    readonly at: string;
    readonly sentences: readonly string[];
  },
): void {
  run(
    tx,
    `INSERT INTO order_news(order_id, ledger_version, at, sentences) VALUES (@orderId, @ledgerVersion, @at, @sentences)
     ON CONFLICT DO UPDATE SET at = @at, sentences = @sentences WHERE sentences <> @sentences`,
    { ...news, sentences: JSON.stringify(news.sentences) },
  );
}

/** News of a state that was undone before it was told goes away again. */
export function deleteNews(tx: WriteTx, orderId: number, ledgerVersion: number): void {
  const { changes } = run(tx, 'DELETE FROM order_news WHERE order_id = @orderId AND ledger_version = @ledgerVersion', {
    orderId,
    ledgerVersion,
  });
  if (changes > 0) run(tx, 'UPDATE order_publication SET version = version + 1 WHERE order_id = @orderId', { orderId });
}

export function noteNotTold(
  tx: WriteTx,
  note: {
    readonly runId: number;
    readonly websiteId: number;
    readonly orderId: number;
    readonly contactId: number;
    readonly reason: NotToldReason;
  },
): void {
  run(
    tx,
    `INSERT INTO run_not_told(run_id, website_id, order_id, contact_id, reason) VALUES (@runId, @websiteId, @orderId, @contactId, @reason)
     ON CONFLICT DO UPDATE SET reason = @reason`,
    { ...note },
  );
}

/** It is told after all. */
export function forgetNotTold(tx: WriteTx, of: { readonly runId: number; readonly orderId: number }): void {
  run(tx, 'DELETE FROM run_not_told WHERE run_id = @runId AND order_id = @orderId', { ...of });
}

/** An order in which something unforeseen was met: named in the report. */
export function noteUnjudged(
  tx: WriteTx,
  note: { readonly runId: number; readonly websiteId: number; readonly orderId: number },
): void {
  run(
    tx,
    `INSERT INTO run_not_told(run_id, website_id, order_id, contact_id, reason)
     SELECT @runId, @websiteId, id, contact_id, 'not-worded' FROM sales_order WHERE id = @orderId
     ON CONFLICT DO UPDATE SET reason = 'not-worded'`,
    { runId: note.runId, websiteId: note.websiteId, orderId: note.orderId },
  );
}

/** Everything of a website that decides what a mail says or whether it goes, as one comparable text. */
export function settingsFingerprint(tx: Parameters<typeof all>[0], websiteId: number): string {
  return JSON.stringify([
    get(
      tx,
      `SELECT rule_1, rule_2, rule_3, rule_4, rule_5, rule_6, rule_7, rule_options, attaches_delivery_notes, language, name, url, colour, my_page_url, sender_name, sender_address,
         reply_to, opt_out_secret, mails_per_day, (SELECT name || email || currency || time_zone FROM company) AS company, ${priceColumns}
       FROM website WHERE id = @websiteId`,
      { websiteId },
    ),
    all(tx, 'SELECT * FROM website_text WHERE website_id = @websiteId', { websiteId }),
    get(tx, 'SELECT hex(image) AS logo FROM website_logo WHERE website_id = @websiteId', { websiteId }),
    all(tx, 'SELECT * FROM website_word WHERE website_id = @websiteId', { websiteId }),
    all(tx, 'SELECT * FROM website_language_substitute WHERE website_id = @websiteId', { websiteId }),
    all(tx, 'SELECT * FROM carrier'),
  ]);
}
