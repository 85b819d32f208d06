import { AppError } from '../../../shared/errors.ts';
import type { SinceShown } from '../../../shared/website-data.ts';
import type { CommandContext } from '../db/context.ts';
import { dayIn } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { writeLedger } from '../ledger/ledger-store.ts';
import { moveSilently } from '../ledger/move-ledger.ts';
import { settlePassedOver } from '../ledger/passed-over-service.ts';
import {
  type MailPlan,
  type PlannedMail,
  type PlannedOrder,
  type PlanSettings,
  planMails,
  planMailsOf,
  reasonNotToTell,
} from '../ledger/plan-mails.ts';
import {
  type CustomerOrdersToCheck,
  customersToCheck,
  deleteDoNotTell,
  isUnchangedSince,
  removeOrderToCheck,
  type StandingMail,
} from '../ledger/planning-store.ts';
import { MessageFreezer } from '../mail/message-freezer.ts';
import { sentenceFor } from '../mail/wording/sentence-for.ts';
import { differingFacts } from '../rules/find-changes.ts';
import type { OpenCompany } from '../session.ts';
import { type FrozenMail, freezeMail, MailComposer, wordingLanguage } from './compose-mail.ts';
import { type MailSettings, readDayLimits, readMailSettings } from './mail-setting-store.ts';
import {
  deleteNews,
  endMail,
  insertMail,
  insertMailOrder,
  isInOutbox,
  leaveOlderMailsWaiting,
  noteNotTold,
  noteUnjudged,
  setSupersededBy,
  settingsFingerprint,
  stillQueued,
  upsertNews,
} from './queue-store.ts';
import { frozenAsShown, keyOf, type ShownMails, SinceShownTally } from './shown-mails.ts';
import { requeueStoppedMail } from './stopped-run-store.ts';

export type QueueRun = {
  readonly runId: number;
  readonly websiteId: number;
  readonly newUuid: () => string;
  readonly now: () => Date;
  /** What staff were shown of these mails; what still reads the same goes out in the bytes that they saw. */
  readonly shown?: ShownMails;
  /** Customers looked at, of all that are on the list. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Told of the mails that stand in the outbox, some at a time: all of a large run do not fit in memory. */
  readonly onQueued?: (mails: readonly PlannedMail[]) => void;
  /** Told of what was unforeseen in single orders and mails; the others go on. */
  readonly onUnexpected?: (error: unknown) => void;
};

/** Who would be told what, now, for the preview, the count and the run. */
export function planFor(company: OpenCompany, websiteId: number): MailPlan {
  return planMails(company.db, websiteId, planSettings(company, websiteId));
}

export function planSettings(company: OpenCompany, websiteId: number): PlanSettings {
  const settings = readMailSettings(company.db, websiteId);
  const { mailsPerDay, timeZone } = readDayLimits(company.db, websiteId);
  return {
    today: company.today(),
    hasTexts: (language) => wordingLanguage(settings, language) !== null,
    mailsPerDay,
    dayOf: (instant) => dayIn(timeZone, new Date(instant)),
  };
}

export type QueuedMails = {
  /** How many mails stand in the outbox. */
  readonly planned: number;
  /** How they compare with what staff were shown; null when nothing was. */
  readonly sinceShown: SinceShown | null;
};

/** Staff may go on editing while mails are worded; what they touched is planned anew, so often at most. */
const mostRounds = 5;
/** So many customers are planned, worded and queued at a time: few enough for the memory, many enough for a commit. */
const customersAtATime = 100;

/**
 * Finds changes, words the mails and queues them; everything that yields no sentence moves in the same transaction
 * (domain.md 9.2, 9.17). An order edited while its mail was worded is planned anew, and left to the next run if it
 * keeps moving. Goes through the customers some at a time, so that memory does not grow with the run.
 */
