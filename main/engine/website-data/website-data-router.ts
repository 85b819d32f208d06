import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { customerKnowsWithInput } from '../../../shared/order-window.ts';
import { concernedInput } from '../../../shared/purchasing.ts';
import { orderRef } from '../../../shared/sales-orders.ts';
import {
  decideStopInput,
  dontTellInput,
  holdInput,
  knownOfOrdersInput,
  letGoInput,
  olderCompanyInput,
  previewMailInput,
  type RunEvent,
  type RunNews,
  runRef,
  tellAfterAllInput,
  websiteIdInput,
} from '../../../shared/website-data.ts';
import { keepFromCustomer, tellAfterAll } from '../ledger/do-not-tell-service.ts';
import { holdBack, letGo } from '../ledger/hold-service.ts';
import { listHolds } from '../ledger/hold-store.ts';
import type { EngineSession } from '../session.ts';
import { procedure, router } from '../trpc.ts';
import { findConcerned } from './concerned-service.ts';
import { EventQueue } from './event-queue.ts';
import { readHeardSince } from './heard-since-service.ts';
import { readKnownOfOrders } from './known-of-orders-service.ts';
import { listLanguageGaps } from './language-gap-store.ts';
import { findMissingSecrets } from './missing-secrets-service.ts';
import { previewMail, previewRun } from './preview-run-service.ts';
import { customerKnowsWith, planOneOrder, readCustomerKnows, readOverview } from './preview-service.ts';
import { RunFeed } from './run-feed.ts';
import { decideAboutOlderCompany, readGuard } from './run-guard-service.ts';
import { getWebsiteData } from './run-service.ts';
import { listNotTold, listRunMails, listRuns, readRun } from './run-store.ts';
import { isRunning, requireNoRun } from './running-company.ts';
import { decideAboutStop, listStoppedRuns } from './stopped-run-service.ts';

/** The cancel button of the run that a window started; a second window may press it too. */
const cancelling = new WeakMap<object, AbortController>();

const feeds = new WeakMap<EngineSession, RunFeed>();

/** Of the one run that a session can have. */
function feedOf(session: EngineSession): RunFeed {
  const feed = feeds.get(session) ?? new RunFeed();
  feeds.set(session, feed);
  return feed;
}

/** View - E-Commerce - Get Website Data. */
export const websiteDataRouter = router({
  overview: procedure.query(({ ctx }) => {
    const company = ctx.session.company();
    return readOverview(company, () => isRunning(company));
  }),
  /** Whether the file is a restored backup that staff must decide about before anybody is told. */
  guard: procedure.query(({ ctx }) => readGuard(ctx.session)),
  decideAboutOlderCompany: procedure.input(olderCompanyInput).mutation(async ({ ctx, input }) => {
    requireNoRun(ctx.session.company());
    await decideAboutOlderCompany(ctx.session, input.decision);
  }),
  /** What customers have been told since, as the websites know it. */
  heardSince: procedure.query(({ ctx, signal }) => readHeardSince(ctx.session, signal)),
  missingSecrets: procedure.query(({ ctx }) => findMissingSecrets(ctx.session)),
  preview: procedure.query(({ ctx }) => previewRun(ctx.session.company())),
  previewMail: procedure
    .input(previewMailInput)
    .query(({ ctx, input }) =>
      previewMail(ctx.session.company(), input.key, { newUuid: () => crypto.randomUUID(), now: ctx.session.now }),
    ),
  /** What staff hold back until they let go. */
  holds: procedure.query(({ ctx }) => listHolds(ctx.session.company().db)),
  hold: procedure
    .input(holdInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => holdBack(tx, context, input))),
  letGo: procedure
    .input(letGoInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => letGo(tx, context, input.holdId))),
  /** Runs that stopped before their first mail. */
  stoppedRuns: procedure.query(({ ctx }) => listStoppedRuns(ctx.session.company().db)),
  /** Decides about the next run; no choice here sends anything. */
  decideAboutStop: procedure.input(decideStopInput).mutation(({ ctx, input }) => {
    const company = ctx.session.company();
    requireNoRun(company);
    decideAboutStop(company, input);
  }),
  customerKnows: procedure
    .input(orderRef)
    .query(({ ctx, input }) => readCustomerKnows(ctx.session.company(), input.orderId)),
  /** The strip while somebody types: nothing of the edit is stored. */
  customerKnowsWith: procedure
    .input(customerKnowsWithInput)
    .query(({ ctx, input }) => customerKnowsWith(ctx.session.company(), input)),
  /** Whose customers hear of the dates and stock of some products with the next run. */
  concerned: procedure
    .input(concernedInput)
    .query(({ ctx, input }) => findConcerned(ctx.session.company(), input.productIds)),
  /** The column "Customer knows" for the orders of one page of a list. */
  knownOfOrders: procedure
    .input(knownOfOrdersInput)
    .query(({ ctx, input }) => readKnownOfOrders(ctx.session.company(), input.orderIds)),
  /** Website Settings shows the gap before Start (domain.md 9.15). */
  languageGaps: procedure
    .input(websiteIdInput)
    .query(({ ctx, input }) => listLanguageGaps(ctx.session.company().db, input.websiteId)),
  dontTell: procedure.input(dontTellInput).mutation(({ ctx, input }) => {
    const company = ctx.session.company();
    company.command((tx, context) =>
      keepFromCustomer(tx, context, { ...input, planned: planOneOrder(company, input.orderId) }),
    );
  }),
  tellAfterAll: procedure
    .input(tellAfterAllInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => tellAfterAll(tx, context, input))),
  /** Runs, and tells how far it is; leaving the window does not stop the run. */
  start: procedure.subscription(async function* ({ ctx }): AsyncGenerator<RunEvent> {
    await ctx.session.ready;
    const company = ctx.session.company();
    const cancel = new AbortController();
    const events = new EventQueue<RunEvent>();
    requireNoRun(company);
    const feed = feedOf(ctx.session);
    const finished = getWebsiteData(ctx.session, {
      signal: cancel.signal,
      onEvent: (event) => {
        events.push(event);
        feed.event(event);
      },
      onUnexpected: (error, step) => ctx.session.log.unexpected(`Get Website Data, ${step}`, error),
    });
    if (isRunning(company)) {
      cancelling.set(company, cancel);
      feed.started();
    }
    finished
      .then(
        () => events.end(),
        (error: unknown) => events.fail(error),
      )
      .finally(() => feed.ended());
    yield* events;
  }),
  /** The run that goes on and every later one, until the window lets go. */
  watch: procedure.subscription(async function* ({ ctx, signal }): AsyncGenerator<RunNews> {
    const news = new EventQueue<RunNews>();
    const stopListening = feedOf(ctx.session).listen((each) => news.push(each));
    signal?.addEventListener('abort', () => news.end());
    try {
      yield* news;
    } finally {
      stopListening();
    }
  }),
  cancel: procedure.mutation(({ ctx }) => {
    cancelling.get(ctx.session.company())?.abort();
  }),
  runs: procedure
    .input(z.object({ limit: z.int().min(1).max(500).default(100) }).default({ limit: 100 }))
    .query(({ ctx, input }) => listRuns(ctx.session.company().db, input.limit)),
  report: procedure.input(runRef).query(({ ctx, input }) => {
    const { db } = ctx.session.company();
    const report = readRun(db, input.runId);
    if (report === undefined) throw new AppError('not-found', { what: 'run' });
    return { ...report, mails: listRunMails(db, input.runId), notTold: listNotTold(db, input.runId) };
  }),
});
