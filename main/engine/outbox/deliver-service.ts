import { assertNever } from '../../../shared/errors.ts';
import type { MailReason, StopCause } from '../../../shared/mails.ts';
import { isMailAddress } from '../contacts/mail-address.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { applyAcceptedMail } from '../ledger/ledger-service.ts';
import { markAddress, readAddressMark } from './address-mark-store.ts';
import type { JournalWriter } from './journal-writer-service.ts';
import { nextStepAfter } from './next-step.ts';
import {
  insertShopCopy,
  type MailBytes,
  type MailToHandOver,
  markBodyMayLeave,
  readMailBytes,
  readMailToHandOver,
  type Settlement,
  type ShopCopy,
  settleMail,
} from './outbox-store.ts';
import type { DeliveryFailure } from './send-failure.ts';
import type { SentState } from './send-tally.ts';
import type { DeliveryAnswer, SmtpSession } from './smtp-client.ts';
import { stopCauseOf } from './stop-cause.ts';

/** Words the shop's copy of a mail; made before the mail goes, so that nothing stands between its reply and the ledger. */
export type MakeShopCopy = (
  mail: MailBytes,
  copy: { readonly copyTo: string; readonly randomId: string; readonly frozenAt: string },
) => Promise<{ readonly subject: string; readonly message: Buffer }>;

export type DeliverParts = {
  readonly db: ReadDb;
  readonly journal: JournalWriter;
  readonly auth: 'password' | 'oauth2';
  /** '' for no copies. */
  readonly copyTo: string;
  readonly makeShopCopy: MakeShopCopy | undefined;
  readonly newCopy: () => { readonly randomId: string; readonly frozenAt: string };
  readonly signal: AbortSignal | undefined;
};

export type Delivered = {
  readonly state: SentState;
  /** Null when the server was not asked, or took the mail. */
  readonly failure: DeliveryFailure | null;
  readonly stopCause: StopCause | null;
  /** The shop's copy that was queued. */
  readonly copyMailId: number | null;
};

/** Hands one taken mail over and writes what became of it. @throws what the store throws; then the journal tells how far it came */
export async function deliverMail(parts: DeliverParts, session: SmtpSession, mailId: number): Promise<Delivered> {
  const mail = readMailToHandOver(parts.db, mailId);
  const obstacle = obstacleTo(parts.db, mail);
  if (obstacle !== null) {
    await settle(parts, mail, obstacle);
    return { state: obstacle.state, failure: null, stopCause: obstacle.stopCause, copyMailId: null };
  }
  const copy = await prepareCopy(parts, mail);
  const answer = await session.deliver({
    from: mail.senderAddress,
    to: mail.address,
    message: mail.message,
    beforeBody: () => parts.journal.write((tx) => markBodyMayLeave(tx, mail.id)),
    signal: parts.signal,
  });
  if (answer.kind === 'accepted') {
    const copyMailId = await accept(parts, { mail, answer, copy });
    return { state: 'accepted', failure: null, stopCause: null, copyMailId };
  }
  const stopCause = stopCauseOf(answer.failure, parts.auth);
  const outcome = outcomeOf(answer.failure, stopCause, parts.signal?.aborted === true);
  await settle(parts, mail, outcome);
  return { state: outcome.state, failure: answer.failure, stopCause, copyMailId: null };
}

type Outcome = {
  readonly state: Exclude<SentState, 'accepted'>;
  readonly reason: MailReason;
  readonly failure: DeliveryFailure | null;
  readonly stopCause: StopCause | null;
};

/** What keeps a mail from being tried at all. */
function obstacleTo(db: ReadDb, mail: MailToHandOver): Outcome | null {
  const refused = { state: 'refused', failure: null, stopCause: null } as const;
  if (!isMailAddress(mail.senderAddress)) {
    const stopCause = 'mail-settings-incomplete';
    return { state: 'waiting', reason: stopCause, failure: null, stopCause };
  }
  if (!isMailAddress(mail.address)) return { ...refused, reason: 'malformed-address' };
  if (readAddressMark(db, mail.address) !== undefined) return { ...refused, reason: 'address-refused' };
  return null;
}

