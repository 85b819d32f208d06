import { AppError } from '../../../shared/errors.ts';
import type { HeldHistory } from '../../../shared/my-page/protocol.ts';
import type { HeardOfOrder, HeardSince } from '../../../shared/website-data.ts';
import type { EngineSession } from '../session.ts';
import { connectorFor } from '../website/connect-service.ts';
import { type OrderHere, readOrdersHere } from './heard-since-store.ts';
import { listWebsites, type WebsiteForRun } from './website-store.ts';

/**
 * What customers have been told that this file does not know: the time lines that the websites hold, compared with the
 * file's own. For a restored backup, which cannot know the mails of the newer file; what was mailed was published before.
 */
export async function readHeardSince(session: EngineSession, signal?: AbortSignal): Promise<HeardSince> {
  const orders: HeardOfOrder[] = [];
  const unanswered: string[] = [];
  for (const website of listWebsites(session.company().db)) {
    try {
      const heard = await heardOnWebsite(session, website, signal);
      if (heard === null) unanswered.push(website.name);
      else orders.push(...heard);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unanswered.push(website.name);
    }
  }
  return { orders, unanswered };
}

/** Null where the site does not know the question. */
async function heardOnWebsite(
  session: EngineSession,
  website: WebsiteForRun,
  signal: AbortSignal | undefined,
): Promise<readonly HeardOfOrder[] | null> {
  const { db } = session.company();
  const connector = await connectorFor({ db, secrets: session.secrets }, website.id);
  const heard: HeardOfOrder[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof connector.heldHistories>> = await connector.heldHistories(after, signal);
    if (page === null) return null;
    const publicIds = page.histories.map(({ orderId }) => orderId);
    const here = readOrdersHere(db, { websiteId: website.id, publicIds });
    for (const history of page.histories) {
      const since = heardOfOrder(history, here.get(history.orderId));
      if (since !== null) heard.push({ websiteName: website.name, ...since });
    }
    after = page.next;
  } while (after !== null);
  return heard;
}

/** What of an order's time line came after the file's own; null when nothing did. */
export function heardOfOrder(
  history: HeldHistory,
  here: OrderHere | undefined,
): Omit<HeardOfOrder, 'websiteName'> | null {
  const knownUpTo = here?.newsAt ?? '';
  const news = history.news.filter(({ at }) => at > knownUpTo);
  if (news.length === 0) return null;
  return {
    orderId: here?.orderId ?? null,
    webOrderNo: here?.webOrderNo ?? history.webOrderNo ?? '',
    customerName: here?.customerName ?? null,
    news,
  };
}
