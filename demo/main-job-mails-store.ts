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
  readonly webOrderNos: readonly string[];
  readonly changes: readonly Change[];
};

const changes = z.array(change);

/** The order status mails that a run queued. */
export function readMailsOfRun(db: ReadDb, runId: number): readonly MailOfRun[] {
  const rows = all<
    Omit<MailOfRun, 'webOrderNos' | 'changes'> & { readonly webOrderNo: string; readonly changes: string }
  >(
    db,
    `SELECT m.random_id AS randomId, m.address, m.subject, m.language, m.state, o.web_order_no AS webOrderNo, mo.changes
     FROM mail m JOIN mail_order mo ON mo.mail_id = m.id JOIN sales_order o ON o.id = mo.order_id
     WHERE m.run_id = @runId AND m.kind = 'order-status' ORDER BY m.id, o.id`,
    { runId },
  );
  const mails = new Map<string, MailOfRun>();
  for (const { webOrderNo, changes: told, ...row } of rows) {
    const mail = mails.get(row.randomId) ?? { ...row, webOrderNos: [], changes: [] };
    mails.set(row.randomId, {
      ...mail,
      webOrderNos: [...mail.webOrderNos, webOrderNo],
      changes: [...mail.changes, ...changes.parse(JSON.parse(told))],
    });
  }
  return [...mails.values()];
}
