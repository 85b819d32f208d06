import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { applyAcceptedMail } from '../ledger/ledger-service.ts';
import { logAction } from '../logging/log-store.ts';
import { type DecidableMail, endDecidedMail, readDecidableMail, resetRefusedRuns } from './decide-mail-store.ts';

export type UncertainDecision = { readonly mailId: number; readonly decision: 'it-arrived' | 'tell-anew' };

/**
 * Settles a mail of which nobody knows whether it arrived (domain.md 9.11). "It arrived" moves the ledger to what it
 * described; "tell anew" leaves the ledger, so that the next run words one mail from the baselines. Sends nothing.
 * @throws AppError 'not-found', or 'mail-not-uncertain' when it was decided meanwhile
 */
export function decideUncertainMail(tx: WriteTx, context: CommandContext, input: UncertainDecision): void {
  const mail = readMail(tx, input.mailId, 'uncertain');
  if (input.decision === 'it-arrived') {
    applyAcceptedMail(tx, context, mail.id);
    endDecidedMail(tx, context, { mailId: mail.id, state: 'settled', reason: 'it-arrived' });
  } else {
    endDecidedMail(tx, context, { mailId: mail.id, state: 'dropped', reason: 'tell-anew' });
  }
  logDecision(tx, context, mail, input.decision);
}

/**
 * Lets the next run try a mail again that the server refused in three runs.
 * @throws AppError 'not-found', also when it is not refused (any more)
 */
export function tryRefusedMailAgain(tx: WriteTx, context: CommandContext, mailId: number): void {
  const mail = readMail(tx, mailId, 'refused');
  resetRefusedRuns(tx, mail.id);
  logDecision(tx, context, mail, 'try-again');
}

function readMail(tx: WriteTx, mailId: number, state: 'uncertain' | 'refused'): DecidableMail {
  const mail = readDecidableMail(tx, mailId);
  if (mail === undefined || (mail.state !== state && state === 'refused')) {
    throw new AppError('not-found', { what: 'mail' });
  }
  if (mail.state !== state) throw new AppError('mail-not-uncertain', { mailId, state: mail.state });
  return mail;
}

function logDecision(tx: WriteTx, context: CommandContext, mail: DecidableMail, decision: string): void {
  for (const orderId of mail.orderIds) {
    logAction(tx, context, { what: 'mail-decided', orderId, details: { mailId: mail.id, decision } });
  }
}
