import type { SinceShown } from '../../../shared/website-data.ts';
import { dayIn } from '../db/context.ts';
import { type MailPlan, type PlanSettings, planMails, planMailsOf } from '../ledger/plan-mails.ts';
import { type CustomerToCheck, customersToCheck, type OrderToCheck, ordersToCheck } from '../ledger/planning-store.ts';
import type { OpenCompany } from '../session.ts';
import { carryOut, type QueuedMail } from './carry-out-plan-service.ts';
import { wordingLanguage } from './compose-mail.ts';
import { composeMails } from './compose-mails-service.ts';
import { readDayLimits, readMailSettings } from './mail-setting-store.ts';
import { leaveOlderMailsWaiting, listQueued, settingsFingerprint } from './queue-store.ts';
import { type ComparedWithShown, compareWithShown, countSinceShown, type ShownMails } from './shown-mails.ts';
import type { CausedChange } from './surge-brake.ts';
import { causesOf } from './surge-causes-service.ts';

export type QueueRun = {
  readonly runId: number;
  readonly websiteId: number;
  readonly newUuid: () => string;
  readonly now: () => Date;
  /**
   * What staff were shown of these mails, asked for once those of a killed run wait again; what still reads the same goes out in
   * the bytes that they saw.
   */
  readonly readShown?: () => ShownMails;
  /** Customers looked at, of all that are on the list. */
  readonly onProgress?: (done: number, of: number) => void;
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
  /** What one act may have made of what they tell. */
  readonly caused: readonly CausedChange[];
  /** How they compare with what staff were shown; null when nothing was. */
  readonly sinceShown: SinceShown | null;
};

/** Staff may go on editing meanwhile; what they touched is planned anew, so often at most. */
const mostPasses = 5;
/** So many customers are planned, worded and queued at a time: few enough for the memory, many enough for a commit. */
const customersAtATime = 100;

/**
 * Finds changes, words the mails and queues them, and moves everything that yields no sentence. Goes through the customers some at
 * a time, so that memory does not grow with the run; then looks once more at those whose orders, or at all when the settings
 * moved meanwhile. What keeps moving is left to the next run.
 */
export async function queueMails(company: OpenCompany, queueRun: QueueRun): Promise<QueuedMails> {
  // First: should anything fail from here on, what an older run worded must not be sent as it is
  company.command((tx) => leaveOlderMailsWaiting(tx, queueRun));
  const run = new QueueingRun(company, queueRun);
  const everyone = () => customersToCheck(company.db, { websiteId: queueRun.websiteId, today: company.today() });
  let due = everyone();
  for (let pass = 0; pass < mostPasses && due.length > 0; pass++) {
    const settings = settingsFingerprint(company.db, queueRun.websiteId);
    await run.goThrough(due);
    const isSettled = settingsFingerprint(company.db, queueRun.websiteId) === settings;
    const moved = run.movedOrders();
    if (isSettled && moved.size === 0) break;
    due = everyone().filter((orderIds) => !isSettled || orderIds.some((orderId) => moved.has(orderId)));
  }
  return run.queued();
}

/** What is kept of a queued mail: little, since a run may have very many. */
type QueuedNote = { readonly caused: readonly CausedChange[]; readonly compared: ComparedWithShown };

/** One for all of them: of a mail that nobody looked at before, and that no act made together with others. */
const nothingToNote: QueuedNote = { caused: [], compared: { how: 'added', key: null } };

class QueueingRun {
  private readonly company: OpenCompany;
  private readonly given: QueueRun;
  private readonly shown: ShownMails;
  private readonly notes = new Map<number, QueuedNote>();
  /** The counter at which each order was planned last; null for one that has to be planned again. */
  private readonly planned = new Map<number, number | null>();
  private done = 0;
  private of = 0;

  constructor(company: OpenCompany, given: QueueRun) {
    this.company = company;
    this.given = given;
    this.shown = given.readShown?.() ?? new Map();
  }

  async goThrough(customers: readonly CustomerToCheck[]): Promise<void> {
    this.of = Math.max(this.of, customers.length);
    for (let from = 0; from < customers.length; from += customersAtATime) {
      await this.queuePortion(customers.slice(from, from + customersAtATime), (done) => this.tellProgress(from + done));
    }
  }

  /** Orders on the list that moved since they were planned. */
  movedOrders(): ReadonlySet<number> {
    const { websiteId } = this.given;
    const listed = ordersToCheck(this.company.db, { websiteId, today: this.company.today() });
    const hasMoved = ({ orderId, counter }: OrderToCheck) =>
      this.planned.has(orderId) && this.planned.get(orderId) !== counter;
    return new Set(listed.filter(hasMoved).map(({ orderId }) => orderId));
  }

  queued(): QueuedMails {
    // A later pass may have made a mail anew, or found nothing left of it
    const notes = listQueued(this.company.db, this.given).flatMap((mailId) => this.notes.get(mailId) ?? []);
    return {
      planned: notes.length,
      caused: notes.flatMap(({ caused }) => caused),
      sinceShown: countSinceShown(
        this.shown,
        notes.map(({ compared }) => compared),
      ),
    };
  }

  private async queuePortion(customers: readonly CustomerToCheck[], onProgress: (done: number) => void): Promise<void> {
    const { company, given } = this;
    const { runId, websiteId } = given;
    const orderIds = customers.flat();
    const fingerprint = settingsFingerprint(company.db, websiteId);
    const settings = readMailSettings(company.db, websiteId);
    const plan = planMailsOf(company.db, { websiteId, orderIds }, planSettings(company, websiteId));
    for (const { error } of plan.unjudged) given.onUnexpected?.(error);
    for (const { read } of plan.orders) this.planned.set(read.orderId, read.counter);
    const composed = await composeMails(
      company,
      { mails: plan.mails, settings },
      { ...given, shown: this.shown, onComposed: (done) => onProgress(Math.min(done, customers.length)) },
    );
    const { queued, gone } = company.command((tx, context) => {
      if (settingsFingerprint(tx, websiteId) !== fingerprint) return { queued: [], gone: plan.mails };
      return carryOut(tx, context, { plan, composed, settings, runId, websiteId });
    });
    for (const { orders } of gone) for (const { read } of orders) this.planned.set(read.orderId, null);
    for (const mail of queued) this.note(mail);
    onProgress(customers.length);
  }

  private note({ mailId, mail, fingerprint }: QueuedMail): void {
    // What no act can have made for many needs no place
    const caused = causesOf(this.company.db, mail.orders).filter(({ causes }) => causes.length > 0);
    const compared = compareWithShown(this.shown, mail, fingerprint);
    const isPlain = caused.length === 0 && compared.how === 'added';
    this.notes.set(
      mailId,
      isPlain
        ? nothingToNote
        : { caused: caused.map(({ orderId, causes, days }) => ({ orderId, causes, days })), compared },
    );
  }

  private tellProgress(done: number): void {
    // A customer may get two mails
    this.done = Math.max(this.done, done);
    this.given.onProgress?.(this.done, this.of);
  }
}
