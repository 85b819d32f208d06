import { z } from 'zod';
import type { RunStop } from '../../../shared/website-data.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { isOpenMail } from '../outbox/outbox-store.ts';

/** Why mails wait that a run stopped before: their reason in the outbox. */
export const stopReasons = {
  preview: 'shown-first',
  'many-mails': 'surge',
  'one-cause': 'surge',
} as const satisfies Record<RunStop['kind'], string>;
const isStopped = `${isOpenMail} AND m.state = 'waiting' AND m.reason IN ('${stopReasons.preview}','${stopReasons['many-mails']}') AND m.kind = 'order-status'`;

export type StoppedMail = {
  readonly mailId: number;
  readonly contactId: number;
  readonly address: string;
  readonly language: string;
  readonly randomId: string;
  readonly fingerprint: string;
  readonly frozenAt: string;
  /** `[web order no., changes]` of each order, as JSON. */
  readonly news: string;
};

/** Mails of a website that a stopped run left; without their bytes, since there may be thousands. */
export function listStoppedMails(db: ReadDb, websiteId: number): readonly StoppedMail[] {
  return all<StoppedMail>(
    db,
    `SELECT m.id AS mailId, m.contact_id AS contactId, m.address, m.language, m.random_id AS randomId,
       m.fingerprint, m.frozen_at AS frozenAt,
       (SELECT json_group_array(json_array(o.web_order_no, json(mo.changes)) ORDER BY o.id) FROM mail_order mo
         JOIN sales_order o ON o.id = mo.order_id WHERE mo.mail_id = m.id) AS news
     FROM mail m INDEXED BY mail_by_state WHERE ${isStopped} AND m.website_id = @websiteId ORDER BY m.id`,
    { websiteId },
  );
}

export function countStoppedMails(db: ReadDb, websiteId: number): number {
  const text = `SELECT count(*) AS n FROM mail m INDEXED BY mail_by_state WHERE ${isStopped} AND m.website_id = @websiteId`;
  return get<{ n: number }>(db, text, { websiteId })?.n ?? 0;
}

/** Gives a mail that a stopped run left to this one, as it is; false when it is not there any more. */
export function requeueStoppedMail(tx: WriteTx, mail: { readonly mailId: number; readonly runId: number }): boolean {
  const { changes } = run(
    tx,
    `UPDATE mail AS m SET state = 'queued', run_id = @runId WHERE m.id = @mailId AND ${isStopped}`,
    { ...mail },
  );
  return changes === 1;
}

/** What staff had before them when they decided about a stopped run. */
export type Looked = {
  readonly planned: number;
  /** Keys of the causes that surged (surge-brake.ts). */
  readonly causes: readonly string[];
};
export type StopDecision = Looked & { readonly runId: number; readonly decision: 'tell-them' | 'tell-nobody' };

const storedCauses = z.array(z.string());

/** What staff decided about a website's stopped run; null before, and once a later run has used it up. */
export function readStopDecision(db: ReadDb, websiteId: number): StopDecision | null {
  const row = get<Omit<StopDecision, 'causes'> & { readonly causes: string }>(
    db,
    'SELECT run_id AS runId, decision, planned, causes FROM stop_decision WHERE website_id = @websiteId',
    { websiteId },
  );
  return row === undefined ? null : { ...row, causes: storedCauses.parse(JSON.parse(row.causes)) };
}

export function putStopDecision(
  tx: WriteTx,
  given: StopDecision & { readonly websiteId: number; readonly who: string; readonly at: string },
): void {
  run(
    tx,
    `INSERT INTO stop_decision(website_id, run_id, decision, planned, causes, who, at)
     VALUES (@websiteId, @runId, @decision, @planned, @causes, @who, @at)
     ON CONFLICT DO UPDATE SET run_id = @runId, decision = @decision, planned = @planned, causes = @causes, who = @who, at = @at`,
    { ...given, causes: JSON.stringify(given.causes) },
  );
}

export function deleteStopDecision(tx: WriteTx, websiteId: number): void {
  run(tx, 'DELETE FROM stop_decision WHERE website_id = @websiteId', { websiteId });
}
