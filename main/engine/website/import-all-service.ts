import type { ImportAllReport, ImportDecision, WaitingReason } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import { type Assessment, assessEnquiry } from './assess-enquiry-service.ts';
import type { CompanyAccess } from './company-access.ts';
import { type StoredEnquiry, waitingEnquiries } from './enquiry-store.ts';
import { type ImportEffects, importRead } from './import-enquiry-service.ts';

export type ImportAllOptions = {
  readonly effects: ImportEffects;
  /** Null for all websites. */
  readonly websiteId: number | null;
  readonly signal?: AbortSignal;
  /** Called after each enquiry that was looked at. */
  readonly onProgress?: (lookedAt: number) => void;
};

const enquiriesPerCommit = 200;

/**
 * Takes New and Existing customers, each all or nothing; Probable ones, several matches and whatever else needs a person
 * wait (domain.md 9.18). Each is compared with the register as the ones before it left it. One that cannot be imported
 * waits and blocks no other. Some share a commit, since a commit waits for the disk. Stopped by the signal it answers with
 * what was done until then.
 *
 * @throws Error for what was unforeseen in one; those before it stay imported
 */
export async function importAll(company: CompanyAccess, options: ImportAllOptions): Promise<ImportAllReport> {
  let report: ImportAllReport = { importedOrders: 0, importedOthers: 0, newContacts: 0, waiting: {}, failed: [] };
  let lookedAt = 0;
  let afterId = 0;
  for (;;) {
    const page = waitingEnquiries(company.db, { websiteId: options.websiteId, afterId, limit: enquiriesPerCommit });
    inOneCommit(company, page, (stored) => {
      if (options.signal?.aborted === true) return;
      report = takeOne(company, { stored, effects: options.effects, report });
      afterId = stored.id;
      lookedAt += 1;
      options.onProgress?.(lookedAt);
    });
    if (options.signal?.aborted === true || page.length < enquiriesPerCommit) return report;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** @throws what `take` does, once the ones before are committed */
function inOneCommit(
  company: CompanyAccess,
  page: readonly StoredEnquiry[],
  take: (stored: StoredEnquiry) => void,
): void {
  if (page.length === 0) return;
  const failure = company.command((tx) => {
    for (const stored of page) {
      try {
        take(stored);
      } catch (error) {
        // A full disk ends the whole transaction by itself
        if (!tx.inTransaction) throw error;
        return { error };
      }
    }
    return null;
  });
  if (failure !== null) throw failure.error;
}

type Taken = { readonly stored: StoredEnquiry; readonly effects: ImportEffects; readonly report: ImportAllReport };

function takeOne(company: CompanyAccess, { stored, effects, report }: Taken): ImportAllReport {
  const assessment = assessEnquiry(company.db, stored);
  const { enquiry: read, waitsBecause } = assessment;
  if (read === null || waitsBecause !== null) return countWaiting(report, waitsBecause ?? 'unreadable');
  const decision = decisionFor(assessment);
  try {
    // Within the commit of the page, undone alone
    const outcome = company.command((tx, context) =>
      importRead(tx, context, { stored, read, decision, effects, accountStatus: undefined }),
    );
    return {
      ...report,
      importedOrders: report.importedOrders + (outcome.orderId === null ? 0 : 1),
      importedOthers: report.importedOthers + (outcome.orderId === null ? 1 : 0),
      newContacts: report.newContacts + (decision.kind === 'new' ? 1 : 0),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...report, failed: [...report.failed, { enquiryId: stored.id, code: error.code }] };
  }
}

/** Nothing of the register is overwritten without a choice (domain.md 9.18). */
function decisionFor({ match }: Assessment): ImportDecision {
  const best = match.contacts[0];
  return match.status === 'existing' && best !== undefined
    ? { kind: 'link', contactId: best.contactId, fields: {} }
    : { kind: 'new', fields: {} };
}

function countWaiting(report: ImportAllReport, reason: WaitingReason): ImportAllReport {
  return { ...report, waiting: { ...report.waiting, [reason]: (report.waiting[reason] ?? 0) + 1 } };
}
