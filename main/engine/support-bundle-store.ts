import { z } from 'zod';
import { all, get, type ReadDb } from './db/database.ts';

type Row = Readonly<Record<string, unknown>>;

/** How many rows every table has. */
export function countRows(db: ReadDb): Readonly<Record<string, number>> {
  const tables = all<{ name: string }>(
    db,
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      get<{ n: number }>(db, `SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`)?.n ?? 0,
    ]),
  );
}

export function readSettingsRows(db: ReadDb): { readonly company: Row; readonly websites: readonly Row[] } {
  return {
    company: get<Row>(db, 'SELECT * FROM company') ?? {},
    websites: all<Row>(db, 'SELECT * FROM website ORDER BY id'),
  };
}

export type RunRow = {
  readonly id: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly step: string;
  readonly websites: readonly Row[];
};

const reports = z.array(z.record(z.string(), z.unknown())).catch([]);

export function readLastRuns(db: ReadDb, limit: number): readonly RunRow[] {
  type Stored = Omit<RunRow, 'websites'> & { readonly report: string };
  return all<Stored>(
    db,
    'SELECT id, started_at AS startedAt, finished_at AS finishedAt, step, report FROM run ORDER BY id DESC LIMIT @limit',
    { limit },
  ).map(({ report, ...run }) => ({ ...run, websites: reports.parse(JSON.parse(report)) }));
}

/** How the mails of all runs ended, by state and the program's own word for why. */
export function countMails(
  db: ReadDb,
): readonly { readonly state: string; readonly reason: string; readonly mails: number }[] {
  return all(db, 'SELECT state, reason, count(*) AS mails FROM mail GROUP BY state, reason ORDER BY state, reason');
}
