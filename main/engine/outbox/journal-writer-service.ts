import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';

/** Runs one transaction, as OpenCompany.command does. */
export type Command = <Result>(work: (tx: WriteTx, context: CommandContext) => Result) => Result;

type Entry = {
  readonly work: (tx: WriteTx, context: CommandContext) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Writes the outbox journal. All that sessions have ready in one turn of the event loop shares one commit, since
 * a commit waits for the disk (architecture.md, Sending). Resolves when it is on disk, not before.
 */
export class JournalWriter {
  private readonly command: Command;
  private pending: Entry[] = [];

  constructor(command: Command) {
    this.command = command;
  }

  write(work: Entry['work']): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.pending.length === 0) setImmediate(() => this.commit());
      this.pending.push({ work, resolve, reject });
    });
  }

  private commit(): void {
    const batch = this.pending;
    this.pending = [];
    try {
      this.command((tx, context) => {
        for (const entry of batch) entry.work(tx, context);
      });
    } catch (error) {
      // One that cannot be written must not undo the others
      if (batch.length === 1) for (const entry of batch) entry.reject(error);
      else for (const entry of batch) this.commitAlone(entry);
      return;
    }
    for (const entry of batch) entry.resolve();
  }

  private commitAlone(entry: Entry): void {
    try {
      this.command(entry.work);
    } catch (error) {
      entry.reject(error);
      return;
    }
    entry.resolve();
  }
}
