import { hash } from 'node:crypto';
import type { ReadDb } from '../db/database.ts';
import { type MailBytes, readMailBytes } from '../outbox/outbox-store.ts';
import type { OpenCompany } from '../session.ts';
import { keyOf, type ShownMail, type ShownMails } from './shown-mails.ts';
import { listStoppedMails, type StoppedMail } from './stopped-run-store.ts';

/**
 * What the windows have shown of the next run, while the company is open. Not stored: whoever opens the company anew is
 * shown anew.
 */
const shownInWindows = new WeakMap<OpenCompany, Map<number, Map<string, ShownMail>>>();

/** A mail's date must not be older than this when it goes; then it is frozen anew. */
const mayWaitMs = 86_400_000;

export function noteShown(company: OpenCompany, websiteId: number, shown: Map<string, ShownMail>): void {
  const sites = shownInWindows.get(company) ?? new Map<number, Map<string, ShownMail>>();
  shownInWindows.set(company, sites.set(websiteId, shown));
}

export function readShownInWindows(company: OpenCompany, websiteId: number): ReadonlyMap<string, ShownMail> {
  return shownInWindows.get(company)?.get(websiteId) ?? new Map();
}

/** All that staff have been shown of a website's next mails: in a window, or by a run that stopped for it. */
export function readShown(company: OpenCompany, of: { readonly websiteId: number; readonly now: Date }): ShownMails {
  const { websiteId, now } = of;
  const shown = new Map(readShownInWindows(company, websiteId));
  for (const stopped of listStoppedMails(company.db, websiteId)) {
    const { mailId, news, contactId, address, language } = stopped;
    const key = keyOf({ websiteId, contactId, address, language });
    const isFresh = now.getTime() - Date.parse(stopped.frozenAt) < mayWaitMs;
    // Too old to go: what a window has shown of it since holds, in bytes of its own
    const frozen = isFresh ? frozenInOutbox(company.db, stopped) : (shown.get(key)?.frozen ?? null);
    shown.set(key, { news: hash('sha256', news), frozen, mailId: isFresh ? mailId : null });
  }
  return shown;
}

/** Reads its bytes when they are asked for: the run that sends the mail as it stands needs none of them. */
function frozenInOutbox(
  db: ReadDb,
  { mailId, randomId, frozenAt, fingerprint }: StoppedMail,
): NonNullable<ShownMail['frozen']> {
  let read: MailBytes | null = null;
  const bytes = () => {
    read ??= readMailBytes(db, mailId);
    return read;
  };
  return {
    randomId,
    frozenAt,
    fingerprint,
    get subject() {
      return bytes().subject;
    },
    get html() {
      return bytes().html;
    },
    get plain() {
      return bytes().plain;
    },
    get message() {
      return bytes().message;
    },
  };
}

/** A run has taken over; what is shown from now on is of the next one. */
export function forgetShown(company: OpenCompany, websiteId: number): void {
  shownInWindows.get(company)?.delete(websiteId);
}