export async function queueMails(company: OpenCompany, queueRun: QueueRun): Promise<QueuedMails> {
  // First: should anything fail from here on, what an older run worded must not be sent as it is
  company.command((tx) => leaveOlderMailsWaiting(tx, queueRun));
  const { websiteId, shown = new Map() } = queueRun;
  const customers = customersToCheck(company.db, { websiteId, today: company.today() });
  const sinceShown = new SinceShownTally(shown);
  let planned = 0;
  // A thread pays for more than a few
  const freezer =
    customers.length > customersAtATime ? new MessageFreezer((error) => queueRun.onUnexpected?.(error)) : null;
  const portionFrom = (from: number) => {
    const portion = queueMailsOf(company, customers.slice(from, from + customersAtATime), {
      ...queueRun,
      freezer,
      onProgress: (done) => queueRun.onProgress?.(from + done, customers.length),
    });
    // It may fail while an earlier one is waited for; whoever waits for it hears
    portion.catch(() => {});
    return portion;
  };
  let ahead = portionFrom(0);
  try {
    for (let next = customersAtATime; next < customers.length + customersAtATime; next += customersAtATime) {
      const portion = ahead;
      // Planned and worded while the last mails of this one are frozen
      if (next < customers.length) ahead = portionFrom(next);
      const queued = await portion;
      for (const { mail, fingerprint } of queued) sinceShown.add(mail, fingerprint);
      planned += queued.length;
      queueRun.onQueued?.(queued.map(({ mail }) => mail));
    }
  } finally {
    await Promise.allSettled([ahead]);
    await freezer?.close();
  }
  return { planned, sinceShown: sinceShown.result() };
}

type Portion = QueueRun & { readonly freezer: MessageFreezer | null };

async function queueMailsOf(
  company: OpenCompany,
  customers: readonly CustomerOrdersToCheck[],
  queueRun: Portion,
): Promise<readonly QueuedMail[]> {
  const { websiteId } = queueRun;
  const orderIds = customers.flatMap((customer) => customer.orderIds);
  const queued = new Map<number, QueuedMail>();
  for (let round = 0; round < mostRounds; round++) {
    const fingerprint = settingsFingerprint(company.db, websiteId);
    const settings = readMailSettings(company.db, websiteId);
    const plan = planMailsOf(company.db, { websiteId, orderIds }, planSettings(company, websiteId));
    if (round === 0) for (const { error } of plan.unjudged) queueRun.onUnexpected?.(error);
    const composed = await composeAll(company, { plan, settings, queueRun });
    const outcome = company.command((tx, context) => {
      if (settingsFingerprint(tx, websiteId) !== fingerprint) return { queued: [], isSettled: false };
      return carryOut(tx, context, { plan, composed, settings, queueRun });
    });
    for (const mail of outcome.queued) queued.set(mail.mailId, mail);
    if (outcome.isSettled) break;
  }
  // A later round may have made a mail anew, or found nothing left of it
  queueRun.onProgress?.(customers.length, 0);
  const stands = stillQueued(company.db, [...queued.keys()]);
  return [...queued.values()].filter(({ mailId }) => stands.has(mailId));
}

type QueuedMail = { readonly mailId: number; readonly mail: PlannedMail; readonly fingerprint: string };

type Ready = { readonly fingerprint: string } & (
  | { readonly kind: 'made'; readonly frozen: FrozenMail }
  /** A run that stopped left it in the outbox with the bytes that staff were shown. */
  | { readonly kind: 'stopped'; readonly mailId: number }
  /** An earlier round of this run queued it, and nothing of it has changed since. */
  | { readonly kind: 'queued'; readonly mailId: number }
);
/** A mail's bytes, or why it has none. */
type Composed = ReadonlyMap<PlannedMail, Ready | WhyNotComposed>;
const composeFaults = ['text-faulty', 'paper-not-built'] as const;
type WhyNotComposed = (typeof composeFaults)[number] | 'not-worded';
type Work = {
  readonly plan: MailPlan;
  readonly composed: Composed;
  readonly settings: MailSettings;
  readonly queueRun: Portion;
};

/** So many mails are frozen at a time where a thread does it. */
const frozenAtATime = 20;

