/** A program that reads the return box of a company file, to be killed in the middle. Arguments: the file. */
import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { readReturns } from '../../../../main/engine/outbox/read-returns-service.ts';
import type { OpenCompany } from '../../../../main/engine/session.ts';

const db = await openDatabase(process.argv[2] ?? '');
const command: OpenCompany['command'] = (work) =>
  inTransaction(db, (tx) =>
    work(tx, { now: new Date().toISOString(), today: '2026-03-03', who: 'child', newUuid: () => randomUUID() }),
  );
let cameBack = 0;
await readReturns(
  { db, command },
  {
    websiteId: 1,
    secrets: { get: async () => 'correct horse', set: async () => {}, delete: async () => {} },
    now: () => new Date(),
    onProgress: (read) => {
      cameBack = read.cameBack;
    },
  },
);
process.stdout.write(`${JSON.stringify({ cameBack })}\n`);
db.close();
