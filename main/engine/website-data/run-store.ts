import { z } from 'zod';
import {
  type HeldReason,
  heldReasons,
  type NotToldRow,
  type ReportedMail,
  type RunReport,
  type WebsiteReport,
} from '../../../shared/website-data.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';
import { isOpenMail } from '../outbox/outbox-store.ts';

/** Begins a run. @returns its id */
export function insertRun(tx: WriteTx, started: { readonly at: string; readonly who: string }): number {
  return run(tx, `INSERT INTO run(started_at, who, step) VALUES (@at, @who, 'running')`, { ...started }).lastId;
}

/** Stores what a run has done so far, so that a killed run still says what it did. */
export function storeReport(
  tx: WriteTx,
  stored: { readonly runId: number; readonly websites: readonly WebsiteReport[]; readonly finishedAt: string | null },
): void {
  run(tx, 'UPDATE run SET report = @report, finished_at = @finishedAt, step = @step WHERE id = @runId', {
    runId: stored.runId,
    report: JSON.stringify(stored.websites),
    finishedAt: stored.finishedAt,
    step: stored.finishedAt === null ? 'running' : 'finished',
  });
}

type RunRow = {
  readonly runId: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly who: string;
  readonly report: string;
};

const storedReports = z.array(z.custom<WebsiteReport>((value) => typeof value === 'object' && value !== null));

function toReport({ report, ...rest }: RunRow): RunReport {
  const parsed = storedReports.safeParse(JSON.parse(report));
  return { ...rest, websites: parsed.success ? parsed.data : [] };
}

const columns = 'id AS runId, started_at AS startedAt, finished_at AS finishedAt, who, report';

export function readRun(db: ReadDb, runId: number): RunReport | undefined {
  const row = get<RunRow>(db, `SELECT ${columns} FROM run WHERE id = @runId`, { runId });
  return row === undefined ? undefined : toReport(row);
}

export function readLastFinishedRun(db: ReadDb): RunReport | null {
  const row = get<RunRow>(db, `SELECT ${columns} FROM run WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1`);
  return row === undefined ? null : toReport(row);
}

/** The latest runs, newest first. */
export function listRuns(db: ReadDb, limit: number): readonly RunReport[] {
  return all<RunRow>(db, `SELECT ${columns} FROM run ORDER BY id DESC LIMIT @limit`, { limit }).map(toReport);
}

/** Mails that a run queued, with where each stands now. */
export function listRunMails(db: ReadDb, runId: number): readonly ReportedMail[] {
  type Row = Omit<ReportedMail, 'orders'> & { readonly orders: string };
  return all<Row>(
    db,
    `SELECT m.id AS mailId, w.name AS websiteName, c.name AS customerName, m.address, m.subject, m.language, m.state, m.reason, m.reply,
       m.came_back_at AS cameBackAt, (SELECT json_group_array(o.web_order_no) FROM mail_order mo JOIN sales_order o ON o.id = mo.order_id WHERE mo.mail_id = m.id) AS orders
     FROM mail m JOIN contact c ON c.id = m.contact_id JOIN website w ON w.id = m.website_id
     WHERE m.run_id = @runId AND m.kind = 'order-status' ORDER BY m.id`,
    { runId },
  ).map((row) => ({ ...row, orders: z.array(z.string()).parse(JSON.parse(row.orders)) }));
}

export function listNotTold(db: ReadDb, runId: number): readonly NotToldRow[] {
  return all<NotToldRow>(
    db,
    `SELECT w.name AS websiteName, n.order_id AS orderId, o.web_order_no AS webOrderNo, c.name AS customerName, n.reason
     FROM run_not_told n JOIN sales_order o ON o.id = n.order_id JOIN contact c ON c.id = n.contact_id
       JOIN website w ON w.id = n.website_id
     WHERE n.run_id = @runId ORDER BY c.name, n.order_id`,
    { runId },
  );
}

/** How many mails of a run and website stand in each state; a mail made anew since is not counted twice. */
export function countRunMails(
  db: ReadDb,
  of: { readonly runId: number; readonly websiteId: number },
): Readonly<Record<string, number>> {
  const rows = all<{ state: string; n: number }>(
    db,
    `SELECT state, count(*) AS n FROM mail WHERE run_id = @runId AND website_id = @websiteId AND kind = 'order-status'
       AND state NOT IN ('superseded','dropped') GROUP BY state`,
    { ...of },
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

/** Customers whose mail a run held until a person decides, by why; one held for two reasons is counted under the graver. */
export function countHeldCustomers(
  db: ReadDb,
  of: { readonly runId: number; readonly websiteId: number },
): Readonly<Partial<Record<HeldReason, number>>> {
  const rows = all<{ reason: HeldReason; n: number }>(
    db,
    `SELECT held.value AS reason, count(*) AS n FROM (
       SELECT min(r.key) AS gravest FROM run_not_told n JOIN json_each(@reasons) r ON r.value = n.reason
       WHERE n.run_id = @runId AND n.website_id = @websiteId GROUP BY n.contact_id)
     JOIN json_each(@reasons) held ON held.key = gravest GROUP BY held.value`,
    { ...of, reasons: JSON.stringify(heldReasons) },
  );
  return Object.fromEntries(rows.map((row) => [row.reason, row.n]));
}

/** Mails standing over all runs, for the badges of the main window. */
export function countStandingMails(db: ReadDb): {
  readonly uncertain: number;
  readonly waiting: number;
  readonly refused: number;
} {
  const rows = all<{ state: string; n: number }>(
    db,
    `SELECT state, count(*) AS n FROM mail INDEXED BY mail_by_state WHERE ${isOpenMail} AND state IN ('uncertain','waiting','refused') AND kind = 'order-status' GROUP BY state`,
  );
  const count = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return { uncertain: count('uncertain'), waiting: count('waiting'), refused: count('refused') };
}

/** Runs that were killed keep their report as far as it came. */
export function closeInterruptedRuns(tx: WriteTx): void {
  run(tx, `UPDATE run SET step = 'interrupted' WHERE step = 'running'`);
}

/** Registrations and other enquiries (not orders) that came since an instant. */
export function countFetchedRegistrations(
  db: ReadDb,
  of: { readonly websiteId: number; readonly since: string },
): { readonly fetchedRegistrations: number; readonly fetchedOthers: number } {
  const row = get<{ registrations: number | null; others: number | null }>(
    db,
    `SELECT sum(kind = 'registration') AS registrations, sum(kind NOT IN ('registration','order')) AS others
     FROM enquiry WHERE website_id = @websiteId AND fetched_at >= @since`,
    { ...of },
  );
  return { fetchedRegistrations: row?.registrations ?? 0, fetchedOthers: row?.others ?? 0 };
}
