import { z } from 'zod';
import type { MailDetails, MailListInput, MailListRow } from '../../../shared/mails.ts';
import { all, get, type ReadDb, type SqlRow } from '../db/database.ts';
import { likeAnywhere } from '../db/like-pattern.ts';

type Row = Omit<MailListRow, 'orders'> & { readonly orders: string };

const columns = `m.id, m.run_id AS runId, m.kind, m.contact_id AS contactId, c.name AS customerName, m.address, m.subject, m.language,
  m.state, m.reason, m.attempts, m.reply_code AS replyCode, m.reply, m.frozen_at AS frozenAt, m.settled_at AS settledAt,
  m.came_back_at AS cameBackAt, m.came_back AS cameBack,
  (SELECT json_group_array(json_object('id', o.id, 'webOrderNo', o.web_order_no)) FROM mail_order mo
   JOIN sales_order o ON o.id = mo.order_id WHERE mo.mail_id = coalesce(m.copy_of_mail_id, m.id)) AS orders`;

const orders = z.array(z.object({ id: z.int(), webOrderNo: z.string() }));

function toListRow<Read extends Row>(row: Read): Omit<Read, 'orders'> & Pick<MailListRow, 'orders'> {
  return { ...row, orders: orders.parse(JSON.parse(row.orders)) };
}

/** In an index that holds what is searched. */
export const foundMails = `SELECT found.id FROM mail AS found INDEXED BY mail_log
    WHERE found.address LIKE @pattern ESCAPE '\\' OR found.subject LIKE @pattern ESCAPE '\\'
      OR found.contact_id IN (SELECT id FROM contact WHERE name LIKE @pattern ESCAPE '\\')
  UNION SELECT mo.mail_id FROM sales_order o JOIN mail_order mo ON mo.order_id = o.id
    WHERE o.website_id IN (SELECT id FROM website) AND o.web_order_no = @search`;

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
    conditions.push('m.id IN (SELECT id FROM mail INDEXED BY mail_log WHERE state = @state)');
    parameters.state = input.state;
  }
  if (input.cameBack === true) {
    conditions.push('m.id IN (SELECT id FROM mail INDEXED BY mail_came_back WHERE came_back_at IS NOT NULL)');
  }
  if (input.search !== '') {
    conditions.push(`m.id IN (${foundMails})`);
    parameters.search = input.search;
    parameters.pattern = likeAnywhere(input.search);
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
  type Whole = Row & { html: string; plain: string; message: Buffer; isTextRemoved: number };
  const row = get<Whole>(
    db,
    `SELECT ${columns}, m.html, m.plain, m.message, m.is_text_removed AS isTextRemoved FROM whole_mail m JOIN contact c ON c.id = m.contact_id WHERE m.id = @mailId`,
    { mailId },
  );
  if (row === undefined) return undefined;
  const { message, isTextRemoved, ...rest } = row;
  return { ...toListRow(rest), messageSource: message.toString('utf8'), isTextRemoved: isTextRemoved === 1 };
}
