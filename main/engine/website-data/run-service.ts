import { AppError } from '../../../shared/errors.ts';
import {
  type CompanyGuard,
  type ProblemCode,
  type RunReport,
  type RunStep,
  runSteps,
  type WebsiteReport,
} from '../../../shared/website-data.ts';
import { whenSound } from '../db/file-check.ts';
import { forgetOldMails } from '../outbox/mail-log-service.ts';
import { listMailsToSend, recoverAfterCrash } from '../outbox/outbox-store.ts';
import { hasReturnBox } from '../outbox/read-returns-service.ts';
import type { SendTiming } from '../outbox/send-service.ts';
import type { EngineSession, OpenCompany } from '../session.ts';
import { connectorFor } from '../website/connect-service.ts';
import { type QueuedMails, queueMails } from './queue-mails-service.ts';
import { keepRunMark, readRunGuard } from './run-guard-service.ts';
import { emptyReport, reportWithMails } from './run-report.ts';
import { closeInterruptedRuns, countFetchedRegistrations, insertRun, readRun, storeReport } from './run-store.ts';
import { beginRunning } from './running-company.ts';
import { forgetShown, readShown } from './shown-mails-service.ts';
import { type OnRunEvent, StepProgress } from './step-progress.ts';
import { leaveForALook, stopBefore } from './stopped-run-service.ts';
import { deleteStopDecision } from './stopped-run-store.ts';
import {
  fetchStep,
  importStep,
  publishStep,
  readReturnsStep,
  sendStep,
  updateWebsiteStep,
  type WebsiteWork,
} from './website-steps.ts';
import { listWebsites, type WebsiteForRun } from './website-store.ts';

export type RunOptions = {
  /** Cancel stops sending; publishing and the report still happen (domain.md 9.21). */
  readonly signal?: AbortSignal;
  readonly onEvent?: OnRunEvent;
  /** Where failures that are no AppError are logged; their text is for developers. */
  readonly onUnexpected?: (error: unknown, step: RunStep) => void;
  /** The pauses between tries of a mail the server put off. */
  readonly sendTiming?: SendTiming;
};

/** After so long of publishing, sending begins beside it (domain.md 9.17). */
const sendBesidePublishingAfterMs = 60_000;

/**
 * Get Website Data: fetch, read mails that came back, import, find changes and queue, publish, send, report, for every website in turn
 * (domain.md 9.17 to 9.21). A website's failure stops no other, and no step loses what an earlier one did.
 *
 * @throws AppError 'run-in-progress' while another run works on this company, 'import-in-progress' while an import is stored,
 * as `whenSound` does
 */
export async function getWebsiteData(session: EngineSession, options: RunOptions = {}): Promise<RunReport> {
  const company = session.company();
  const endRunning = beginRunning(company);
  try {
    await whenSound(company.db);
    const runId = company.command((tx, context) => {
      closeInterruptedRuns(tx);
      recoverAfterCrash(tx, context);
      return insertRun(tx, { at: context.now, who: context.who });
    });
    const listed = listWebsites(company.db);
    const guard = await readRunGuard(session, listed);
    const websites: WebsiteReport[] = [];
    for (const website of listed) {
      const report = await new WebsiteRun(session, { company, runId, website, guard, options }).run();
      websites.push(report);
      company.command((tx) => storeReport(tx, { runId, websites, finishedAt: null }));
    }
    company.command((tx, context) => storeReport(tx, { runId, websites, finishedAt: context.now }));
    // A run that mailed nobody counts too: what it moved silently must not be told by an older file
    if (stopBecause(guard) === null) await keepRunMark(session, runId);
    await forgetOldMails(company, session.now());
    const report = readRun(company.db, runId);
    if (report === undefined) throw new Error(`Run ${runId} is gone`);
    options.onEvent?.({ kind: 'finished', report });
    return report;
  } finally {
    endRunning();
  }
}

type Parts = {
  readonly company: OpenCompany;
  readonly runId: number;
  readonly website: WebsiteForRun;
  readonly guard: CompanyGuard;
  readonly options: RunOptions;
};

/** The run of one website; collects its report as it goes. */
class WebsiteRun {
  private readonly session: EngineSession;
  private readonly parts: Parts;
  private report: WebsiteReport;

  constructor(session: EngineSession, parts: Parts) {
    this.session = session;
    this.parts = parts;
    this.report = emptyReport(parts.website);
  }

  async run(): Promise<WebsiteReport> {
    const { company, runId, website, options } = this.parts;
    const hasBox = hasReturnBox(company, website.id);
    const steps = runSteps.filter((step) => step !== 'read-returns' || hasBox);
    options.onEvent?.({ kind: 'website', websiteName: website.name, steps });
    const connected = await this.attempt(() =>
      connectorFor({ db: company.db, secrets: this.session.secrets }, website.id),
    );
    if (connected.problem !== null) {
      this.note({
        fetchProblem: connected.problem,
        publishProblem: connected.problem,
        updateProblem: connected.problem,
      });
    }
    const work: WebsiteWork | null =
      connected.value === null ? null : { company, website, connector: connected.value, effects: this.session.effects };
    if (work !== null) await this.fetch(work);
    if (hasBox) await this.readReturns();
    await this.importEnquiries();
    const stop = stopBecause(this.parts.guard);
    if (stop !== null) return this.endWithoutTelling(stop);
    const queued = await this.findChanges();
    // Where the search failed, what it queued before has not been looked at: it waits for the next run
    const isStopped = queued === null || this.stopForALook(queued);
    if (this.hasMailsToSend()) await keepRunMark(this.session, runId);
    const publishing = work === null ? Promise.resolve() : this.publish(work);
    await Promise.race([publishing, wait(sendBesidePublishingAfterMs)]);
    if (!isStopped) await this.send();
    await publishing;
    if (work !== null && website.directUpdate) await this.updateWebsite(work);
    return this.reportNow();
  }

