import type { AccountMailKind } from '../../shared/my-page/protocol.ts';
import type { ReadDb } from '../db/store.ts';
import { readSiteSettings } from '../site/site-settings-store.ts';
import { readAccountMailSettings } from './account-mail-settings-store.ts';
import {
  type Claim,
  claimDueMail,
  endMail,
  hasDueMail,
  hasOneTimeLink,
  putMailBack,
  queueMail,
} from './account-mail-store.ts';
import { type HandOver, handOver, type MailParts } from './hand-over-service.ts';
import type { MailServer } from './mail-server.ts';
import { senderOf } from './prepare-mail-service.ts';
import { NoSession, openSmtpSession, type SmtpLimits, type SmtpSession, usualLimits } from './smtp-client.ts';

/** Hands the outbox over to the mail server. Any number of instances may run one on the same store. */
export type MailSender = {
  /** Whether mails can go: there is a mail server, and an address they come from. */
  readonly canSend: (db: ReadDb) => Promise<boolean>;
  /** Something may be due: looks soon, waits for nothing. */
  readonly poke: () => void;
  /** Hands over all that is due now, and resolves when that is done. */
  readonly sendDue: () => Promise<void>;
  /** Lets the mail under way end, within a bound, and begins no other. */
  readonly close: () => Promise<void>;
};

const lookEveryMs = 20_000;
/** Longer than all waits of one mail together (smtp-client.ts), so that nobody takes over what is still being sent. */
const leaseMs = 10 * 60_000;
/** After the first, second, ... try; the last one holds from then on. */
const waitMinutes = [1, 5, 15, 60, 240, 720] as const;
const mostTries = 8;

/** Starts a sender; without a mail server it does nothing, and mails stay queued. */
export function startMailSender(
  parts: MailParts,
  server: MailServer | null,
  limits: SmtpLimits = usualLimits,
): MailSender {
  const stop = new AbortController();
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  const passes = async (server: MailServer): Promise<void> => {
    do {
      isAskedAgain = false;
      await sendAllDue(parts, server, { limits, stop: stop.signal });
    } while (isAskedAgain && !stop.signal.aborted);
  };
  const sendDue = (): Promise<void> => {
    if (server === null || stop.signal.aborted) return Promise.resolve();
    isAskedAgain = true;
    running ??= passes(server).finally(() => {
      running = null;
    });
    return running;
  };
  const poke = (): void => {
    sendDue().catch((error: unknown) => parts.log.error({ event: 'account-mails-failed', err: error }));
  };
  const timer = server === null ? undefined : setInterval(poke, lookEveryMs);
  timer?.unref();
  return {
    canSend: async (db) => {
      const [settings, site] = [await readAccountMailSettings(db), await readSiteSettings(db)];
      return server !== null && senderOf(settings, site, server.from) !== null;
    },
    poke,
    sendDue,
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await running?.catch(() => {});
    },
  };
}

type PassOptions = { readonly limits: SmtpLimits; readonly stop: AbortSignal };

/** One mail after another over one session, until none is due or the server is of no use. */
async function sendAllDue(parts: MailParts, server: MailServer, options: PassOptions): Promise<void> {
  const { store, now, log, metrics } = parts;
  let open: SmtpSession | null = null;
  const session = async (): Promise<SmtpSession> => {
    if (open === null || !open.isOpen()) open = await openSmtpSession(server, options);
    return open;
  };
  try {
    while (!options.stop.aborted && (await hasDueMail(store.read, now()))) {
      if (!(await hasSender(parts, server))) return;
      const leaseUntil = new Date(now().getTime() + leaseMs);
      const claim = await store.write((tx) => claimDueMail(tx, now(), leaseUntil));
      if (claim === null) return;
      const ending = await tryToHandOver(parts, claim, { server, session });
      await settle(parts, claim, ending);
      const { id, kind, isCopy, tries } = claim.mail;
      log.info({ event: 'account-mail', mail: id, kind, isCopy, tries, outcome: ending.kind, code: ending.code });
      metrics.countMail(kind, ending.kind);
      if (ending.kind === 'no-service') return;
    }
  } finally {
    (open as SmtpSession | null)?.close();
  }
}

/** Without an address to send from, all stays queued. */
async function hasSender({ store, log }: MailParts, server: MailServer): Promise<boolean> {
  const [settings, site] = [await readAccountMailSettings(store.read), await readSiteSettings(store.read)];
  if (senderOf(settings, site, server.from) !== null) return true;
  log.warn({ event: 'account-mails-without-sender' });
  return false;
}

async function tryToHandOver(parts: MailParts, claim: Claim, line: Parameters<typeof handOver>[2]): Promise<HandOver> {
  try {
    return await handOver(parts, claim, line);
  } catch (error) {
    if (!(error instanceof NoSession)) throw error;
    parts.log.warn({ event: 'mail-server-failed', err: error });
    return { kind: 'no-service', code: error.replyCode };
  }
}

/** Writes down how it ended; a copy for the shop is queued with the customer's own mail accepted. */
async function settle({ store, now }: MailParts, claim: Claim, { kind, code }: HandOver): Promise<void> {
  const { mail } = claim;
  const at = now();
  const end = nextState(kind, claim);
  await store.write(async (tx) => {
    if (end === 'queued') return putMailBack(tx, claim, { nextTryAt: nextTryAfter(mail.tries, at), code });
    const isWritten = await endMail(tx, claim, { state: end, code, at });
    const { copyTo } = await readAccountMailSettings(tx);
    if (!isWritten || end !== 'accepted' || copyTo === '' || mail.isCopy || !isCopied(mail.kind)) return;
    const { kind: copied, accountId, guest, language } = mail;
    await queueMail(tx, { kind: copied, accountId, guest, language, isCopy: true }, at);
  });
}

/** What is only between My page and its reader is not the shop's to read. */
function isCopied(kind: AccountMailKind): boolean {
  return kind !== 'guest-order' && kind !== 'confirm-email';
}

function nextState(
  kind: HandOver['kind'],
  { mail }: Claim,
): 'queued' | 'accepted' | 'refused' | 'uncertain' | 'dropped' {
  switch (kind) {
    case 'no-service':
    case 'barred':
      // Not the mail's fault: tried until it is too old.
      return 'queued';
    case 'later':
      return mail.tries < mostTries ? 'queued' : 'refused';
    case 'uncertain':
      return hasOneTimeLink(mail) && mail.tries < mostTries ? 'queued' : 'uncertain';
    case 'accepted':
    case 'refused':
    case 'dropped':
      return kind;
  }
}

function nextTryAfter(tries: number, at: Date): Date {
  const minutes = waitMinutes[Math.min(tries, waitMinutes.length) - 1] ?? 1;
  return new Date(at.getTime() + minutes * 60_000);
}
