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

/** The same while a list would show the same of a mail: its orders with all their changes. */
export function newsOf(mail: PlannedMail): string {
  return hash('sha256', JSON.stringify(mail.orders.map(({ order, changes }) => [order.webOrderNo, changes])));
}

/** The bytes that were shown, when the mail would read the same in every byte but its id and date. */
export function frozenAsShown(shown: ShownMail | undefined, fingerprint: string): FrozenMail | null {
  return shown?.frozen?.fingerprint === fingerprint ? shown.frozen : null;
}

/** Counts how the mails of a run compare with what was shown. */
export class SinceShownTally {
  private readonly shown: ShownMails;
  private readonly counts = { same: 0, changed: 0, added: 0 };
  private readonly met = new Set<string>();

  constructor(shown: ShownMails) {
    this.shown = shown;
  }

  add(mail: PlannedMail, fingerprint: string): void {
    const key = keyOf(mail);
    const before = this.shown.get(key);
    if (before === undefined) this.counts.added++;
    else if (isAsShown(before, mail, fingerprint)) this.counts.same++;
    else this.counts.changed++;
    if (before !== undefined) this.met.add(key);
  }

  /** Null when nothing was shown. */
  result(): SinceShown | null {
    return this.shown.size === 0 ? null : { ...this.counts, gone: this.shown.size - this.met.size };
  }
}

/** Whoever looked at the mail itself was shown all of it, else the list's line of news. */
function isAsShown(before: ShownMail, mail: PlannedMail, fingerprint: string): boolean {
  return before.frozen === null ? before.news === newsOf(mail) : before.frozen.fingerprint === fingerprint;
}
