import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from './database.ts';

/** `given-up`: the company was closed before the check had come to its end. */
export type CheckEnd = 'sound' | 'damaged' | 'given-up';

/** Larger files are checked beside their open connection: reading one through takes some 5 ms a MiB. */
export const mostBytesCheckedBefore = 4 * 1024 * 1024;
/** The window comes first; whoever needs the verdict has the check begin at once. */
const beginAfterMs = 2000;
/** SQLite's own. */
const pagesPerCheckpoint = 1000;

/** Beside this file, from source as in the built program (electron.vite.config.ts). */
const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? './check-thread.ts' : './check-thread.cjs',
  import.meta.url,
);

const checks = new WeakMap<ReadDb, FileCheck>();
const threads = new Set<Worker>();

/** Whether a thread reads a file; nothing ends it before it has come to the end, not even the end of the process. */
export function isStillReading(): boolean {
  return threads.size > 0;
}

/** Whether SQLite finds the whole file in order. Flipped bytes inside a value are not seen by it. @throws SqliteError */
export function isSound(db: ReadDb): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok';
}

export type CheckParts = {
  /** The company's connection, just opened. */
  readonly db: ReadDb;
  /** One that may only read, and has read: while it is open, closing the other one writes nothing into the file. */
  readonly looking: ReadDb;
  /** Told why there is no thread for it; it is checked here then. */
  readonly onUnexpected: (error: unknown) => void;
  readonly makeThread?: (path: string) => Worker;
};

/**
 * Checks a file in a thread while its company is worked on (docs/adr/0012-checked-beside.md). Until it is found sound,
 * what is written stays in the log beside it, so that a damaged file is left as it is.
 */
export function checkBeside(parts: CheckParts): void {
  checks.set(parts.db, new FileCheck(parts));
}

/** How the check of a company's file ends; `sound` where none is under way. */
export function endOfCheck(db: ReadDb): Promise<CheckEnd> {
  return checks.get(db)?.ending ?? Promise.resolve('sound');
}

/**
 * For whatever goes out of a company file, or must not come out of a damaged one: waits until it was found sound.
 * @throws AppError 'company-found-damaged'; 'no-company-open' when it was closed meanwhile
 */
export async function whenSound(db: ReadDb): Promise<void> {
  const check = checks.get(db);
  check?.begin();
  const end = await endOfCheck(db);
  if (end === 'damaged') throw new AppError('company-found-damaged');
  if (end === 'given-up') throw new AppError('no-company-open');
}

/** Closes a company's connection, and what is open beside it for its check. */
export function closeWithCheck(db: ReadDb): void {
  const check = checks.get(db);
  if (check === undefined) db.close();
  else check.close();
}

class FileCheck {
  readonly ending: Promise<CheckEnd>;
  private readonly parts: CheckParts;
  private readonly timer: NodeJS.Timeout;
  private readonly resolve: (end: CheckEnd) => void;
  private end: CheckEnd | null = null;
  private thread: Worker | null = null;
  private isBegun = false;

  constructor(parts: CheckParts) {
    const { promise, resolve } = Promise.withResolvers<CheckEnd>();
    this.parts = parts;
    this.ending = promise;
    this.resolve = resolve;
    parts.db.pragma('wal_autocheckpoint = 0');
    this.timer = setTimeout(() => this.begin(), beginAfterMs).unref();
  }

  begin(): void {
    if (this.isBegun) return;
    this.isBegun = true;
    clearTimeout(this.timer);
    const { db, onUnexpected, makeThread = startThread } = this.parts;
    try {
      this.thread = makeThread(db.name);
    } catch (error) {
      onUnexpected(error);
      this.checkHere();
      return;
    }
    const { thread } = this;
    threads.add(thread);
    thread.on('message', (verdict: boolean) => this.settle(verdict ? 'sound' : 'damaged'));
    // Followed by 'exit'
    thread.on('error', (error) => onUnexpected(error));
    thread.on('exit', () => {
      threads.delete(thread);
      this.checkHere();
    });
  }

  /** The connections are closed in the order in which a sound file takes up what lies beside it, and a damaged one does not. */
  close(): void {
    const { db, looking } = this.parts;
    const isDamaged = this.end === 'damaged';
    this.settle('given-up');
    if (!isDamaged) looking.close();
    db.close();
    looking.close();
  }

  private checkHere(): void {
    if (this.end === null) this.settle(isFoundSound(this.parts.db) ? 'sound' : 'damaged');
  }

  private settle(end: CheckEnd): void {
    if (this.end !== null) return;
    this.end = end;
    clearTimeout(this.timer);
    this.isBegun = true;
    void this.thread?.terminate();
    if (end === 'sound') {
      const { db, looking } = this.parts;
      looking.close();
      db.pragma(`wal_autocheckpoint = ${pagesPerCheckpoint}`);
      checks.delete(db);
    }
    this.resolve(end);
  }
}

function startThread(path: string): Worker {
  return new Worker(threadFile, { workerData: path });
}

/** A file that cannot be read to its end is not sound. */
export function isFoundSound(db: ReadDb): boolean {
  try {
    return isSound(db);
  } catch {
    return false;
  }
}
