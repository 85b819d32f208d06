import { AppError } from '../../../shared/errors.ts';
import type { DecideStopInput, RunStop, StoppedRun } from '../../../shared/website-data.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { keepFromCustomer } from '../ledger/do-not-tell-service.ts';
import type { PlannedMail } from '../ledger/plan-mails.ts';
import { logAction } from '../logging/log-store.ts';
import { leaveWaiting, listMailsToSend } from '../outbox/outbox-store.ts';
import type { OpenCompany } from '../session.ts';
import { planFor, type QueuedMails } from './queue-mails-service.ts';
import { readLastFinishedRun } from './run-store.ts';
import {
  countStoppedMails,
  deleteStopDecision,
  putStopDecision,
  readStopDecision,
  stopReasons,
} from './stopped-run-store.ts';
import { causeKey, type SurgeQuestion, surgeOf, surgingCauses } from './surge-brake.ts';
import { type CausedByOrder, causesOf } from './surge-causes-service.ts';
import { countOpenOrders, readLargestRun, readSendGuards } from './surge-store.ts';

/** Why a run must not hand its mails over before staff have looked, or null. What they have looked at goes on. */
export function stopBefore(
  db: ReadDb,
  websiteId: number,
  { planned, caused }: Pick<QueuedMails, 'planned' | 'caused'>,
): RunStop | null {
  if (planned === 0) return null;
  const decision = readStopDecision(db, websiteId);
  const goAhead = decision?.decision === 'tell-them' ? decision : null;
  const surge = surgeOf({ ...surgeLimitsOf(db, websiteId), planned, changes: caused, goAhead });
  if (surge !== null) return surge;
  return readSendGuards(db, websiteId).showsPreviewFirst && goAhead === null ? { kind: 'preview' } : null;
}

type Question = Omit<SurgeQuestion, 'goAhead' | 'changes'> & { readonly changes: readonly CausedByOrder[] };

function surgeQuestion(db: ReadDb, websiteId: number, mails: readonly PlannedMail[]): Question {
  const orders = mails.flatMap((mail) => mail.orders);
  return { ...surgeLimitsOf(db, websiteId), planned: mails.length, changes: causesOf(db, orders) };
}

function surgeLimitsOf(db: ReadDb, websiteId: number): Pick<SurgeQuestion, 'largestBefore' | 'openOrders' | 'limits'> {
  return {
    largestBefore: readLargestRun(db, websiteId),
    openOrders: countOpenOrders(db, websiteId),
    limits: readSendGuards(db, websiteId),
  };
}

/** Leaves the mails of a run for the next one, by why it stopped; a decision about an earlier stop is used up. */
export function leaveForALook(
  tx: WriteTx,
  run: { readonly websiteId: number; readonly runId: number; readonly stopped: RunStop },
): void {
  const mails = listMailsToSend(tx, run.websiteId).filter(({ kind }) => kind === 'order-status');
  leaveWaiting(
    tx,
    mails.map(({ id }) => id),
    stopReasons[run.stopped.kind],
  );
  deleteStopDecision(tx, run.websiteId);
}

/** Runs that stopped before their first mail and whose mails still wait, a website at most one. */
export function listStoppedRuns(db: ReadDb): readonly StoppedRun[] {
  const run = readLastFinishedRun(db);
  if (run === null) return [];
  return run.websites.flatMap(({ websiteId, websiteName, stopped = null }) => {
    const waiting = countStoppedMails(db, websiteId);
    if (stopped === null || waiting === 0) return [];
    const decision = readStopDecision(db, websiteId);
    const isDecided = decision?.runId === run.runId;
    return [
      {
        runId: run.runId,
        websiteId,
        websiteName,
        stop: stopped,
        waiting,
        decision: isDecided ? decision.decision : null,
      },
    ];
  });
}

/**
 * What staff decide about a stopped run; it takes effect with the next one, and nothing is sent by it. `tell-them`: what they
 * had before them goes on. `tell-nobody`: the changes that stopped the run move silently, by "don't tell".
 * @throws AppError 'not-found' when no run stands stopped
 */
export function decideAboutStop(company: OpenCompany, input: DecideStopInput): void {
  const { websiteId, decision } = input;
  company.command((tx, context) => {
    const stopped = listStoppedRuns(tx).find((run) => run.websiteId === websiteId);
    if (stopped === undefined) throw new AppError('not-found', { what: 'stopped run' });
    const { mails } = planFor(company, websiteId);
    const question = surgeQuestion(tx, websiteId, mails);
    if (input.decision === 'tell-nobody') keepAll(tx, context, { stop: stopped.stop, reason: input.reason, question });
    putStopDecision(tx, {
      websiteId,
      runId: stopped.runId,
      decision,
      planned: mails.length,
      causes: surgingCauses(question),
      who: context.who,
      at: context.now,
    });
    const { runId } = stopped;
    logAction(tx, context, { what: `stopped-run-${decision}`, details: { websiteId, runId, planned: mails.length } });
  });
}

type Kept = {
  readonly stop: RunStop;
  readonly reason: string;
  readonly question: Question;
};

function keepAll(tx: WriteTx, context: CommandContext, { stop, reason, question }: Kept): void {
  const key = stop.kind === 'one-cause' ? causeKey(stop.cause) : null;
  const kept = question.changes.filter(({ causes }) => key === null || causes.some((cause) => causeKey(cause) === key));
  for (const [planned, changes] of Map.groupBy(kept, ({ order }) => order)) {
    const facts = changes.flatMap(({ change }) => change.moves.map(({ fact }) => fact));
    keepFromCustomer(tx, context, { planned, facts, reason });
  }
}
