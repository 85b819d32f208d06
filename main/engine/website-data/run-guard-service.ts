import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { CompanyGuard, OlderCompanyDecision } from '../../../shared/website-data.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { noteAllAsTheyAre, noteAsTheyAre } from '../ledger/note-as-is-service.ts';
import { logAction } from '../logging/log-store.ts';
import type { EngineSession } from '../session.ts';
import { connectorFor } from '../website/connect-service.ts';
import type { WebsiteConnector } from '../website/website-connector.ts';
import { readHeardSince } from './heard-since-service.ts';
import { isOlderThanMark, parseRunMark, type RunMark, runMarkAccount } from './run-mark.ts';
import {
  dropStandingMails,
  hasFinishedRun,
  hasLedgers,
  hasMailed,
  hasSiteToAsk,
  listWebsitesAhead,
  noteSiteVersion,
  readCompanyPublicId,
  readKnownVersion,
  readLastFinishedRunId,
  readMarkedRun,
  readRunMark,
  storeDecision,
} from './run-mark-store.ts';
import { requireNoRun } from './running-company.ts';

/** What the keychain knows of the last run; a keychain that cannot be asked stops no work. */
type KeptMark = { readonly isKeychainThere: boolean; readonly mark: RunMark | null };

/**
 * Whether this company file is older than what customers were told: a restored backup would tell them everything anew
 * (pitfalls.md). Asks the keychain, and what the last runs heard from the websites.
 */
export async function readGuard(session: EngineSession): Promise<CompanyGuard> {
  const { db } = session.company();
  const { isKeychainThere, mark } = await readKeptMark(session);
  const isOlder = mark !== null && isOlderThanMark(mark, readMarkedRun(db, mark.randomId));
  const websitesAhead = listWebsitesAhead(db).map((website) => website.name);
  if (isOlder || websitesAhead.length > 0) {
    return { kind: 'older', lastRunAt: isOlder ? mark.at : null, websitesAhead };
  }
  if (!isKeychainThere) return { kind: 'keychain-unavailable' };
  if (mark !== null) return { kind: 'fine' };
  return { kind: hasMailed(db) && !hasSiteToAsk(db) ? 'age-unknown' : 'no-mark' };
}

async function readKeptMark(session: EngineSession): Promise<KeptMark> {
  try {
    const account = runMarkAccount(readCompanyPublicId(session.company().db));
    return { isKeychainThere: true, mark: parseRunMark(await session.secrets.get(account)) };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'keychain-unavailable')) throw error;
    return { isKeychainThere: false, mark: null };
  }
}

/**
 * Keeps outside the file that a run of it hands mails over: once before the first goes, and once when the run is
 * finished, so that a backup made in between is known too. Without a keychain the run goes on unguarded.
 */
export async function keepRunMark(session: EngineSession, runId: number): Promise<void> {
  const { db } = session.company();
  try {
    await session.secrets.set(runMarkAccount(readCompanyPublicId(db)), JSON.stringify(readRunMark(db, runId)));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'keychain-unavailable')) throw error;
  }
}

/**
 * On a computer that knows of no run, asks the website: one that holds histories above this file's versions was
 * published to by a newer file. What it answered is kept until staff decide. A file without any order to tell of has no
 * past and goes on from what the site holds.
 *
 * @throws AppError as the connector does
 */
async function askSite(
  session: EngineSession,
  { websiteId, connector }: { readonly websiteId: number; readonly connector: Pick<WebsiteConnector, 'state'> },
): Promise<void> {
  const company = session.company();
  const { highestVersion } = await connector.state(lastBucket);
  if (highestVersion <= readKnownVersion(company.db, websiteId)) return;
  const isDecided = !hasLedgers(company.db, websiteId);
  company.command((tx) => noteSiteVersion(tx, { websiteId, version: highestVersion, isDecided }));
}

/**
 * Without an address nothing was ever published, and nobody is there to be asked. A keychain that is away stops no work:
 * without its password the mails wait.
 */
const mayGoUnasked: readonly ErrorCode[] = ['website-address-missing', 'keychain-unavailable'];

/**
 * The guard of a run. Where this computer keeps no mark of the company, every website is asked; a file that has runs
 * behind it and a website that cannot be asked leave its age unknown, and mails about the past may be old news. A file
 * without a finished run has told nobody. Once a run went through, the mark answers, and a website that is away stops no
 * mail (domain.md 9.19).
 */
export async function readRunGuard(
  session: EngineSession,
  websites: readonly { readonly id: number; readonly smtpUser: string }[],
): Promise<CompanyGuard> {
  const guard = await readGuard(session);
  if (guard.kind !== 'no-mark' && guard.kind !== 'keychain-unavailable') return guard;
  const { db } = session.company();
  let isUnknown = false;
  for (const { id, smtpUser } of websites) {
    try {
      const connector = await connectorFor({ db, secrets: session.secrets }, id);
      await askSite(session, { websiteId: id, connector });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // Without the keychain its mails wait for their password, unless they need none
      const wouldMail = error.code === 'keychain-unavailable' && smtpUser === '';
      if (wouldMail || !mayGoUnasked.includes(error.code)) isUnknown = true;
    }
  }
  if (isUnknown && hasFinishedRun(db)) return { kind: 'age-unknown' };
  return readGuard(session);
}

/** The state of one bucket is enough: the highest version comes with every answer. */
const lastBucket = 255;

/**
 * What staff decide about an older company file; it takes effect with the next run, and nothing is sent by it.
 * `note-as-is`: every baseline moves silently to the present, mails of the past are dropped. `as-on-my-page`: so for the
 * orders whose customers have heard more on My page than this file knows; of the others the next run tells what is news.
 * `file-is-right`: the next run tells from what this file knows. Logged with who and when.
 *
 * @throws AppError 'run-in-progress', also when the run began after the decision; 'website-unreachable' for `as-on-my-page`
 * when a website could not be asked
 */
export async function decideAboutOlderCompany(session: EngineSession, decision: OlderCompanyDecision): Promise<void> {
  const company = session.company();
  const { mark } = await readKeptMark(session);
  const heard = decision === 'as-on-my-page' ? await ordersHeardOf(session) : [];
  company.command((tx, context) => {
    requireNoRun(company);
    const orders = decision === 'file-is-right' ? 0 : noteAsIs(tx, context, decision === 'note-as-is' ? null : heard);
    storeDecision(tx, context, { randomId: mark?.randomId ?? null, decision });
    logAction(tx, context, { what: `older-company-${decision}`, details: { orders, lastRunAt: mark?.at ?? null } });
  });
  const lastRunId = readLastFinishedRunId(company.db);
  // From now on this computer knows of the company
  if (mark === null && lastRunId !== null) await keepRunMark(session, lastRunId);
}

async function ordersHeardOf(session: EngineSession): Promise<readonly number[]> {
  const { orders, unanswered } = await readHeardSince(session);
  if (unanswered.length > 0) throw new AppError('website-unreachable', { websites: unanswered.join(', ') });
  return orders.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]));
}

/** Null: of all orders. */
function noteAsIs(tx: WriteTx, context: CommandContext, orderIds: readonly number[] | null): number {
  dropStandingMails(tx, context, orderIds);
  return orderIds === null ? noteAllAsTheyAre(tx) : noteAsTheyAre(tx, orderIds);
}
