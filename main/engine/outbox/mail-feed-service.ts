import type { Command } from './journal-writer-service.ts';
import { giveBackMails, takeMails } from './outbox-store.ts';

/**
 * Hands mails to sessions one by one. They are taken in batches (journal stage 1), so that the count of tries costs
 * one commit for many.
 */
export class MailFeed {
  private readonly command: Command;
  private readonly batchSize: number;
  private readonly untaken: number[];
  private readonly taken: number[] = [];

  constructor(command: Command, ids: readonly number[], batchSize: number) {
    this.command = command;
    this.untaken = [...ids].reverse();
    this.batchSize = batchSize;
  }

  isEmpty(): boolean {
    return this.taken.length === 0 && this.untaken.length === 0;
  }

  /** Adds a mail at the end. */
  push(id: number): void {
    this.untaken.unshift(id);
  }

  next(): number | undefined {
    while (this.taken.length === 0 && this.untaken.length > 0) {
      const batch = this.untaken.splice(-this.batchSize).reverse();
      this.taken.push(
        ...this.command((tx) => takeMails(tx, batch)).toSorted((a, b) => batch.indexOf(a) - batch.indexOf(b)),
      );
    }
    return this.taken.shift();
  }

  /** Gives back what was taken and not handed out. */
  close(): void {
    const rest = this.taken.splice(0);
    if (rest.length > 0) this.command((tx) => giveBackMails(tx, rest, ''));
  }
}
