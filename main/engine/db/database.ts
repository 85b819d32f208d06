import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { namedIfDiskFull } from './disk-full.ts';
import { listStatements } from './list-statements.ts';

declare const writable: unique symbol;
/** A connection for reading. Functions that take it cannot be given rights to write by accident. */
export type ReadDb = BetterSqlite3.Database;
/** The connection inside a transaction; only `inTransaction` hands it out. */
export type WriteTx = ReadDb & { readonly [writable]: true };

/** What a bound parameter may be; flags are 0 or 1. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

const statements = new WeakMap<ReadDb, Map<string, BetterSqlite3.Statement>>();

function statementFor(db: ReadDb, text: string): BetterSqlite3.Statement {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(text);
  if (statement === undefined) {
    statement = db.prepare(text);
    known.set(text, statement);
  }
  return statement;
}

/** All rows of a query. Statements are prepared once per connection. */
export function all<Row>(db: ReadDb, text: string, parameters: SqlRow = {}): readonly Row[] {
  return statementFor(db, text).all(parameters) as Row[];
}

/** The first row, or undefined. */
export function get<Row>(db: ReadDb, text: string, parameters: SqlRow = {}): Row | undefined {
  return statementFor(db, text).get(parameters) as Row | undefined;
}

/**
 * All rows of a query that answers them in one column `rows`, a JSON array: what is read for every order of a large run. Each value
 * of a row costs 0.35 us on its way out of the library, more than SQLite takes to find it; a text that is parsed here costs a quarter.
 */
export function allOfJson<Row>(db: ReadDb, text: string, parameters: SqlRow = {}): readonly Row[] {
  return JSON.parse(get<{ rows: string }>(db, text, parameters)?.rows ?? '[]') as readonly Row[];
}

/** Runs a write and answers how many rows it touched and the id of the last insert. */
export function run(
  tx: WriteTx,
  text: string,
  parameters: SqlRow = {},
): { readonly changes: number; readonly lastId: number } {
  const result = statementFor(tx, text).run(parameters);
  return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
}

/** Rows one by one, for sets that must not stand in memory whole. Nothing may be written while it is read. */
export function each<Row>(db: ReadDb, text: string, parameters: SqlRow = {}): IterableIterator<Row> {
  return statementFor(db, text).iterate(parameters) as IterableIterator<Row>;
}

/** Reads in several questions what stood at one moment. */
export function inSnapshot<Result>(db: ReadDb, read: () => Result): Result {
  return db.transaction(read).deferred();
}

/**
 * Does all of `work` or none of it. Takes the write lock at once, so a reader's view cannot grow stale within.
 * @throws AppError 'import-in-progress' while a long transaction holds the company, 'disk-full'
 */
export function inTransaction<Result>(db: ReadDb, work: (tx: WriteTx) => Result): Result {
  if (held.has(db)) throw new AppError('import-in-progress');
  const isOuter = !db.inTransaction;
  const transaction = db.transaction(() => {
    const result = work(db as WriteTx);
    if (isOuter) bringListsUpToDate(db as WriteTx);
    return result;
  });
  const result = namingFullDisk(() => transaction.immediate());
  if (isOuter) tellCommitted(db);
  return result;
}

function namingFullDisk<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw namedIfDiskFull(error);
  }
}

const commitListeners = new WeakMap<ReadDb, () => void>();

/** Lets one listener hear of everything that is committed to a company from now on. */
export function onCommit(db: ReadDb, listener: () => void): void {
  commitListeners.set(db, listener);
}

/** Called after every commit; a transaction on a connection of its own says so for the company's. */
export function tellCommitted(db: ReadDb): void {
  commitListeners.get(db)?.();
}

const withLists = new WeakSet<ReadDb>();

/**
 * What lists are read by follows once per transaction, not once per row written (list-statements.ts). Called before every
 * commit; a long transaction may call it between its turns too.
 */
export function bringListsUpToDate(tx: WriteTx): void {
  if (!withLists.has(tx)) {
    if (get(tx, `SELECT 1 FROM sqlite_master WHERE name = 'order_to_list'`) === undefined) return;
    withLists.add(tx);
  }
  const { words } = get<{ words: number | null }>(tx, 'SELECT max(words) AS words FROM order_to_list') ?? {
    words: null,
  };
  if (words === null) return;
  run(tx, listStatements.judge);
  run(tx, listStatements.addGroups);
  run(tx, listStatements.chooseGroups);
  run(tx, listStatements.writeOrders);
  if (words > 0) {
    run(tx, listStatements.forgetWords);
    run(tx, listStatements.addWords);
  }
  run(tx, listStatements.empty);
}

/** Connections whose writes are refused while a long transaction goes on beside them (long-transaction.ts). */
const held = new WeakSet<ReadDb>();
/** Connections of work that must be able to write until it is done: a run notes every step of a mail. */
const kept = new WeakSet<ReadDb>();

/** Refuses writes from now on; answers how to let them in again. @throws AppError 'import-in-progress', 'run-in-progress' */
export function holdWrites(db: ReadDb): () => void {
  if (held.has(db)) throw new AppError('import-in-progress');
  if (kept.has(db)) throw new AppError('run-in-progress');
  held.add(db);
  return () => {
    held.delete(db);
  };
}

/** Lets nobody hold the writes until it is released. @throws AppError 'import-in-progress' when somebody does */
export function keepWritable(db: ReadDb): () => void {
  if (held.has(db)) throw new AppError('import-in-progress');
  kept.add(db);
  return () => {
    kept.delete(db);
  };
}
