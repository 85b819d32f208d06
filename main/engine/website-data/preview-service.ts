import { z } from 'zod';
import { change } from '../../../shared/change.ts';
import type { CustomerKnows, Overview, PreviewRow } from '../../../shared/website-data.ts';
import { all, get, type ReadDb } from '../db/database.ts';
import { toldValues } from '../ledger/ledger-store.ts';
import { type PlannedOrder, planOrder } from '../ledger/plan-mails.ts';
import { sentenceFor } from '../mail/wording/sentence-for.ts';
import { findChanges } from '../rules/find-changes.ts';
import type { OpenCompany } from '../session.ts';
import { wordingLanguage } from './compose-mail.ts';
import { readMailSettings } from './mail-setting-store.ts';
import { planFor, planSettings } from './queue-mails-service.ts';
import { countStandingMails, readLastFinishedRun } from './run-store.ts';
import { countToPublish, countWaitingEnquiries, listWebsites, missingSettings } from './website-store.ts';

/** What the main window shows beside Get Website Data (domain.md 9.22). */
export function readOverview(company: OpenCompany, isRunning: boolean): Overview {
  const { db } = company;
  const websites = listWebsites(db);
  const sum = (count: (websiteId: number) => number) =>
    websites.reduce((total, website) => total + count(website.id), 0);
  return {
    lastRun: readLastFinishedRun(db),
    isRunning,
    toBeTold: sum((websiteId) => planFor(company, websiteId).mails.length),
    ...countStandingMails(db),
    waitingEnquiries: sum((websiteId) => countWaitingEnquiries(db, websiteId)),
    toBePublished: countToPublish(db),
    websites: websites.map((website) => ({ id: website.id, name: website.name, missing: missingSettings(website) })),
  };
}

/** Who the next run tells what, and who it does not tell and why; changes nothing. */
export function previewRun(company: OpenCompany): readonly PreviewRow[] {
  return listWebsites(company.db).flatMap((website) => {
    const settings = readMailSettings(company.db, website.id);
    const sentencesOf = (planned: PlannedOrder) => {
      const language = wordingLanguage(settings, planned.language) ?? 'en';
      return planned.changes.map((told) => sentenceFor(told, { language }));
    };
    const plan = planFor(company, website.id);
    const told = plan.mails.map((mail) => ({
      websiteName: website.name,
      contactId: mail.contactId,
      customerName: contactName(company.db, mail.contactId),
      address: mail.address,
      language: mail.language,
      notTold: null,
      orders: mail.orders.map((planned) => ({
        orderId: planned.order.orderId,
        webOrderNo: planned.order.webOrderNo,
        sentences: sentencesOf(planned),
      })),
    }));
    const notTold = plan.orders
      .filter((planned) => planned.notTold !== null)
      .map((planned) => ({
        websiteName: website.name,
        contactId: planned.contactId,
        customerName: contactName(company.db, planned.contactId),
        address: null,
        language: planned.language,
        notTold: planned.notTold,
        orders: [
          { orderId: planned.order.orderId, webOrderNo: planned.order.webOrderNo, sentences: sentencesOf(planned) },
        ],
      }));
    return [...told, ...notTold];
  });
}

function contactName(db: ReadDb, contactId: number): string {
  return get<{ name: string }>(db, 'SELECT name FROM contact WHERE id = @contactId', { contactId })?.name ?? '';
}

const changes = z.array(change);

/** The customer strip of one order: what was told, what the next run tells, and why it does not. */
export function readCustomerKnows(company: OpenCompany, orderId: number): CustomerKnows {
  const { db } = company;
  const order = get<{ websiteId: number | null }>(
    db,
    'SELECT website_id AS websiteId FROM sales_order WHERE id = @orderId',
    { orderId },
  );
  if (order === undefined || order.websiteId === null) {
    return { isWebOrder: false, told: [], next: [], notTold: null, silentRules: [] };
  }
  const settings = readMailSettings(db, order.websiteId);
  const planned = planOrder(db, { orderId, websiteId: order.websiteId }, planSettings(company, order.websiteId));
  const language = wordingLanguage(settings, planned?.language ?? 'en') ?? 'en';
  const told = all<{ at: string; mailId: number; changes: string; language: string }>(
    db,
    `SELECT m.settled_at AS at, m.id AS mailId, mo.changes, m.language FROM mail_order mo JOIN mail m ON m.id = mo.mail_id
     WHERE mo.order_id = @orderId AND m.state IN ('accepted','settled') AND m.kind = 'order-status' ORDER BY m.id DESC LIMIT 20`,
    { orderId },
  );
  return {
    isWebOrder: true,
    told: told.map((mail) => ({
      at: mail.at,
      mailId: mail.mailId,
      sentences: changes
        .parse(JSON.parse(mail.changes))
        .map((one) => sentenceFor(one, { language: wordingLanguage(settings, mail.language) ?? 'en' })),
    })),
    next: (planned?.changes ?? []).map((one) => ({ rule: one.rule, text: sentenceFor(one, { language }) })),
    notTold: planned?.notTold ?? null,
    silentRules: planned === undefined ? [] : rulesThatWouldSpeak(planned, company.today()),
  };
}

const allRules = { 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true } as const;

/** Rules that are off and would have told one of the facts that move silently. */
function rulesThatWouldSpeak(planned: PlannedOrder, today: string): readonly number[] {
  const { order, ledger } = planned;
  const found = findChanges({ baseline: ledger.baseline, told: toldValues(ledger) }, order.facts, allRules, {
    lines: new Map(order.lines.map((line) => [line.id, line])),
    orderNumbers: order.orderNumbers,
    today,
    trackingUrlFor: () => null,
  });
  const silent = new Set(planned.silent);
  const rules = found.changes.filter((one) => one.moves.some((move) => silent.has(move.fact))).map((one) => one.rule);
  return [...new Set(rules)].sort();
}
