import { z } from 'zod';
import type { MailDetails, MailListInput, MailListRow } from '../../../shared/mails.ts';
import { all, get, type ReadDb, type SqlRow } from '../db/database.ts';

type Row = Omit<MailListRow, 'orders'> & { readonly orders: string };

const columns = `m.id, m.run_id AS runId, m.kind, m.contact_id AS contactId, c.name AS customerName, m.address, m.subject, m.language,
  m.state, m.reason, m.attempts, m.reply_code AS replyCode, m.reply, m.frozen_at AS frozenAt, m.settled_at AS settledAt,
  (SELECT json_group_array(json_object('id', o.id, 'webOrderNo', o.web_order_no)) FROM mail_order mo
   JOIN sales_order o ON o.id = mo.order_id WHERE mo.mail_id = coalesce(m.copy_of_mail_id, m.id)) AS orders`;

const orders = z.array(z.object({ id: z.int(), webOrderNo: z.string() }));

function toListRow<Read extends Row>(row: Read): Omit<Read, 'orders'> & Pick<MailListRow, 'orders'> {
  return { ...row, orders: orders.parse(JSON.parse(row.orders)) };
}

/** Mails that fit all that is asked for, newest first, at most `limit`. */
export function listMails(db: ReadDb, input: MailListInput): readonly MailListRow[] {
  const conditions = ['m.id < @beforeId'];
  const parameters: SqlRow = { beforeId: input.beforeId ?? Number.MAX_SAFE_INTEGER, limit: input.limit };
  if (input.orderId !== undefined) {
    conditions.push('m.id IN (SELECT mail_id FROM mail_order WHERE order_id = @orderId)');
    parameters.orderId = input.orderId;
  }
  if (input.contactId !== undefined) {
    conditions.push('m.contact_id = @contactId');
    parameters.contactId = input.contactId;
  }
  if (input.runId !== undefined) {
    conditions.push('m.run_id = @runId');
    parameters.runId = input.runId;
  }
  if (input.state !== undefined) {
    conditions.push('m.state = @state');
    parameters.state = input.state;
  }
  return all<Row>(
    db,
    `SELECT ${columns} FROM mail m JOIN contact c ON c.id = m.contact_id WHERE ${conditions.join(' AND ')}
     ORDER BY m.id DESC LIMIT @limit`,
    parameters,
  ).map(toListRow);
}

/** One mail with all its texts; undefined when there is none. */
export function readMailDetails(db: ReadDb, mailId: number): MailDetails | undefined {
  const row = get<Row & { html: string; plain: string; message: Buffer }>(
    db,
    `SELECT ${columns}, m.html, m.plain, m.message FROM mail m JOIN contact c ON c.id = m.contact_id WHERE m.id = @mailId`,
    { mailId },
  );
  if (row === undefined) return undefined;
  const { message, ...rest } = row;
  return { ...toListRow(rest), messageSource: message.toString('utf8') };
}
