import type { WebsiteReport } from '../../../shared/website-data.ts';
import type { ReadDb } from '../db/database.ts';
import { countHeldCustomers, countRunMails } from './run-store.ts';
import { countWaitingEnquiries, type WebsiteForRun } from './website-store.ts';

export function emptyReport(website: WebsiteForRun): WebsiteReport {
  return {
    websiteId: website.id,
    websiteName: website.name,
    fetchedOrders: 0,
    fetchedRegistrations: 0,
    fetchedOthers: 0,
    imported: 0,
    waitingEnquiries: 0,
    planned: 0,
    accepted: 0,
    waiting: 0,
    refused: 0,
    uncertain: 0,
    held: 0,
    heldBecause: {},
    cameBack: null,
    published: 0,
    notPublished: [],
    groupsOutOfStep: 0,
    fetchProblem: null,
    returnsProblem: null,
    publishProblem: null,
    sendProblem: null,
    updateProblem: null,
    wasCancelled: false,
    stopped: null,
    sinceShown: null,
  };
}

/**
 * Fills in what became of the mails, counted from the outbox itself, and checks that it adds up (domain.md 9.10):
 * planned = accepted + waiting + refused + uncertain + held.
 */
export function reportWithMails(
  db: ReadDb,
  report: WebsiteReport,
  end: { readonly runId: number; readonly wasCancelled: boolean },
): WebsiteReport {
  const states = countRunMails(db, { runId: end.runId, websiteId: report.websiteId });
  const accepted = (states.accepted ?? 0) + (states.settled ?? 0);
  // A mail that no session took, because sending stopped before it, waits for the next run
  const waiting = (states.waiting ?? 0) + (states.queued ?? 0) + (states.sending ?? 0);
  const refused = states.refused ?? 0;
  const uncertain = states.uncertain ?? 0;
  const heldBecause = countHeldCustomers(db, { runId: end.runId, websiteId: report.websiteId });
  const held = sumOf(heldBecause);
  const planned = sumOf(states) + held;
  if (planned !== accepted + waiting + refused + uncertain + held) {
    throw new Error(`The report of run ${end.runId} does not add up: ${JSON.stringify(states)}`);
  }
  return {
    ...report,
    planned,
    accepted,
    waiting,
    refused,
    uncertain,
    held,
    heldBecause,
    waitingEnquiries: countWaitingEnquiries(db, report.websiteId),
    wasCancelled: end.wasCancelled,
  };
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
