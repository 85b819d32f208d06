import { setTimeout as sleep } from 'node:timers/promises';
import type { StopCause } from '../../../shared/mails.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { OpenCompany } from '../session.ts';
import type { MakeShopCopy } from './deliver-service.ts';
import { leaveWaiting, listMailsToSend } from './outbox-store.ts';
import { SendRounds } from './send-rounds-service.ts';
import { readSendSettings } from './send-settings-store.ts';
import { type SendCounts, SendTally } from './send-tally.ts';
import { openSmtpAccess } from './smtp-access-service.ts';
import type { SmtpLimits } from './smtp-settings.ts';

export type SendTiming = {
  readonly nowMs: () => number;
  /** Ends early, without an error, when the signal is given. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export type SendOptions = {
  readonly websiteId: number;
  readonly secrets: Secrets;
  /** Without it the shop gets no copies. */
  readonly makeShopCopy?: MakeShopCopy | undefined;
  readonly onProgress?: ((counts: SendCounts) => void) | undefined;
  /** Stops sending: mails under way come to their end, the rest waits. */
  readonly signal?: AbortSignal | undefined;
  readonly limits?: SmtpLimits | undefined;
  readonly timing?: SendTiming | undefined;
};

/** What became of the mails of a website. The shop's copies are counted apart. */
export type SendResult = SendCounts & { readonly copies: SendCounts; readonly stoppedBy: StopCause | null };

/** When mails that the server put off are tried again: all within two minutes after the last first try (domain.md 9.12). */
const retryAfterMs = [15_000, 35_000, 50_000] as const;
const jitterMs = 5_000;
const retryWithinMs = 120_000;

const realTiming: SendTiming = {
  nowMs: () => performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {}),
};

/**
 * Sends what is queued for a website and says what became of each mail (domain.md 9.10 to 9.12). Nothing whose body may
 * have left is sent again without a reply; what could not be tried waits for the next run.
 * @throws Error when the outcome of a mail could not be written; all other mails have come to their end by then
 */
export async function sendQueuedMails(
  company: Pick<OpenCompany, 'db' | 'command' | 'context'>,
  options: SendOptions,
): Promise<SendResult> {
  const tally = new SendTally();
  const mails = listMailsToSend(company.db, options.websiteId);
  for (const mail of mails) tally.add(mail);
  if (mails.length === 0) return { ...tally.of('order-status'), copies: tally.of('shop-copy'), stoppedBy: null };
  const settings = readSendSettings(company.db, options.websiteId);
  const timing = options.timing ?? realTiming;
  const { nowMs } = timing;
  const access = openSmtpAccess({ settings, secrets: options.secrets, nowMs, signal: options.signal });
  const rounds = new SendRounds({ company, settings, access, tally, options, timing });
  let stoppedBy: StopCause | null = settings.smtp.host === '' ? 'mail-settings-incomplete' : null;
  try {
    stoppedBy ??= await sendInRounds(rounds, tally, { timing, signal: options.signal });
  } finally {
    const reason = stoppedBy ?? (options.signal?.aborted === true ? 'cancelled' : 'server-deferred');
    company.command((tx) => leaveWaiting(tx, tally.waiting(), reason));
  }
  rounds.throwFirstError();
  return { ...tally.of('order-status'), copies: tally.of('shop-copy'), stoppedBy };
}

type Rest = { readonly timing: SendTiming; readonly signal: AbortSignal | undefined };

async function sendInRounds(rounds: SendRounds, tally: SendTally, { timing, signal }: Rest): Promise<StopCause | null> {
  const { nowMs, wait } = timing;
  await rounds.send(tally.waiting());
  const deadlineMs = nowMs() + retryWithinMs;
  for (const delayMs of retryAfterMs) {
    if (rounds.isOver() || tally.waiting().length === 0) break;
    await wait(delayMs + Math.random() * jitterMs, signal);
    if (rounds.isOver() || nowMs() >= deadlineMs) break;
    await rounds.send(tally.waiting(), () => nowMs() < deadlineMs);
  }
  return rounds.stoppedBy();
}
