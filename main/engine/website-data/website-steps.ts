import type { FetchReport, PublishReport } from '../../../shared/enquiries.ts';
import type { ProblemCode } from '../../../shared/website-data.ts';
import type { Effects } from '../effects.ts';
import { publishOrderHistories } from '../my-page/publish-service.ts';
import { readReturns } from '../outbox/read-returns-service.ts';
import { type SendTiming, sendQueuedMails } from '../outbox/send-service.ts';
import type { EngineSession, OpenCompany } from '../session.ts';
import { fetchEnquiries } from '../website/fetch-enquiries-service.ts';
import { importAll } from '../website/import-all-service.ts';
import { takeOptOutSecret } from '../website/opt-out-secret-service.ts';
import { publishOutcomes } from '../website/publish-outcomes-service.ts';
import { updateWebsite } from '../website/update-website-service.ts';
import type { WebsiteConnector } from '../website/website-connector.ts';
import { makeShopCopy } from './shop-copy.ts';
import type { StepProgress } from './step-progress.ts';
import { readImportByItself, type WebsiteForRun } from './website-store.ts';

/** What the steps that talk to the website need. */
export type WebsiteWork = {
  readonly company: OpenCompany;
  readonly website: WebsiteForRun;
  readonly connector: WebsiteConnector;
  readonly effects: Effects;
};

/** Orders, registrations and customers' settings; a page and its cursor are stored together. */
export async function fetchStep(work: WebsiteWork, progress: StepProgress): Promise<FetchReport> {
  const { company, website, connector } = work;
  await takeOptOutSecret(company, { websiteId: website.id, connector });
  return fetchEnquiries(company, {
    websiteId: website.id,
    connector,
    onProgress: (soFar) => progress.at(soFar.fetched, null),
  });
}

type ReturnsWork = {
  readonly company: OpenCompany;
  readonly website: WebsiteForRun;
  readonly signal: AbortSignal | undefined;
  /** How many mails came back, told anew whenever more are noted: that holds also when the box then fails. */
  readonly onCameBack: (mails: number) => void;
};

/** Mails that came back since the last run, from the website's return box. */
export async function readReturnsStep(
  session: EngineSession,
  work: ReturnsWork,
  progress: StepProgress,
): Promise<void> {
  await readReturns(work.company, {
    websiteId: work.website.id,
    secrets: session.secrets,
    now: session.now,
    signal: work.signal,
    onProgress: ({ done, of, cameBack }) => {
      progress.at(done, of);
      work.onCameBack(cameBack);
    },
  });
}

/** Takes New and Existing by itself where the company wants that (domain.md 9.18). @returns how many were imported */
export async function importStep(work: Omit<WebsiteWork, 'connector'>, progress: StepProgress): Promise<number> {
  if (!readImportByItself(work.company.db)) return 0;
  const report = await importAll(work.company, {
    effects: work.effects,
    websiteId: work.website.id,
    onProgress: (lookedAt) => progress.at(lookedAt, null),
  });
  return report.importedOrders + report.importedOthers;
}

/** Order histories that changed since the site last had them, and what became of orders that get none. */
export async function publishStep(work: WebsiteWork, progress: StepProgress): Promise<PublishReport> {
  const report = await publishOrderHistories(work.company, {
    websiteId: work.website.id,
    connector: work.connector,
    onProgress: (done, due) => progress.at(done, due),
  });
  await publishOutcomes(work.company, { websiteId: work.website.id, connector: work.connector });
  return report;
}

type SendWork = {
  readonly company: OpenCompany;
  readonly website: WebsiteForRun;
  readonly signal: AbortSignal | undefined;
  readonly timing: SendTiming | undefined;
};

/** Hands the queued mails over. @returns why sending stopped early, or null */
export async function sendStep(
  session: EngineSession,
  work: SendWork,
  progress: StepProgress,
): Promise<ProblemCode | null> {
  const result = await sendQueuedMails(work.company, {
    websiteId: work.website.id,
    secrets: session.secrets,
    makeShopCopy,
    signal: work.signal,
    timing: work.timing,
    onProgress: (counts) => progress.at(counts.planned - counts.waiting, counts.planned),
  });
  return result.stoppedBy;
}

/** "Go directly to update": accounts, products with web stock, site settings (domain.md 9.27). */
export async function updateWebsiteStep(work: WebsiteWork, progress: StepProgress): Promise<void> {
  await updateWebsite(work.company, {
    websiteId: work.website.id,
    connector: work.connector,
    onProgress: (done, due) => progress.at(done, due),
  });
}
