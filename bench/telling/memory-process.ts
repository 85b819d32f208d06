/**
 * The engine's part of a run in a process of its own: finds changes, queues and sends, as Get Website Data does. Tells the
 * most it held, resident and in use once its garbage was collected (needs --expose-gc).
 */
import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../main/engine/db/open-database.ts';
import { sendQueuedMails } from '../../main/engine/outbox/send-service.ts';
import { queueMails } from '../../main/engine/website-data/queue-mails-service.ts';
import { insertRun } from '../../main/engine/website-data/run-store.ts';
import { testContext } from '../../tests/support/company.ts';
import { companyOver } from '../../tests/support/web-orders.ts';

export type Held = { readonly residentBytes: number; readonly inUseBytes: number };
export type MemoryOfRun = { readonly accepted: number; readonly queueing: Held; readonly sending: Held };

/** So many mails between two looks: a collection takes as long as several mails. */
const mailsPerLook = 250;

const db = await openDatabase(process.env.COMPANY ?? '');
const company = companyOver(db);
const noSecrets = { get: async () => null, set: async () => {}, delete: async () => {} };

function look(most: Held): Held {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    residentBytes: Math.max(most.residentBytes, rss),
    inUseBytes: Math.max(most.inUseBytes, heapUsed + external),
  };
}

let queueing: Held = { residentBytes: 0, inUseBytes: 0 };
let sending = queueing;
let [lookedAt, sent] = [0, 0];
const runId = company.command((tx) => insertRun(tx, { at: testContext.now, who: 'bench' }));
await queueMails(company, {
  runId,
  websiteId: 1,
  newUuid: randomUUID,
  now: () => new Date(testContext.now),
  onProgress: (done) => {
    if (done === lookedAt || done % mailsPerLook !== 0) return;
    lookedAt = done;
    queueing = look(queueing);
  },
});
const { accepted } = await sendQueuedMails(company, {
  websiteId: 1,
  secrets: noSecrets,
  onProgress: () => {
    sent += 1;
    if (sent % mailsPerLook === 0) sending = look(sending);
  },
});
db.close();
process.send?.({ accepted, queueing, sending } satisfies MemoryOfRun);
process.disconnect?.();
