import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { type Change, change, type RuleNumber, type RuleSettings } from '../../../shared/change.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerKnowsWithInput } from '../../../shared/order-window.ts';
import { noFilters } from '../../../shared/rule-options.ts';
import type { CustomerKnows, MissingSetting, NextToTell, NotToldNow, Overview } from '../../../shared/website-data.ts';
import { recipientOf } from '../contacts/recipient.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { tryOut } from '../db/try-out.ts';
import { listHoldsOfOrder } from '../ledger/hold-store.ts';
import { findChangesOf, type PlannedOrder, planMailsInSteps, planOrder } from '../ledger/plan-mails.ts';
import { listDoNotTell, readCustomerForPlanning } from '../ledger/planning-store.ts';
import { codeOf, type MailLanguage } from '../mail/wording/mail-language.ts';
import { sentenceFor } from '../mail/wording/sentence-for.ts';
import { editOrder } from '../orders/edit-order-service.ts';
import { readOrder } from '../orders/order-store.ts';
import type { FilteredChange } from '../rules/find-changes.ts';
import type { OpenCompany } from '../session.ts';
import { wordingLanguage } from './compose-mail.ts';
import { readHeldMail } from './held-mail-store.ts';
import { listLanguageGaps } from './language-gap-store.ts';
import { type MailSettings, readMailSettings } from './mail-setting-store.ts';
import { planSettings } from './queue-mails-service.ts';
import { countStandingMails, readLastFinishedRun } from './run-store.ts';
import {
  countToPublish,
  countWaitingEnquiries,
  listWebsites,
  missingSettings,
  type WebsiteForRun,
} from './website-store.ts';

/** So long at a time the engine's thread is taken by counting; the lists that a window opens with come in between. */
const turnMs = 10;

/** What the main window shows beside Get Website Data (domain.md 9.22). @throws AppError 'no-company-open' when it is closed meanwhile */
export async function readOverview(company: OpenCompany, isRunning: () => boolean): Promise<Overview> {
  const { db } = company;
  let toBeTold = 0;
  for (const { id } of listWebsites(db)) toBeTold += await countToBeTold(company, id);
  const websites = listWebsites(db);
  const sum = (count: (websiteId: number) => number) =>
    websites.reduce((total, website) => total + count(website.id), 0);
  return {
    lastRun: readLastFinishedRun(db),
    isRunning: isRunning(),
    toBeTold,
    ...countStandingMails(db),
    waitingEnquiries: sum((websiteId) => countWaitingEnquiries(db, websiteId)),
    toBePublished: countToPublish(db),
    websites: websites.map((website) => ({ id: website.id, name: website.name, missing: missingOf(db, website) })),
  };
}

/** How many customers a run would tell now. */
async function countToBeTold(company: OpenCompany, websiteId: number): Promise<number> {
  const steps = planMailsInSteps(company.db, websiteId, planSettings(company, websiteId));
  for (;;) {
    await nextTurn();
    if (!company.db.open) throw new AppError('no-company-open');
    const endsAtMs = performance.now() + turnMs;
    while (performance.now() < endsAtMs) {
      const { done, value } = steps.next();
      if (done === true) return value.mails.length;
    }
  }
}

function missingOf(db: ReadDb, website: WebsiteForRun, settings?: MailSettings): readonly MissingSetting[] {
  const hasGap = listLanguageGaps(db, website.id, settings).some((gap) => gap.substitute === null);
  return hasGap ? [...missingSettings(website), 'language-substitute'] : missingSettings(website);
}

const changes = z.array(change);

/** What the next run would tell of one order; undefined when nothing of it may have changed, or it is no webshop order. */
export function planOneOrder(company: OpenCompany, orderId: number): PlannedOrder | undefined {
  const websiteId = websiteOf(company.db, orderId);
  return websiteId === null
    ? undefined
    : planOrder(company.db, { orderId, websiteId }, planSettings(company, websiteId));
}

function websiteOf(db: ReadDb, orderId: number): number | null {
  const text = 'SELECT website_id AS websiteId FROM sales_order WHERE id = @orderId';
  return get<{ websiteId: number | null }>(db, text, { orderId })?.websiteId ?? null;
}

const noWebOrder: CustomerKnows = {
  isWebOrder: false,
  told: [],
  language: 'en',
  next: [],
  withheld: [],
  filtered: [],
  notTold: null,
  heldBy: null,
  refusedAddress: null,
  missing: [],
  holds: [],
  silentRules: [],
};

