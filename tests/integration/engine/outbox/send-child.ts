/** A program that sends what is queued in a company file, to be killed in the middle. Arguments: the file. */
import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import type { Command } from '../../../../main/engine/outbox/journal-writer-service.ts';
import { recoverAfterCrash } from '../../../../main/engine/outbox/outbox-store.ts';
import { sendQueuedMails } from '../../../../main/engine/outbox/send-service.ts';

const db = await openDatabase(process.argv[2] ?? '');
const context = () => ({
  now: new Date().toISOString(),
  today: '2026-03-03',
  who: 'child',
  newUuid: () => randomUUID(),
});
const command: Command = (work) => inTransaction(db, (tx) => work(tx, context()));
command(recoverAfterCrash);
const none = async () => null;
const result = await sendQueuedMails(
  { db, command, context },
  {
    websiteId: 1,
    secrets: { get: none, set: async () => {}, delete: async () => {} },
  },
);
process.stdout.write(`${JSON.stringify(result)}\n`);
db.close();
