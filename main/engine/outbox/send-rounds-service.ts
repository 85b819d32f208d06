import type { StopCause } from '../../../shared/mails.ts';
import type { OpenCompany } from '../session.ts';
import { type Delivered, type DeliverParts, deliverMail } from './deliver-service.ts';
import { JournalWriter } from './journal-writer-service.ts';
import { MailFeed } from './mail-feed-service.ts';
import { abandonMail, keepRefused } from './outbox-store.ts';
import type { OpenFailure } from './send-failure.ts';
import type { SendOptions } from './send-service.ts';
import type { SendSettings } from './send-settings-store.ts';
import type { SendTally } from './send-tally.ts';
import { openSmtpSession, type SmtpSession } from './smtp-client.ts';
import { stopCauseOf } from './stop-cause.ts';

export type RoundParts = {
  readonly company: Pick<OpenCompany, 'db' | 'command'>;
  readonly settings: SendSettings;
  readonly password: string;
  readonly tally: SendTally;
  readonly options: SendOptions;
};

/** So many refused recipients in a row, with none taken between, mean that the server refuses us (domain.md 9.12). */
const mostRefusalsInRow = 3;
/** A place whose sessions end so often without having judged a mail stays empty for the round. */
const mostFruitlessSessions = 2;

/** Sends over a few sessions at a time, each used for many mails. One round tries every mail it is given once. */
export class SendRounds {
  private readonly parts: RoundParts;
  private readonly deliverParts: DeliverParts;
  private cause: StopCause | null = null;
  /** The store cannot be written: going on would only make more mails uncertain. */
  private hasFailed = false;
  private firstError: { readonly error: unknown } | null = null;
  private hasOpened = false;
  /** The last round ended with mails that no session could be had for. */
  private isStuck = false;
  /** Recipients refused since one was last taken: mail id, and whether its address was condemned. */
  private refusedInRow: { readonly mailId: number; readonly isAddressError: boolean }[] = [];

  constructor(parts: RoundParts) {
    this.parts = parts;
    this.deliverParts = {
      db: parts.company.db,
      journal: new JournalWriter(parts.company.command),
      copyTo: parts.settings.copyTo,
      makeShopCopy: parts.options.makeShopCopy,
      newCopy: () => parts.company.command((_tx, context) => ({ randomId: context.newUuid(), frozenAt: context.now })),
      signal: parts.options.signal,
    };
  }

  /** No further mail is to be tried. */
  isOver(): boolean {
    return this.cause !== null || this.hasFailed || this.parts.options.signal?.aborted === true;
  }

  /** Why not every mail was tried; null when all were. */
  stoppedBy(): StopCause | null {
    return this.cause ?? (this.isStuck ? 'mail-server-unreachable' : null);
  }

  /** Tries each mail once, while `mayGoOn`. @throws Error when no mails can be taken; those under way have ended by then */
  async send(mailIds: readonly number[], mayGoOn: () => boolean = () => true): Promise<void> {
    const { company, settings } = this.parts;
    const feed = new MailFeed(company.command, mailIds, settings.sessions * 10);
    const round = { feed, mayGoOn: () => mayGoOn() && !this.isOver() };
    try {
      // The first login alone: three wrong ones at once would lock an account
      const first = await this.open();
      if (first === null) return;
      const others = Math.min(settings.sessions, mailIds.length) - 1;
      const workers = [this.work(round, first), ...Array.from({ length: others }, () => this.work(round, null))];
      const failed = (await Promise.allSettled(workers)).find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    } finally {
      this.isStuck = round.mayGoOn() && !feed.isEmpty();
      feed.close();
    }
  }

  private async work(round: Round, opened: SmtpSession | null): Promise<void> {
    let session = opened;
    let fruitless = 0;
    while (round.mayGoOn() && !round.feed.isEmpty() && fruitless < mostFruitlessSessions) {
      session ??= await this.open();
      if (session === null) return;
      const isFruitful = await this.use(session, round);
      fruitless = isFruitful ? 0 : fruitless + 1;
      session = null;
    }
    await session?.close();
  }

  private async open(): Promise<SmtpSession | null> {
    const { settings, password, options } = this.parts;
    const answer = await openSmtpSession(settings.smtp, password, { limits: options.limits, signal: options.signal });
    if (answer.kind === 'failed') {
      this.noteOpenFailure(answer.failure);
      return null;
    }
    this.hasOpened = true;
    return answer.session;
  }

  /** A session that cannot be had for now leaves the work to the others; the first one of all decides for all. */
  private noteOpenFailure(failure: OpenFailure): void {
    if (this.parts.options.signal?.aborted === true) return;
    const mayComeSoon = failure.replyCode !== null && 'isTemporary' in failure && failure.isTemporary;
    this.cause ??= stopCauseOf(failure) ?? (this.hasOpened || mayComeSoon ? null : 'mail-server-unreachable');
  }

  /** Sends over one session until it or the mails come to their end. @returns whether the server judged any mail */
  private async use(session: SmtpSession, round: Round): Promise<boolean> {
    let isFruitful = false;
    try {
      while (session.isOpen() && round.mayGoOn()) {
        const mailId = round.feed.next();
        if (mailId === undefined) break;
        const delivered = await deliverMail(this.deliverParts, session, mailId).catch((error: unknown) =>
          this.abandon(mailId, error),
        );
        if (delivered === null) break;
        isFruitful ||= delivered.failure === null || session.isOpen();
        this.note(mailId, delivered, round.feed);
      }
    } catch (error) {
      this.hasFailed = true;
      throw error;
    } finally {
      await session.close();
    }
    return isFruitful;
  }

  /** What became of a mail could not be written: it is put where it can do no harm, and the others go on. */
  private abandon(mailId: number, error: unknown): null {
    this.firstError ??= { error };
    try {
      const state = this.parts.company.command((tx, context) => abandonMail(tx, context, mailId));
      this.parts.tally.set(mailId, state);
    } catch {
      this.hasFailed = true;
    }
    return null;
  }

  /** @throws the first failure that was no mail server's */
  throwFirstError(): void {
    if (this.firstError !== null) throw this.firstError.error;
  }

  private note(mailId: number, delivered: Delivered, feed: MailFeed): void {
    const { tally, options } = this.parts;
    tally.set(mailId, delivered.state);
    if (delivered.copyMailId !== null) {
      tally.add({ id: delivered.copyMailId, kind: 'shop-copy' });
      feed.push(delivered.copyMailId);
    }
    this.cause ??= delivered.stopCause;
    this.noteRecipient(mailId, delivered);
    options.onProgress?.(tally.of('order-status'));
  }

  private noteRecipient(mailId: number, { state, failure }: Delivered): void {
    const wasTaken = state === 'accepted' || failure?.at === 'message' || failure?.at === 'line-lost-after-body-began';
    if (wasTaken) this.refusedInRow = [];
    if (failure?.at !== 'recipient' || failure.isTemporary) return;
    this.refusedInRow.push({ mailId, isAddressError: failure.isAddressError });
    if (this.refusedInRow.length < mostRefusalsInRow) return;
    this.cause ??= 'mail-server-refuses-recipients';
    // Not these mails were refused but all of ours: they are kept like the rest
    const kept = this.refusedInRow.filter((refused) => !refused.isAddressError).map((refused) => refused.mailId);
    this.parts.company.command((tx) => keepRefused(tx, kept, 'mail-server-refuses-recipients'));
    for (const id of kept) this.parts.tally.set(id, 'waiting');
    this.refusedInRow = [];
  }
}

type Round = { readonly feed: MailFeed; readonly mayGoOn: () => boolean };
