import { bringListsUpToDate, holdWrites, type ReadDb, tellCommitted, type WriteTx } from './database.ts';
import { whenSound } from './file-check.ts';
import { openDatabase } from './open-database.ts';

export type LongTransaction = {
  readonly tx: WriteTx;
  readonly commit: () => void;
  /** Takes back what was not committed and lets others write again; always to be called. */
  readonly end: () => void;
};

/**
 * Begins a transaction that lasts over many turns of the event loop, on a connection of its own: readers go on and see
 * what stood before until it is committed. Every other write to the company is refused meanwhile, so that none of them can
 * become part of it. The end of the process leaves nothing of it.
 *
 * @throws AppError 'import-in-progress' or 'run-in-progress' when something else needs the company; as `whenSound` does
 */
export async function beginLongTransaction(db: ReadDb): Promise<LongTransaction> {
  const release = holdWrites(db);
  try {
    // Its own connection would write into a file that may be damaged
    await whenSound(db);
    const own = await openDatabase(db.name);
    own.exec('BEGIN IMMEDIATE');
    return {
      tx: own as WriteTx,
      commit: () => {
        bringListsUpToDate(own as WriteTx);
        own.exec('COMMIT');
        tellCommitted(db);
      },
      end: () => {
        own.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
