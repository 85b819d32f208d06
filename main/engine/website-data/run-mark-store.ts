import type { OlderCompanyDecision } from '../../../shared/website-data.ts';
import type { CommandContext } from '../db/context.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import type { MarkedRun, RunMark } from './run-mark.ts';

export function readCompanyPublicId(db: ReadDb): string {
  const row = get<{ publicId: string }>(db, 'SELECT public_id AS publicId FROM company');
  if (row === undefined) throw new Error('A company file without a company');
  return row.publicId;
}

/** What this file knows of a run by its random id; a run about which staff have decided counts as known to its end. */
export function readMarkedRun(db: ReadDb, randomId: string): MarkedRun | undefined {
  const row = get<{ isFinished: number }>(
    db,
    `SELECT 1 AS isFinished FROM decided_run WHERE random_id = @randomId
     UNION ALL SELECT finished_at IS NOT NULL FROM run WHERE random_id = @randomId LIMIT 1`,
    { randomId },
  );
  return row === undefined ? undefined : { isFinished: row.isFinished === 1 };
}

/** The mark of a run of this file. */
export function readRunMark(db: ReadDb, runId: number): RunMark {
  type Row = Omit<RunMark, 'isFinished'> & { readonly isFinished: number };
  const row = get<Row>(
    db,
    `SELECT random_id AS randomId, id AS counter, started_at AS at, finished_at IS NOT NULL AS isFinished
     FROM run WHERE id = @runId`,
    { runId },
  );
  if (row === undefined) throw new Error(`Run ${runId} is gone`);
  return { ...row, isFinished: row.isFinished === 1 };
}

/** Websites that hold order histories above what this file ever published, until staff have decided. */
export function listWebsitesAhead(db: ReadDb): readonly { readonly id: number; readonly name: string }[] {
  return all(db, 'SELECT id, name FROM website WHERE site_version_seen > site_version_decided ORDER BY id');
}

/** How high this file's versions of a website's histories go, and up to which version that was decided about. */
export function readKnownVersion(db: ReadDb, websiteId: number): number {
  const row = get<{ version: number }>(
    db,
    `SELECT max(w.site_version_decided, coalesce((SELECT max(p.version) FROM order_publication p
       JOIN sales_order o ON o.id = p.order_id WHERE o.website_id = w.id), 0)) AS version
     FROM website w WHERE w.id = @websiteId`,
    { websiteId },
  );
  return row?.version ?? 0;
}

/** Whether the file holds any order of the website whose customer could be told something. */
export function hasLedgers(db: ReadDb, websiteId: number): boolean {
  return (
    get(db, 'SELECT 1 FROM ledger l JOIN sales_order o ON o.id = l.order_id WHERE o.website_id = @websiteId LIMIT 1', {
      websiteId,
    }) !== undefined
  );
}

/** Whether a run of this file ever came to its end. */
export function hasFinishedRun(db: ReadDb): boolean {
  return get(db, 'SELECT 1 FROM run WHERE finished_at IS NOT NULL LIMIT 1') !== undefined;
}

/** Whether customers were ever told anything from this file. */
export function hasMailed(db: ReadDb): boolean {
  return (
    get(
      db,
      `SELECT 1 FROM mail WHERE kind = 'order-status' AND state IN ('accepted','settled','uncertain') LIMIT 1`,
    ) !== undefined
  );
}

export function hasSiteToAsk(db: ReadDb): boolean {
  return get(db, `SELECT 1 FROM website WHERE my_page_url <> '' LIMIT 1`) !== undefined;
}

export function readLastFinishedRunId(db: ReadDb): number | null {
  return (
    get<{ id: number }>(db, 'SELECT id FROM run WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1')?.id ?? null
  );
}

export function noteSiteVersion(
  tx: WriteTx,
  noted: { readonly websiteId: number; readonly version: number; readonly isDecided: boolean },
): void {
  run(
    tx,
    `UPDATE website SET site_version_seen = @version,
       site_version_decided = CASE WHEN @isDecided = 1 THEN @version ELSE site_version_decided END
     WHERE id = @websiteId`,
    { websiteId: noted.websiteId, version: noted.version, isDecided: noted.isDecided ? 1 : 0 },
  );
}

/** From now on the file counts as holding the run, and what its websites hold. */
export function storeDecision(
  tx: WriteTx,
  context: CommandContext,
  decided: { readonly randomId: string | null; readonly decision: OlderCompanyDecision },
): void {
  run(tx, 'UPDATE website SET site_version_decided = max(site_version_seen, site_version_decided)');
  if (decided.randomId === null) return;
  run(
    tx,
    `INSERT INTO decided_run(random_id, decision, who, at) VALUES (@randomId, @decision, @who, @now)
     ON CONFLICT DO UPDATE SET decision = @decision, who = @who, at = @now`,
    { randomId: decided.randomId, decision: decided.decision, who: context.who, now: context.now },
  );
}

/**
 * Mails of the past that have not come to their end: nobody is told them any more. Their bytes stay for the log. Null: of all
 * orders.
 */
export function dropStandingMails(tx: WriteTx, context: CommandContext, orderIds: readonly number[] | null): void {
  const ofOrders =
    'AND id IN (SELECT mail_id FROM mail_order WHERE order_id IN (SELECT value FROM json_each(@orderIds)))';
  const standing = `state IN ('queued','sending','waiting','refused','uncertain') ${orderIds === null ? '' : ofOrders}`;
  const named = orderIds === null ? {} : { orderIds: JSON.stringify(orderIds) };
  run(tx, `UPDATE mail_order SET is_live = 0 WHERE mail_id IN (SELECT id FROM mail WHERE ${standing})`, named);
  run(
    tx,
    `UPDATE mail SET state = 'dropped', reason = 'noted-as-is', journal = 0, settled_at = @now WHERE ${standing}`,
    { now: context.now, ...named },
  );
}
