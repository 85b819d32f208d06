import type { StopCause } from '../../../shared/mails.ts';
import type { OpenCompany } from '../session.ts';
import { DailyQuota } from './daily-quota.ts';
import { type Delivered, type DeliverParts, deliverMail } from './deliver-service.ts';
import { JournalWriter } from './journal-writer-service.ts';
import { MailFeed } from './mail-feed-service.ts';
import { abandonMail, keepRefused } from './outbox-store.ts';
import { agesOfHandedOver } from './send-count-store.ts';
import type { OpenFailure } from './send-failure.ts';
import { SendPace, type Waiting, waitingUntil } from './send-pace-service.ts';
import type { SendOptions, SendTiming } from './send-service.ts';
import type { SendSettings } from './send-settings-store.ts';
import type { SendTally } from './send-tally.ts';
import type { SmtpAccess } from './smtp-access-service.ts';
import { openSmtpSession, type SmtpCredential, type SmtpSession } from './smtp-client.ts';
import { stopCauseOf, stopCauseOfError } from './stop-cause.ts';

export type RoundParts = {
  readonly company: Pick<OpenCompany, 'db' | 'command' | 'context'>;
  readonly settings: SendSettings;
  readonly access: SmtpAccess;
  readonly tally: SendTally;
  readonly options: SendOptions;
  readonly timing: SendTiming;
};

/** A session that would wait longer for the next mail is ended: servers put idle ones out, some after half a minute. */
const longestIdleMs = 15_000;
/** So many refused recipients in a row, with none taken between, mean that the server refuses us (domain.md 9.12). */
const mostRefusalsInRow = 3;
/** A place whose sessions end so often without having judged a mail stays empty for the round. */
const mostFruitlessSessions = 2;

