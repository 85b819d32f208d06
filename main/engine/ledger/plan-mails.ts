import type { Change, FactKey, Facts, NotToldReason, RuleSettings, ShipmentValue } from '../../../shared/change.ts';
import { recipientOf } from '../contacts/recipient.ts';
import type { ReadDb } from '../db/database.ts';
import { trackingUrl } from '../orders/tracking-url.ts';
import { differingFacts, type FilteredChange, type Findings, findChanges } from '../rules/find-changes.ts';
import { type HeldOfOrder, readHeldOfOrder } from './hold-store.ts';
import { type Ledger, readLedger, toldValues } from './ledger-store.ts';
import {
  type CustomerForPlanning,
  doNotTellValues,
  factsToldAnew,
  hasUncertainOrigin,
  isAddressMarked,
  latestTellings,
  type OrderToCheck,
  ordersToCheck,
  ordersToCheckAmong,
  readCustomerForPlanning,
  readOrderToCheck,
  readPassedOver,
  readTrackingUrls,
  readWebsiteForPlanning,
  type StandingMail,
  standingMails,
  type WebsiteForPlanning,
} from './planning-store.ts';
import { type PresentOrder, readPresentOrder } from './present-order-store.ts';

/** One order on the list, judged: what to tell, what moves silently, and why nothing is told. */
export type PlannedOrder = {
  readonly read: OrderToCheck;
  readonly order: PresentOrder;
  readonly ledger: Ledger;
  readonly contactId: number;
  readonly language: string;
  /** What was found under the rules, whether it is mailed or not; it is also My page's news. */
  readonly changes: readonly Change[];
  /** Changes that staff chose not to tell; they move silently with the next run. */
  readonly withheld: readonly Change[];
  /** Changes that are news and stay where they are until they are let go: of a held order all, else those held one by one. */
  readonly heldChanges: readonly Change[];
  /** Changes that an option of their rule leaves unsaid for now; their facts stay as they are. */
  readonly filtered: readonly FilteredChange[];
  /** Some of what is filtered no run has passed over yet. */
  readonly isFilteredAnew: boolean;
  /** Facts whose baseline moves when the plan is carried out. */
  readonly silent: readonly FactKey[];
  /** Changes that are not mailed and move with a sentence on My page only (opted out). */
  readonly movesUnmailed: boolean;
  readonly notTold: NotToldReason | null;
  /** Held orders move nothing at all until staff decide. */
  readonly isHeld: boolean;
  readonly standing: readonly StandingMail[];
  readonly mayHaveReceivedAlready: boolean;
};

/** One customer's one mail (domain.md 9.9). */
export type PlannedMail = {
  readonly websiteId: number;
  readonly contactId: number;
  readonly address: string;
  readonly language: string;
  readonly orders: readonly PlannedOrder[];
};

export type MailPlan = {
  readonly websiteId: number;
  readonly mails: readonly PlannedMail[];
  /** Every order that was looked at, told of or not. */
  readonly orders: readonly PlannedOrder[];
  /** Orders that never mail themselves and have no ledger, such as credit notes; they leave the list. */
  readonly withoutLedger: readonly OrderToCheck[];
  /** Orders in which something unforeseen was met; they stay on the list and hold back no other. */
  readonly unjudged: readonly { readonly read: OrderToCheck; readonly error: unknown }[];
};

export type PlanSettings = {
  readonly today: string;
  /** Whether a mail can be worded in a language: built in, written by staff, or substituted by their choice. */
  readonly hasTexts: (language: string) => boolean;
  /** So many mails a customer gets in one day of the company; further ones are held. */
  readonly mailsPerDay: number;
  /** The company's day of an instant, `YYYY-MM-DD`. */
  readonly dayOf: (instant: string) => string;
};

/**
 * Finds who would be told what, now. Reads only; the same plan serves the preview, the count and the run. `contactId`: only
 * that customer's.
 */
export function planMails(db: ReadDb, websiteId: number, settings: PlanSettings, contactId?: number): MailPlan {
  return atOnce(
    planFrom(db, { websiteId, reads: ordersToCheck(db, { websiteId, contactId, today: settings.today }) }, settings),
  );
}

/**
 * The same in steps, an order each, between which others may have their turn: thousands of orders take a second. What is
 * written meanwhile may be seen or not, so it serves to be shown, not to be carried out.
 */