function outcomeOf(failure: DeliveryFailure, stopCause: StopCause | null, isCancelled: boolean): Outcome {
  const step = nextStepAfter(failure);
  switch (step) {
    case 'stop-sending':
      return { state: 'waiting', reason: stopCause ?? '', failure, stopCause };
    case 'wait': {
      const isLineLost = failure.at === 'line-lost-before-body' && failure.replyCode === null;
      const reason = !isLineLost ? 'server-deferred' : isCancelled ? 'cancelled' : 'line-lost';
      return { state: 'waiting', reason, failure, stopCause };
    }
    case 'mark-address':
      return { state: 'refused', reason: 'address-refused', failure, stopCause };
    case 'refuse':
      return {
        state: 'refused',
        reason: failure.at === 'recipient' ? 'recipient-refused' : 'message-refused',
        failure,
        stopCause,
      };
    case 'mark-uncertain':
      return { state: 'uncertain', reason: 'line-lost', failure, stopCause };
    default:
      return assertNever(step, 'next step');
  }
}

function settle(parts: DeliverParts, mail: MailToHandOver, outcome: Outcome): Promise<void> {
  return parts.journal.write((tx, context) => {
    settleMail(tx, context, settlementOf(mail, outcome));
    if (outcome.failure?.at === 'recipient' && outcome.failure.isAddressError) {
      const { replyCode, enhancedCode, reply } = outcome.failure;
      markAddress(tx, context, { address: mail.address, replyCode, enhancedCode, reply });
    }
  });
}

function settlementOf(mail: MailToHandOver, { state, reason, failure }: Outcome): Settlement {
  const said = failure !== null && 'reply' in failure ? failure : { replyCode: null, reply: '' };
  // Nobody needs to decide about a shop's copy, and it is not sent again either
  const isUncertainCopy = state === 'uncertain' && mail.kind === 'shop-copy';
  return {
    mailId: mail.id,
    state: isUncertainCopy ? 'dropped' : state,
    reason: isUncertainCopy ? 'copy-may-have-arrived' : reason,
    replyCode: said.replyCode,
    reply: said.reply,
    isBodyRefused: failure?.at === 'message' && !failure.isTemporary,
  };
}

type Acceptance = {
  readonly mail: MailToHandOver;
  readonly answer: Extract<DeliveryAnswer, { kind: 'accepted' }>;
  readonly copy: ShopCopy | null;
};

/** "Accepted", what the customer now knows, and the shop's copy: all or nothing. */
async function accept(parts: DeliverParts, { mail, answer, copy }: Acceptance): Promise<number | null> {
  let copyMailId: number | null = null;
  await parts.journal.write((tx: WriteTx, context: CommandContext) => {
    settleMail(tx, context, {
      mailId: mail.id,
      state: 'accepted',
      reason: '',
      replyCode: answer.code,
      reply: answer.reply,
      isBodyRefused: false,
    });
    if (mail.kind === 'order-status') applyAcceptedMail(tx, context, mail.id);
    if (copy !== null) copyMailId = insertShopCopy(tx, copy);
  });
  return copyMailId;
}

async function prepareCopy(parts: DeliverParts, mail: MailToHandOver): Promise<ShopCopy | null> {
  const { copyTo, makeShopCopy } = parts;
  if (mail.kind !== 'order-status' || makeShopCopy === undefined || !isMailAddress(copyTo)) return null;
  if (readAddressMark(parts.db, copyTo) !== undefined) return null;
  const fresh = parts.newCopy();
  // A copy that cannot be worded must not keep the customer's mail from going
  const made = await makeShopCopy(readMailBytes(parts.db, mail.id), { copyTo, ...fresh }).catch(() => null);
  if (made === null) return null;
  return { ofMailId: mail.id, address: copyTo, ...fresh, ...made };
}