/** Sends over a few sessions at a time, each used for many mails. One round tries every mail it is given once. */
export class SendRounds {
  private readonly parts: RoundParts;
  private readonly deliverParts: DeliverParts;
  private readonly pace: SendPace;
  private readonly quota: DailyQuota;
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
      auth: parts.settings.auth,
      copyTo: parts.settings.copyTo,
      makeShopCopy: parts.options.makeShopCopy,
      newCopy: () => {
        const { newUuid, now } = parts.company.context();
        return { randomId: newUuid(), frozenAt: now };
      },
      signal: parts.options.signal,
    };
    const { perMinute, perDay } = parts.settings.limits;
    const { timing } = parts;
    const hasLimits = perMinute > 0 || perDay > 0;
    const account = parts.settings.smtp;
    const agesMs = hasLimits ? agesOfHandedOver(parts.company.db, account, parts.company.context().now) : [];
    const earlierMs = agesMs.map((ageMs) => timing.nowMs() - ageMs);
    this.pace = new SendPace({ perMinute, earlierMs, timing });
    this.quota = new DailyQuota(perDay, agesMs.length);
  }

  /** No further mail is to be tried. */
  isOver(): boolean {
    return (
      this.cause !== null || this.hasFailed || !this.quota.hasRoom() || this.parts.options.signal?.aborted === true
    );
  }

  /** Why not every mail was tried; null when all were. */
  stoppedBy(): StopCause | null {
    if (this.cause !== null) return this.cause;
    if (!this.quota.hasRoom() && this.parts.tally.waiting().length > 0) return 'daily-limit';
    return this.isStuck ? 'mail-server-unreachable' : null;
  }

  /** Tries each mail once, while `mayGoOn`. @throws Error when no mails can be taken; those under way have ended by then */
  async send(mailIds: readonly number[], mayGoOn: () => boolean = () => true): Promise<void> {
    if (this.isOver()) return;
    const { company, settings } = this.parts;
    const feed = new MailFeed(company.command, mailIds, settings.sessions * 10);
    const round: Round = {
      feed,
      mayGoOn: () => mayGoOn() && !this.isOver(),
      waiting: waitingUntil(this.parts.options.signal),
    };
    try {
      // The first login alone: three wrong ones at once would lock an account
      const first = await this.open(round);
      if (first === null) return;
      const others = Math.min(settings.sessions, mailIds.length) - 1;
      const workers = [this.work(round, first), ...Array.from({ length: others }, () => this.work(round, null))];
      const ended = workers.map((worker) => worker.catch((error: unknown) => this.failWith(error, round)));
      const failed = (await Promise.allSettled(ended)).find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    } finally {
      this.isStuck = round.mayGoOn() && !feed.isEmpty();
      feed.close();
    }
  }

  /** Something unforeseen: mails under way come to their end, and nobody waits for a turn any more. */
  private failWith(error: unknown, round: Round): never {
    this.hasFailed = true;
    this.wakeAll(round);
    throw error;
  }

  private async work(round: Round, opened: SmtpSession | null): Promise<void> {
    let session = opened;
    let fruitless = 0;
    while (round.mayGoOn() && !round.feed.isEmpty() && fruitless < mostFruitlessSessions) {
      session ??= await this.open(round);
      if (session === null) return;
      const isFruitful = await this.use(session, round);
      fruitless = isFruitful ? 0 : fruitless + 1;
      session = null;
    }
    if (session === null) return;
    this.pace.giveTurnBack();
    await session.close();
  }

  /** Opens a session when its first mail may begin; that mail's turn is taken. */
  private async open(round: Round): Promise<SmtpSession | null> {
    if (!(await this.takeTurn(round))) return null;
    const credential = await this.credential();
    const session = credential === null ? null : await this.logIn(credential);
    if (session === null) {
      this.pace.giveTurnBack();
      this.wakeWhenOver(round);
    } else this.hasOpened = true;
    return session;
  }

  private async credential(): Promise<SmtpCredential | null> {
    const { access, options } = this.parts;
    try {
      return await access();
    } catch (error) {
      const cause = stopCauseOfError(error);
      const isCancelled = options.signal?.aborted === true;
      if (cause === null && !(isCancelled && error === options.signal?.reason)) throw error;
      if (isCancelled) return null;
      this.cause ??= cause;
      return null;
    }
  }

  private async logIn(credential: SmtpCredential): Promise<SmtpSession | null> {
    const { settings, options } = this.parts;
    const answer = await openSmtpSession(settings.smtp, credential, { limits: options.limits, signal: options.signal });
    if (answer.kind === 'open') return answer.session;
    this.noteOpenFailure(answer.failure);
    return null;
  }

  /** A session that cannot be had for now leaves the work to the others; the first one of all decides for all. */
  private noteOpenFailure(failure: OpenFailure): void {
    if (this.parts.options.signal?.aborted === true) return;
    const mayComeSoon = failure.replyCode !== null && 'isTemporary' in failure && failure.isTemporary;
    this.cause ??=
      stopCauseOf(failure, this.parts.settings.auth) ??
      (this.hasOpened || mayComeSoon ? null : 'mail-server-unreachable');
  }

  /** Whether a session that has carried so many mails may carry one more. */
  private mayCarryMore(carried: number): boolean {
    const { perSession } = this.parts.settings.limits;
    return (perSession === 0 || carried < perSession) && this.pace.pauseMs() <= longestIdleMs;
  }

  /** Sends over one session until it or the mails come to their end. @returns whether the server judged any mail */
  private async use(session: SmtpSession, round: Round): Promise<boolean> {
    let isFruitful = false;
    try {
      for (let carried = 1; ; carried += 1) {
        const delivered = await this.tryNext(session, round);
        if (delivered === null) break;
        isFruitful ||= delivered.failure === null || session.isOpen();
        if (round.feed.isEmpty() || !this.mayCarryMore(carried)) break;
        if (!(await this.takeTurn(round))) break;
      }
    } catch (error) {
      // Before the session is closed, which may take its time
      this.failWith(error, round);
    } finally {
      await session.close();
    }
    return isFruitful;
  }

  /** Nobody waits for a turn when no mail is left for it. */
  private takeTurn({ waiting }: Round): Promise<boolean> {
    return this.pace.takeTurn(waiting.signal);
  }

  /** Uses a turn. Null when no mail can be tried any more, or what became of it could not be written. */
  private async tryNext(session: SmtpSession, round: Round): Promise<Delivered | null> {
    const mailId = session.isOpen() && round.mayGoOn() ? this.reserveNext(round) : undefined;
    if (mailId === undefined) {
      this.pace.giveTurnBack();
      return null;
    }
    const delivered = await deliverMail(this.deliverParts, session, mailId).catch((error: unknown) =>
      this.abandon(mailId, error),
    );
    this.pace.endTurn();
    if (delivered !== null) {
      if (!mayHaveTaken(delivered)) this.quota.giveBack();
      this.note(mailId, delivered, round.feed);
    }
    this.wakeWhenOver(round);
    return delivered;
  }

  /** The next mail, with a place in the day's quota. */
  private reserveNext(round: Round): number | undefined {
    if (!this.quota.reserve()) return undefined;
    const mailId = round.feed.next();
    if (mailId === undefined) this.quota.giveBack();
    if (round.feed.isEmpty()) this.wakeAll(round);
    return mailId;
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

  private wakeWhenOver(round: Round): void {
    if (!round.mayGoOn()) this.wakeAll(round);
  }

  /**
   * Sessions that wait for a turn hear at once that none is needed. Those under way may still need one: the shop's copy of
   * their mail may come, or a place of the day's quota be given back.
   */
  private wakeAll(round: Round): void {
    round.waiting.wake();
    round.waiting = waitingUntil(this.parts.options.signal);
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

/** Whether the server may have counted a mail. */
function mayHaveTaken({ state, failure }: Delivered): boolean {
  return state === 'accepted' || state === 'uncertain' || failure?.at === 'message';
}

type Round = { readonly feed: MailFeed; readonly mayGoOn: () => boolean; waiting: Waiting };