/**
 * The customer strip as it would be, were the edit stored: the edit is done and taken back again, so that what is typed is
 * judged by the same rules as what stands. Changes nothing.
 *
 * @throws AppError as `editOrder` does, such as 'quantity-out-of-range' for what could not be stored
 */
export function customerKnowsWith(company: OpenCompany, { orderId, edit }: CustomerKnowsWithInput): CustomerKnows {
  return tryOut(company.command, (tx, context) => {
    editOrder(tx, context, { ...edit, orderId, orderVersion: readOrder(tx, orderId).version });
    return readCustomerKnows(company, orderId);
  });
}

/** The customer strip of one order: what was told, what the next run tells, and why it does not. */
export function readCustomerKnows(company: OpenCompany, orderId: number): CustomerKnows {
  const { db } = company;
  const websiteId = websiteOf(db, orderId);
  if (websiteId === null) {
    return noWebOrder;
  }
  const settings = readMailSettings(db, websiteId);
  const planned = planOneOrder(company, orderId);
  const language = wordingLanguage(settings, planned?.language ?? 'en') ?? 'en';
  const told = all<{ at: string; mailId: number; changes: string; language: string }>(
    db,
    `SELECT m.settled_at AS at, m.id AS mailId, mo.changes, m.language FROM mail_order mo JOIN mail m ON m.id = mo.mail_id
     WHERE mo.order_id = @orderId AND m.state IN ('accepted','settled') AND m.kind = 'order-status' ORDER BY m.id DESC LIMIT 20`,
    { orderId },
  );
  return {
    isWebOrder: true,
    told: told.map((mail) => {
      const spoken = wordingLanguage(settings, mail.language) ?? 'en';
      const sentences = changes.parse(JSON.parse(mail.changes)).map((one) => sentenceFor(one, { language: spoken }));
      return { at: mail.at, mailId: mail.mailId, sentences, language: codeOf(spoken) };
    }),
    language: codeOf(language),
    next: (planned?.changes ?? []).map((one) => ({ ...nextToTell(one, language), ...sourceOf(one, planned) })),
    withheld: (planned?.withheld ?? []).map((one) => {
      const next = nextToTell(one, language);
      const said = listDoNotTell(db, orderId).find((entry) => next.facts.includes(entry.fact));
      return { ...next, reason: said?.reason ?? '', who: said?.who ?? '' };
    }),
    filtered: (planned?.filtered ?? []).map((one) => notToldNow(one, language)),
    notTold: planned?.notTold ?? null,
    heldBy: planned?.isHeld === true ? readHeldMail(db, orderId) : null,
    refusedAddress: planned?.notTold === 'address-refused' ? addressOf(db, orderId) : null,
    missing: listWebsites(db)
      .filter(({ id }) => id === websiteId)
      .flatMap((website) => missingOf(db, website, settings)),
    holds: listHoldsOfOrder(db, orderId),
    silentRules: planned === undefined ? [] : rulesThatWouldSpeak(planned, company.today()),
  };
}

/** Which of the dates a told date is. */
function sourceOf(one: Change, planned: PlannedOrder | undefined): Pick<NextToTell, 'dateSource'> {
  if (one.kind !== 'expected-date') return {};
  const line = planned?.order.lines.find(({ id }) => id === one.lineId);
  return line === undefined ? {} : { dateSource: line.expected.source };
}

function addressOf(db: ReadDb, orderId: number): string | null {
  const recipient = recipientOf(readCustomerForPlanning(db, orderId));
  return recipient.kind === 'address' ? recipient.address : null;
}

function nextToTell(one: Change, language: MailLanguage): NextToTell {
  return { rule: one.rule, text: sentenceFor(one, { language }), facts: one.moves.map((move) => move.fact) };
}

function notToldNow({ change: one, why }: FilteredChange, language: MailLanguage): NotToldNow {
  return { rule: one.rule, text: sentenceFor(one, { language }), why };
}

const everything: RuleSettings = { 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true, options: noFilters };

/** Rules that are off and would have told one of the facts that move silently. */
export function rulesThatWouldSpeak(planned: PlannedOrder, today: string): readonly RuleNumber[] {
  const found = findChangesOf(planned.order, planned.ledger, { rules: everything, today });
  const withheld = new Set(planned.withheld.flatMap((one) => one.moves.map((move) => move.fact)));
  const silent = new Set(planned.silent.filter((fact) => !withheld.has(fact)));
  const rules = found.changes.filter((one) => one.moves.some((move) => silent.has(move.fact))).map((one) => one.rule);
  return [...new Set(rules)].sort();
}
