import { hash } from 'node:crypto';
import type { SinceShown } from '../../../shared/website-data.ts';
import type { PlannedMail } from '../ledger/plan-mails.ts';
import type { FrozenMail } from './compose-mail.ts';

/** What staff were shown of a mail before the run: its news, and its bytes where they looked at them. */
export type ShownMail = {
  /** Of the news that a list showed (`newsOf`). */
  readonly news: string;
  /** With the fingerprint of the worded mail; null when nobody looked. */
  readonly frozen: (FrozenMail & { readonly fingerprint: string }) | null;
  /** The mail that a stopped run left in the outbox. */
  readonly mailId: number | null;
};

/** By `keyOf`. */
export type ShownMails = ReadonlyMap<string, ShownMail>;

/** Names one customer's one mail (domain.md 9.9). */
export function keyOf(mail: Pick<PlannedMail, 'websiteId' | 'contactId' | 'address' | 'language'>): string {
  return JSON.stringify([mail.websiteId, mail.contactId, mail.address.toLowerCase(), mail.language]);
}

/** The customer that a key names, when it is one of the website; null for any other text, too. */
export function contactOfKey(key: string, websiteId: number): number | null {
  const [site, contactId] = /^\[(\d+),(\d+),/.exec(key)?.slice(1).map(Number) ?? [];
  return site === websiteId && contactId !== undefined ? contactId : null;
}

/** The same while a list would show the same of a mail: its orders with all their changes. */
export function newsOf(mail: PlannedMail): string {
  return hash('sha256', JSON.stringify(mail.orders.map(({ order, changes }) => [order.webOrderNo, changes])));
}

/** The bytes that were shown, when the mail would read the same in every byte but its id and date. */
export function frozenAsShown(shown: ShownMail | undefined, fingerprint: string): FrozenMail | null {
  return shown?.frozen?.fingerprint === fingerprint ? shown.frozen : null;
}

/** How a mail of a run compares with what was shown; `key` is null where nothing was shown of it. */
export type ComparedWithShown = { readonly how: 'same' | 'changed' | 'added'; readonly key: string | null };

export function compareWithShown(shown: ShownMails, mail: PlannedMail, fingerprint: string): ComparedWithShown {
  const key = keyOf(mail);
  const before = shown.get(key);
  if (before === undefined) return { how: 'added', key: null };
  return { how: isAsShown(before, mail, fingerprint) ? 'same' : 'changed', key };
}

/** Null when nothing was shown. */
export function countSinceShown(shown: ShownMails, mails: readonly ComparedWithShown[]): SinceShown | null {
  if (shown.size === 0) return null;
  const count = (how: ComparedWithShown['how']) => mails.filter((mail) => mail.how === how).length;
  const met = new Set(mails.map(({ key }) => key).filter((key) => key !== null));
  return { same: count('same'), changed: count('changed'), added: count('added'), gone: shown.size - met.size };
}

/** Whoever looked at the mail itself was shown all of it, else the list's line of news. */
function isAsShown(before: ShownMail, mail: PlannedMail, fingerprint: string): boolean {
  return before.frozen === null ? before.news === newsOf(mail) : before.frozen.fingerprint === fingerprint;
}