async function composeAll(company: OpenCompany, work: Omit<Work, 'composed'>): Promise<Composed> {
  const composer = new MailComposer(company.db, work.settings, company.today());
  const composed = new Map<PlannedMail, Ready | WhyNotComposed>();
  const compose = async (mail: PlannedMail) => {
    try {
      composed.set(mail, await composeOne(company.db, composer, { mail, queueRun: work.queueRun }));
    } catch (error) {
      // What cannot be worded holds its own mails and blocks no other
      const reason = composeFaults.find((code) => error instanceof AppError && error.code === code);
      if (reason !== 'text-faulty') work.queueRun.onUnexpected?.(error);
      composed.set(mail, reason ?? 'not-worded');
    }
    work.queueRun.onProgress?.(composed.size, 0);
  };
  const { mails } = work.plan;
  const atATime = work.queueRun.freezer === null ? 1 : frozenAtATime;
  for (let from = 0; from < mails.length; from += atATime) {
    await Promise.all(mails.slice(from, from + atATime).map(compose));
    if (from % frozenAtATime === 0) await new Promise(setImmediate);
  }
  return composed;
}

/** Staff's look at a mail was a promise: what reads the same goes out in the bytes that they saw. */
async function composeOne(
  db: ReadDb,
  composer: MailComposer,
  { mail, queueRun }: { readonly mail: PlannedMail; readonly queueRun: Portion },
): Promise<Ready> {
  const worded = composer.word(mail);
  const { fingerprint } = worded;
  const only = onlyStanding(mail);
  if (only?.state === 'queued' && only.fingerprint === fingerprint) {
    return { kind: 'queued', fingerprint, mailId: only.mailId };
  }
  const shown = queueRun.shown?.get(keyOf(mail));
  const asShown = frozenAsShown(shown, fingerprint);
  if (asShown !== null && shown !== undefined) {
    if (shown.mailId !== null && shown.mailId === only?.mailId) {
      return { kind: 'stopped', fingerprint, mailId: shown.mailId };
    }
    // An id names one mail for ever, also one that an earlier round queued and a later one replaced
    if (!isInOutbox(db, asShown.randomId)) return { kind: 'made', fingerprint, frozen: asShown };
  }
  const { freezer } = queueRun;
  const frozen = await freezeMail(db, worded, {
    randomId: queueRun.newUuid(),
    at: queueRun.now().toISOString(),
    ...(freezer === null ? {} : { freeze: (message) => freezer.freeze(message) }),
  });
  return { kind: 'made', fingerprint, frozen };
}

/** The mail that stands for all orders of this one, where there is just one. */
function onlyStanding(mail: PlannedMail): StandingMail | null {
  const standing = new Map(mail.orders.flatMap((order) => order.standing).map((old) => [old.mailId, old]));
  return standing.size === 1 ? ([...standing.values()][0] ?? null) : null;
}

function carryOut(
  tx: WriteTx,
  context: CommandContext,
  work: Work,
): { readonly queued: readonly QueuedMail[]; readonly isSettled: boolean } {
  for (const read of work.plan.withoutLedger) removeOrderToCheck(tx, read);
  for (const { read } of work.plan.unjudged) noteUnjudged(tx, { ...work.queueRun, orderId: read.orderId });
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
  let isEveryoneThere = fresh.size === work.plan.orders.length;
  for (const mail of mails) {
    const ready = work.composed.get(mail);
    const outcome = queueOne(tx, context, { mail, ready, work });
    if (typeof outcome === 'object') queued.push(outcome);
    if (outcome === 'moved-meanwhile') isEveryoneThere = false;
  }
  return { queued, isSettled: isEveryoneThere };
}

/** Moves what is silent, writes My page's news, ends mails with nothing left, and takes a settled order off the list. */
function settleOrder(tx: WriteTx, context: CommandContext, { order, work }: { order: PlannedOrder; work: Work }): void {
  const reason = reasonNotToTell(order);
  if (reason !== null) {
    noteNotTold(tx, {
      runId: work.queueRun.runId,
      websiteId: work.queueRun.websiteId,
      orderId: order.read.orderId,
      contactId: order.contactId,
      reason,
    });
  }
  if (order.isHeld) return;
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

type ToQueue = { readonly mail: PlannedMail; readonly ready: Ready | WhyNotComposed | undefined; readonly work: Work };

function queueOne(
  tx: WriteTx,
  context: CommandContext,
  { mail, ready, work }: ToQueue,
): QueuedMail | 'not-worded' | 'moved-meanwhile' {
  const { runId, websiteId } = work.queueRun;
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
    return stands ? { mailId, mail, fingerprint } : 'moved-meanwhile';
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