  private reportNow(): WebsiteReport {
    const { company, runId, options } = this.parts;
    return reportWithMails(company.db, this.report, { runId, wasCancelled: options.signal?.aborted === true });
  }

  /** A file that may be older tells nothing and publishes nothing until that is settled; what was fetched stays. */
  private endWithoutTelling(problem: ProblemCode): WebsiteReport {
    const updateProblem = this.parts.website.directUpdate ? problem : null;
    this.note({ publishProblem: problem, sendProblem: problem, updateProblem });
    return this.reportNow();
  }

  private hasMailsToSend(): boolean {
    return listMailsToSend(this.parts.company.db, this.parts.website.id).length > 0;
  }

  private async fetch(work: WebsiteWork): Promise<void> {
    const since = this.session.now().toISOString();
    const { value, problem } = await this.step('fetch', (progress) => fetchStep(work, progress));
    const { fetchedRegistrations, fetchedOthers } = countFetchedRegistrations(work.company.db, {
      websiteId: work.website.id,
      since,
    });
    this.note({ fetchProblem: problem, fetchedOrders: value?.orders ?? 0, fetchedRegistrations, fetchedOthers });
  }

  /** Before changes are found, so that nobody is written to whose address turned out not to exist. Its failure stops nothing. */
  private async readReturns(): Promise<void> {
    const { company, website, options } = this.parts;
    this.note({ cameBack: 0 });
    const onCameBack = (cameBack: number) => this.note({ cameBack });
    const { problem } = await this.step('read-returns', (progress) =>
      readReturnsStep(this.session, { company, website, signal: options.signal, onCameBack }, progress),
    );
    this.note({ returnsProblem: problem });
  }

  private async importEnquiries(): Promise<void> {
    const { company, website } = this.parts;
    const { value } = await this.step('import', (progress) =>
      importStep({ company, website, effects: this.session.effects }, progress),
    );
    this.note({ imported: value ?? 0 });
  }

  /** @returns null when it failed */
  private async findChanges(): Promise<QueuedMails | null> {
    const { company, runId, website } = this.parts;
    const { value, problem } = await this.step('find-changes', (progress) =>
      queueMails(company, {
        runId,
        websiteId: website.id,
        newUuid: () => crypto.randomUUID(),
        now: this.session.now,
        readShown: () => readShown(company, { websiteId: website.id, now: this.session.now() }),
        onProgress: (done, of) => progress.at(done, of),
        onUnexpected: (error) => this.parts.options.onUnexpected?.(error, 'find-changes'),
      }),
    );
    // After a failure what staff have looked at is still to come
    if (problem === null) forgetShown(company, website.id);
    this.note({ sendProblem: problem, sinceShown: value?.sinceShown ?? null });
    return value;
  }

  /** Before the first mail: staff want to look first, or so much news is more likely a mistake. Its mails wait then. */
  private stopForALook(queued: QueuedMails): boolean {
    const { company, runId, website } = this.parts;
    const stopped = stopBefore(company.db, website.id, queued);
    this.note({ stopped });
    company.command((tx) => {
      if (stopped === null) return;
      leaveForALook(tx, { websiteId: website.id, runId, stopped });
    });
    return stopped !== null;
  }

  private async publish(work: WebsiteWork): Promise<void> {
    const { value, problem } = await this.step('publish', (progress) => publishStep(work, progress));
    this.note({
      published: value === null ? 0 : value.published + value.removed,
      notPublished: (value?.failures ?? []).map(({ name, reason }) => ({ name, reason })),
      groupsOutOfStep: value?.groupsOutOfStep ?? 0,
      publishProblem: problem,
    });
  }

  private async send(): Promise<void> {
    const { company, website, options } = this.parts;
    const { value, problem } = await this.step('send', (progress) =>
      sendStep(this.session, { company, website, signal: options.signal, timing: options.sendTiming }, progress),
    );
    this.note({ sendProblem: problem ?? value ?? this.report.sendProblem });
    company.command((tx) => deleteStopDecision(tx, website.id));
  }

  private async updateWebsite(work: WebsiteWork): Promise<void> {
    const { problem } = await this.step('update-website', (progress) => updateWebsiteStep(work, progress));
    this.note({ updateProblem: problem });
  }

  private note(part: Partial<WebsiteReport>): void {
    this.report = { ...this.report, ...part };
  }

  private async step<Value>(step: RunStep, work: (progress: StepProgress) => Promise<Value>): Promise<Attempt<Value>> {
    const progress = new StepProgress(step, this.parts.website.name, {
      onEvent: this.parts.options.onEvent ?? (() => {}),
      nowMs: () => this.session.now().getTime(),
    });
    const attempt = await this.attempt(() => work(progress), step);
    progress.end(attempt.problem === null ? 'done' : 'failed');
    return attempt;
  }

  /** A process border: what a step cannot do is reported, and the next step goes on. */
  private async attempt<Value>(work: () => Promise<Value>, step: RunStep = 'fetch'): Promise<Attempt<Value>> {
    try {
      return { value: await work(), problem: null };
    } catch (error) {
      if (error instanceof AppError) return { value: null, problem: error.code };
      this.parts.options.onUnexpected?.(error, step);
      return { value: null, problem: 'unexpected' };
    }
  }
}

/** Why a run tells nobody, or null when it may. */
function stopBecause(guard: CompanyGuard): ProblemCode | null {
  if (guard.kind === 'older') return 'company-older-than-last-run';
  return guard.kind === 'age-unknown' ? 'company-age-unknown' : null;
}

type Attempt<Value> = { readonly value: Value | null; readonly problem: ProblemCode | null };

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
