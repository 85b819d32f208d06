import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { writeLedger } from '../ledger/ledger-store.ts';
import { moveSilently } from '../ledger/move-ledger.ts';
import { settlePassedOver } from '../ledger/passed-over-service.ts';
import { type MailPlan, type PlannedMail, type PlannedOrder, reasonNotToTell } from '../ledger/plan-mails.ts';
import { deleteDoNotTell, isUnchangedSince, removeOrderToCheck } from '../ledger/planning-store.ts';
import { sentenceFor } from '../mail/wording/sentence-for.ts';
import { differingFacts } from '../rules/find-changes.ts';
import { wordingLanguage } from './compose-mail.ts';
import type { ComposedMails, ReadyMail, WhyNotComposed } from './compose-mails-service.ts';
import type { MailSettings } from './mail-setting-store.ts';
import {
  deleteNews,
  endMail,
  forgetNotTold,
  insertMail,
  insertMailOrder,
  noteNotTold,
  noteUnjudged,
  setSupersededBy,
  upsertNews,
} from './queue-store.ts';
import { requeueStoppedMail } from './stopped-run-store.ts';

export type PlanToCarryOut = {
  readonly plan: MailPlan;
  readonly composed: ComposedMails;
  readonly settings: MailSettings;
  readonly runId: number;
  readonly websiteId: number;
};
type Work = PlanToCarryOut;

export type QueuedMail = { readonly mailId: number; readonly mail: PlannedMail; readonly fingerprint: string };

/**
 * Queues the mails of a plan and moves all that yields no sentence (domain.md 9.2, 9.17). What moved since it was planned is left
 * as it was. @returns the mails that stand in the outbox now, and those that could not be taken over from a stopped run
 */
export function carryOut(
  tx: WriteTx,
  context: CommandContext,
  work: PlanToCarryOut,
): { readonly queued: readonly QueuedMail[]; readonly gone: readonly PlannedMail[] } {
  for (const read of work.plan.withoutLedger) removeOrderToCheck(tx, read);
  for (const { read } of work.plan.unjudged)
    noteUnjudged(tx, { runId: work.runId, websiteId: work.websiteId, orderId: read.orderId });
  const isFresh = (order: PlannedOrder) => isUnchangedSince(tx, order.read);
  const fresh = new Set(work.plan.orders.filter(isFresh));
  const mails = work.plan.mails.filter((mail) => mail.orders.every((order) => fresh.has(order)));
  const mailedOrders = new Set(mails.flatMap((mail) => mail.orders));
  const inStaleMail = new Set(
    work.plan.mails.flatMap((mail) => mail.orders).filter((order) => !mailedOrders.has(order)),
  );
  for (const order of fresh) {
    if (!inStaleMail.has(order)) settleOrder(tx, context, { order, work });
  }
  const queued: QueuedMail[] = [];
  const gone: PlannedMail[] = [];
  for (const mail of mails) {
    const ready = work.composed.get(mail);
    const outcome = queueOne(tx, context, { mail, ready, work });
    if (typeof outcome === 'object') queued.push(outcome);
    if (outcome === 'gone') gone.push(mail);
  }
  return { queued, gone };
}

/** Moves what is silent, writes My page's news, ends mails with nothing left, and takes a settled order off the list. */
function settleOrder(tx: WriteTx, context: CommandContext, { order, work }: { order: PlannedOrder; work: Work }): void {
  const reason = reasonNotToTell(order);
  if (reason !== null) {
    noteNotTold(tx, {
      runId: work.runId,
      websiteId: work.websiteId,
      orderId: order.read.orderId,
      contactId: order.contactId,
      reason,
    });
  } else forgetNotTold(tx, { runId: work.runId, orderId: order.read.orderId });
  if (order.isHeld) {
    // Held since this run queued it
    for (const mail of order.standing) {
      if (mail.state !== 'queued') continue;
      endMail(tx, { mailId: mail.mailId, state: 'dropped', reason: 'held', at: context.now });
    }
    return;
  }
  writeNews(tx, context, { order, work });
  const unmailed = order.movesUnmailed ? order.changes.flatMap((change) => change.moves.map((move) => move.fact)) : [];
  const ledger = moveSilently(order.ledger, [...order.silent, ...unmailed], order.order.facts);
  const version = unmailed.length > 0 ? ledger.version + 1 : ledger.version;
  if (order.silent.length + unmailed.length > 0) writeLedger(tx, { ...ledger, version });
  if (order.withheld.length > 0) deleteDoNotTell(tx, order.read.orderId, order.silent);
  if (order.changes.length === 0 || order.movesUnmailed) {
    const reason = order.movesUnmailed ? 'opted-out' : 'nothing-left';
    for (const mail of order.standing) endMail(tx, { mailId: mail.mailId, state: 'dropped', reason, at: context.now });
  }
  const differing = differingFacts(ledger.baseline, order.order.facts);
  if (differing.length === 0) removeOrderToCheck(tx, order.read);
  else settlePassedOver(tx, order, differing);
}

function writeNews(tx: WriteTx, context: CommandContext, { order, work }: { order: PlannedOrder; work: Work }): void {
  const orderId = order.read.orderId;
  const ledgerVersion = order.ledger.version;
  if (order.changes.length === 0) {
    deleteNews(tx, orderId, ledgerVersion);
    return;
  }
  const language = wordingLanguage(work.settings, order.language) ?? 'en';
  const sentences = order.changes.map((change) => sentenceFor(change, { language }));
  upsertNews(tx, { orderId, ledgerVersion, at: context.now, sentences });
}

type ToQueue = {
  readonly mail: PlannedMail;
  readonly ready: ReadyMail | WhyNotComposed | undefined;
  readonly work: Work;
};

function queueOne(
  tx: WriteTx,
  context: CommandContext,
  { mail, ready, work }: ToQueue,
): QueuedMail | 'not-worded' | 'gone' {
  const { runId, websiteId } = work;
  if (typeof ready !== 'object') {
    for (const order of mail.orders) {
      noteNotTold(tx, {
        runId,
        websiteId,
        orderId: order.read.orderId,
        contactId: mail.contactId,
        reason: ready ?? 'not-worded',
      });
    }
    return 'not-worded';
  }
  const { fingerprint } = ready;
  if (ready.kind !== 'made') {
    const { mailId } = ready;
    const stands = ready.kind === 'queued' || requeueStoppedMail(tx, { mailId, runId });
    return stands ? { mailId, mail, fingerprint } : 'gone';
  }
  const standing = new Map(mail.orders.flatMap((order) => order.standing).map((old) => [old.mailId, old]));
  for (const old of standing.values()) {
    endMail(tx, { mailId: old.mailId, state: 'superseded', reason: 'made-anew', at: context.now });
  }
  const mailId = insertMail(tx, {
    runId,
    websiteId,
    contactId: mail.contactId,
    address: mail.address,
    language: mail.language,
    senderAddress: work.settings.senderAddress,
    refusedRuns: Math.max(0, ...[...standing.values()].map((old) => old.refusedRuns)),
    fingerprint,
    frozen: ready.frozen,
  });
  for (const order of mail.orders) {
    insertMailOrder(tx, {
      mailId,
      orderId: order.read.orderId,
      ledgerVersion: order.ledger.version,
      changes: order.changes,
    });
  }
  for (const old of standing.values()) setSupersededBy(tx, old.mailId, mailId);
  return { mailId, mail, fingerprint };
}
