import type { MailToSend } from './outbox-store.ts';

export type SentState = 'waiting' | 'accepted' | 'refused' | 'uncertain';

/** planned = accepted + waiting + refused + uncertain (domain.md 9.10). */
export type SendCounts = { readonly planned: number } & Readonly<Record<SentState, number>>;

type Kind = MailToSend['kind'];
const none = { planned: 0, accepted: 0, waiting: 0, refused: 0, uncertain: 0 };

/** Where every mail of one sending stands; a mail counts once, with its latest state, so that the sums hold. */
export class SendTally {
  private readonly states = new Map<number, { readonly kind: Kind; state: SentState }>();
  private readonly counts: Record<Kind, Record<keyof SendCounts, number>> = {
    'order-status': { ...none },
    'shop-copy': { ...none },
  };

  add(mail: MailToSend): void {
    this.states.set(mail.id, { kind: mail.kind, state: 'waiting' });
    this.counts[mail.kind].planned += 1;
    this.counts[mail.kind].waiting += 1;
  }

  set(mailId: number, state: SentState): void {
    const entry = this.states.get(mailId);
    if (entry === undefined) throw new Error(`Mail ${mailId} was not planned`);
    this.counts[entry.kind][entry.state] -= 1;
    entry.state = state;
    this.counts[entry.kind][state] += 1;
  }

  /** Mails without an outcome for good, in the order in which they were added. */
  waiting(): readonly number[] {
    return [...this.states].filter(([, entry]) => entry.state === 'waiting').map(([id]) => id);
  }

  of(kind: Kind): SendCounts {
    return { ...this.counts[kind] };
  }
}
