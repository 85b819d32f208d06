import type { ReturnBoxSettings } from './return-box-settings.ts';

/** How far a box has been read. */
export type ReturnBoxPosition = {
  /** Which box that was. */
  readonly box: string;
  readonly uidValidity: string;
  readonly lastUid: number;
};

/** Where a run begins to read: after a message, or, in a box it does not know, with those that came since a day. */
export type ReadFrom = { readonly afterUid: number } | { readonly since: Date };

const daysLookedBack = 30;

/** One sign for each box: numbers of messages mean nothing in another one. */
export function boxOf({ host, user, folder }: ReturnBoxSettings): string {
  return JSON.stringify([host.toLowerCase(), user, folder]);
}

/**
 * A box that has never been read, is another than before or has numbered its messages anew (UIDVALIDITY, RFC 3501 2.3.1.1)
 * is read from 30 days back; which mails have been noted as back keeps it from noting one twice.
 */
export function whereToReadFrom(
  known: ReturnBoxPosition | undefined,
  now: { readonly box: string; readonly uidValidity: string; readonly at: Date },
): ReadFrom {
  if (known !== undefined && known.box === now.box && known.uidValidity === now.uidValidity) {
    return { afterUid: known.lastUid };
  }
  const since = new Date(now.at);
  since.setUTCDate(since.getUTCDate() - daysLookedBack);
  return { since };
}
