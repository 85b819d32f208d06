import { z } from 'zod';
import { all, type ReadDb } from '../main/engine/db/database.ts';
import { type Change, change } from '../shared/change.ts';

/** A mail of the outbox with what it tells. */
export type MailOfRun = {
  readonly randomId: string;
  readonly address: string;
  readonly subject: string;
  readonly language: string;
  readonly state: string;
  readonly orders: readonly { readonly webOrderNo: string; readonly changes: readonly Change[] }[];
};

const changes = z.array(change);

/** The order status mails that a run queued. */
export function readMailsOfRun(db: ReadDb, runId: number): readonly MailOfRun[] {
  const rows = all<Omit<MailOfRun, 'orders'> & { readonly webOrderNo: string; readonly changes: string }>(
    db,
    `SELECT m.random_id AS randomId, m.address, m.subject, m.language, m.state, o.web_order_no AS webOrderNo, mo.changes
     FROM mail m JOIN mail_order mo ON mo.mail_id = m.id JOIN sales_order o ON o.id = mo.order_id
     WHERE m.run_id = @runId AND m.kind = 'order-status' ORDER BY m.id, o.id`,
    { runId },
  );
  const mails = new Map<string, MailOfRun>();
  for (const { webOrderNo, changes: told, ...row } of rows) {
    const { orders } = mails.get(row.randomId) ?? { orders: [] };
    const order = { webOrderNo, changes: changes.parse(JSON.parse(told)) };
    mails.set(row.randomId, { ...row, orders: [...orders, order] });
  }
  return [...mails.values()];
}
