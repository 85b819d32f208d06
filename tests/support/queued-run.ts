import { randomUUID } from 'node:crypto';
import { all, inTransaction, type ReadDb } from '../../main/engine/db/database.ts';
import { applyAcceptedMail } from '../../main/engine/ledger/ledger-service.ts';
import { settleMail, takeMails } from '../../main/engine/outbox/outbox-store.ts';
import type { OpenCompany } from '../../main/engine/session.ts';
import { type QueuedMails, type QueueRun, queueMails } from '../../main/engine/website-data/queue-mails-service.ts';
import { insertRun } from '../../main/engine/website-data/run-store.ts';
import { testContext } from './company.ts';

/** A run of one website up to the outbox; its mails are left queued. */
export async function queueRun(company: OpenCompany, given: Partial<QueueRun> = {}): Promise<QueuedMails> {
  const now = given.now ?? (() => new Date(testContext.now));
  const runId = inTransaction(company.db, (tx) => insertRun(tx, { at: now().toISOString(), who: testContext.who }));
  return queueMails(company, { runId, websiteId: 1, newUuid: randomUUID, ...given, now });
}

export type TakenMail = { readonly id: number; readonly plain: string };

/** The mail server takes all that is queued. @returns what it took, oldest first */
export function acceptQueued(db: ReadDb, context = testContext): readonly TakenMail[] {
  return inTransaction(db, (tx) => {
    const mails = all<TakenMail>(tx, `SELECT id, plain FROM whole_mail WHERE state = 'queued' ORDER BY id`);
    const said = { reason: '', replyCode: 250, reply: '250 taken', isBodyRefused: false } as const;
    const ids = mails.map(({ id }) => id);
    takeMails(tx, ids);
    for (const mailId of ids) {
      settleMail(tx, context, { mailId, state: 'accepted', ...said });
      applyAcceptedMail(tx, context, mailId);
    }
    return mails;
  });
}