export function* planMailsInSteps(db: ReadDb, websiteId: number, settings: PlanSettings): Steps {
  return yield* planFrom(
    db,
    { websiteId, reads: ordersToCheck(db, { websiteId, contactId: undefined, today: settings.today }) },
    settings,
  );
}

/** The same of some orders alone. Of a customer all that are on the list belong here, since they share one mail. */
export function planMailsOf(
  db: ReadDb,
  orders: { readonly websiteId: number; readonly orderIds: readonly number[] },
  settings: PlanSettings,
): MailPlan {
  const { websiteId, orderIds } = orders;
  return atOnce(
    planFrom(db, { websiteId, reads: ordersToCheckAmong(db, { orderIds, today: settings.today }) }, settings),
  );
}

type Steps = Generator<undefined, MailPlan>;

function atOnce(steps: Steps): MailPlan {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function* planFrom(
  db: ReadDb,
  { websiteId, reads }: { readonly websiteId: number; readonly reads: readonly OrderToCheck[] },
  settings: PlanSettings,
): Steps {
  const judge = judgeWith(db, websiteId, settings);
  const orders: PlannedOrder[] = [];
  const withoutLedger: OrderToCheck[] = [];
  const unjudged: { read: OrderToCheck; error: unknown }[] = [];
  const mails = new Map<string, PlannedMail & { orders: PlannedOrder[] }>();
  for (const read of reads) {
    yield;
    const judged = attemptToJudge(db, read, judge);
    if (judged === undefined) withoutLedger.push(read);
    else if (judged.kind === 'failed') unjudged.push({ read, error: judged.error });
    if (judged?.kind !== 'judged') continue;
    orders.push(judged.planned);
    if (judged.address === null) continue;
    const { contactId, language } = judged.planned;
    const key = JSON.stringify([contactId, judged.address.toLowerCase(), language]);
    const mail = mails.get(key) ?? { websiteId, contactId, address: judged.address, language, orders: [] };
    mail.orders.push(judged.planned);
    mails.set(key, mail);
  }
  return { websiteId, mails: [...mails.values()], orders, withoutLedger, unjudged };
}

/** The plan for one order alone; undefined when nothing of it may have changed. */
export function planOrder(
  db: ReadDb,
  order: { orderId: number; websiteId: number },
  settings: PlanSettings,
): PlannedOrder | undefined {
  const read = readOrderToCheck(db, order.orderId);
  return read === undefined ? undefined : judgeOrder(db, read, judgeWith(db, order.websiteId, settings))?.planned;
}

/** The plans for some orders of a website, for lists; `undefined` for one in which something unforeseen was met. */
export function planOrders(
  db: ReadDb,
  orders: { readonly orderIds: readonly number[]; readonly websiteId: number },
  settings: PlanSettings,
): ReadonlyMap<number, PlannedOrder | undefined> {
  const judge = judgeWith(db, orders.websiteId, settings);
  const plans = new Map<number, PlannedOrder | undefined>();
  for (const orderId of orders.orderIds) {
    const read = readOrderToCheck(db, orderId);
    const attempt = read === undefined ? undefined : attemptToJudge(db, read, judge);
    if (attempt !== undefined) plans.set(orderId, attempt.kind === 'judged' ? attempt.planned : undefined);
  }
  return plans;
}

function judgeWith(db: ReadDb, websiteId: number, settings: PlanSettings): JudgeWith {
  const trackingUrls = readTrackingUrls(db);
  return {
    website: readWebsiteForPlanning(db, websiteId),
    settings,
    trackingUrlFor: ({ carrier, shippingNo }) =>
      trackingUrl(trackingUrls.get(carrier.toLowerCase()) ?? null, shippingNo),
  };
}

type JudgeWith = {
  readonly website: WebsiteForPlanning;
  readonly settings: PlanSettings;
  readonly trackingUrlFor: (shipment: ShipmentValue) => string | null;
};
/** `address` is set only when the order goes into a mail. */
type JudgedOrder = { readonly planned: PlannedOrder; readonly address: string | null };

type Attempt = ({ readonly kind: 'judged' } & JudgedOrder) | { readonly kind: 'failed'; readonly error: unknown };

/** One order that cannot be read must not keep every other customer from being told: a border that parks it. */
function attemptToJudge(db: ReadDb, read: OrderToCheck, judge: JudgeWith): Attempt | undefined {
  try {
    const judged = judgeOrder(db, read, judge);
    return judged === undefined ? undefined : { kind: 'judged', ...judged };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** Judges one order by itself; undefined for an order without a ledger (not a webshop order). */
function judgeOrder(db: ReadDb, read: OrderToCheck, judge: JudgeWith): JudgedOrder | undefined {
  const order = readPresentOrder(db, read.orderId);
  const ledger = readLedger(db, read.orderId);
  if (order === undefined || ledger === undefined) return undefined;
  const customer = readCustomerForPlanning(db, read.orderId);
  const standing = standingMails(db, read.orderId);
  const language = customer.orderLanguage ?? customer.contactLanguage ?? judge.website.language;
  const base = { read, order, ledger, contactId: customer.contactId, language, standing };
  const holds = readHeldOfOrder(db, { orderId: read.orderId, contactId: customer.contactId });
  const findings = changesOf(order, ledger, judge);
  const { changes: found, withheld, silent } = withoutDoNotTell(db, read.orderId, findings);
  const held = reasonToHold(db, order, { standing, wantsMails: customer.wantsMails, holds });
  if (held !== null) {
    const isNews = isHeldByStaff(held)
      ? found.length > 0
      : held === 'uncertain-mail' || differingFacts(ledger.baseline, order.facts).length > 0;
    return { planned: heldOrder(base, found, isNews ? held : null), address: null };
  }
  const isChangeHeld = (change: Change) => change.moves.some((move) => holds.facts.has(move.fact));
  const changes = found.filter((change) => !isChangeHeld(change));
  const heldChanges = found.filter(isChangeHeld);
  const recipient = recipientFor(db, customer, language, judge);
  if (changes.length > 0 && recipient.kind === 'address' && hasEnoughToday(db, customer.contactId, judge)) {
    return { planned: heldOrder(base, found, 'enough-today'), address: null };
  }
  const planned: PlannedOrder = {
    ...base,
    changes,
    withheld,
    heldChanges,
    filtered: findings.filtered,
    isFilteredAnew: findings.filtered.length > 0 && hasMoreThan(readPassedOver(db, read.orderId), findings.filtered),
    silent,
    movesUnmailed: changes.length > 0 && recipient.kind === 'none' && recipient.reason === 'opted-out',
    notTold: reasonNotTold({ changes, heldChanges, recipient }),
    isHeld: false,
    mayHaveReceivedAlready: mayHaveHeard(changes, factsToldAnew(db, read.orderId, ledger.version)),
  };
  return { planned, address: changes.length > 0 && recipient.kind === 'address' ? recipient.address : null };
}

type Judged = Pick<PlannedOrder, 'read' | 'order' | 'ledger' | 'contactId' | 'language' | 'standing'>;

/** An order of which nothing moves; `heldChanges` is what would be told of it. */
function heldOrder(judged: Judged, heldChanges: readonly Change[], notTold: NotToldReason | null): PlannedOrder {
  return {
    ...judged,
    changes: [],
    withheld: [],
    heldChanges,
    filtered: [],
    isFilteredAnew: false,
    silent: [],
    movesUnmailed: false,
    notTold,
    isHeld: true,
    mayHaveReceivedAlready: false,
  };
}

function isHeldByStaff(reason: NotToldReason): boolean {
  return reason === 'customer-held' || reason === 'order-held';
}

function reasonNotTold(of: {
  readonly changes: readonly Change[];
  readonly heldChanges: readonly Change[];
  readonly recipient: RecipientOrReason;
}): NotToldReason | null {
  if (of.changes.length === 0) return of.heldChanges.length > 0 ? 'change-held' : null;
  return of.recipient.kind === 'address' ? null : of.recipient.reason;
}

/** A customer's further mails of a day are held: more than a few are a mistake, or become one mail tomorrow. */
function hasEnoughToday(db: ReadDb, contactId: number, { settings }: JudgeWith): boolean {
  const { mailsPerDay, dayOf, today } = settings;
  const latest = latestTellings(db, { contactId, limit: mailsPerDay });
  return latest.length >= mailsPerDay && latest.every((at) => dayOf(at) === today);
}

/** Why the next run tells nothing of an order in which something changed since the last one; null when it tells, or nothing did. */
export function reasonNotToTell(planned: PlannedOrder): NotToldReason | null {
  if (planned.notTold !== null) return planned.notTold;
  return planned.changes.length === 0 && planned.isFilteredAnew ? 'filtered' : null;
}

function hasMoreThan(passedOver: Facts, filtered: readonly FilteredChange[]): boolean {
  return filtered.some(({ change }) => change.moves.some((move) => passedOver[move.fact] !== move.to));
}

function mayHaveHeard(changes: readonly Change[], toldAnew: ReadonlySet<FactKey>): boolean {
  return changes.some((change) => change.moves.some((move) => toldAnew.has(move.fact)));
}

function changesOf(order: PresentOrder, ledger: Ledger, judge: JudgeWith): Findings {
  const { settings, trackingUrlFor, website } = judge;
  return findChangesOf(order, ledger, { rules: website.rules, today: settings.today, trackingUrlFor });
}

/** What the rules find between an order and its ledger, without regard to who would hear of it. */
export function findChangesOf(
  order: PresentOrder,
  ledger: Ledger,
  by: {
    readonly rules: RuleSettings;
    readonly today: string;
    readonly trackingUrlFor?: (shipment: ShipmentValue) => string | null;
  },
): Findings {
  return findChanges({ baseline: ledger.baseline, told: toldValues(ledger) }, order.facts, by.rules, {
    lines: new Map(order.lines.map((line) => [line.id, line])),
    orderNumbers: order.orderNumbers,
    isFullyCredited: order.isFullyCredited,
    today: by.today,
    trackingUrlFor: by.trackingUrlFor ?? (() => null),
  });
}

type Found = Pick<Findings, 'changes' | 'silent'>;

/** "Don't tell" holds for the value it was said of; when the fact moves on, it is news again. */
function withoutDoNotTell(db: ReadDb, orderId: number, found: Found): Found & { readonly withheld: readonly Change[] } {
  const kept = doNotTellValues(db, orderId);
  const isKept = (change: Change) => change.moves.every((move) => kept.get(move.fact) === JSON.stringify(move.to));
  const withheld = found.changes.filter(isKept);
  return {
    changes: found.changes.filter((change) => !isKept(change)),
    withheld,
    silent: [...found.silent, ...withheld.flatMap((change) => change.moves.map((move) => move.fact))],
  };
}

/** Refusals of a mail's body in so many runs in a row leave it to staff (domain.md 9.12). */
const refusedRunsUntilStaffDecide = 3;

function reasonToHold(
  db: ReadDb,
  order: PresentOrder,
  given: { readonly standing: readonly StandingMail[]; readonly wantsMails: boolean; readonly holds: HeldOfOrder },
): NotToldReason | null {
  const { standing, wantsMails, holds } = given;
  if (standing.some((mail) => mail.state === 'uncertain')) return 'uncertain-mail';
  const isRefused = standing.some(
    (mail) => mail.state === 'refused' && mail.refusedRuns >= refusedRunsUntilStaffDecide,
  );
  // Who opted out meanwhile has nothing to wait for: the mail is dropped
  if (isRefused && wantsMails) return 'refused-three-times';
  if (order.parentOrderId !== null && hasUncertainOrigin(db, order.parentOrderId)) return 'parent-uncertain';
  if (holds.isCustomerHeld) return 'customer-held';
  return holds.isOrderHeld ? 'order-held' : null;
}

type RecipientOrReason =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'none'; readonly reason: NotToldReason };

function recipientFor(
  db: ReadDb,
  customer: CustomerForPlanning,
  language: string,
  judge: JudgeWith,
): RecipientOrReason {
  if (!customer.wantsMails) return { kind: 'none', reason: 'opted-out' };
  const recipient = recipientOf(customer);
  if (recipient.kind === 'none') return recipient;
  if (isAddressMarked(db, recipient.address)) return { kind: 'none', reason: 'address-refused' };
  if (!judge.settings.hasTexts(language)) return { kind: 'none', reason: 'text-missing' };
  if (!judge.website.hasSender) return { kind: 'none', reason: 'no-sender' };
  return recipient;
}
