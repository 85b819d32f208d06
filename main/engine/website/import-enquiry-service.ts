import type { z } from 'zod';
import { type ImportEnquiryInput, type ImportOutcome, importEnquiryInput } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import type { Effects } from '../effects.ts';
import { logAction } from '../logging/log-store.ts';
import { type DecidableEnquiry, readStoredEnquiry } from './assess-enquiry-service.ts';
import { readEnquiry, type StoredEnquiry, settleEnquiry } from './enquiry-store.ts';
import { importCustomer } from './import-customer-service.ts';
import { importOrder } from './import-order-service.ts';
import { importRegistration } from './import-registration-service.ts';
import { publishAnew } from './website-account-store.ts';

export type ImportEffects = Pick<Effects, 'orderImported'>;

/**
 * Imports one waiting enquiry as staff (or Import all) decided: all of it in the caller's transaction, logged.
 *
 * @throws AppError 'enquiry-not-waiting', 'not-found', 'bad-input' for one that cannot be read,
 * 'web-order-no-taken', 'contact-has-account'
 */
export function importEnquiry(
  tx: WriteTx,
  context: CommandContext,
  { effects, ...given }: ImportEnquiryInput & { readonly effects: ImportEffects },
): ImportOutcome {
  const { enquiryId, ...decided } = importEnquiryInput.parse(given);
  return importRead(tx, context, { ...readWaiting(tx, enquiryId), ...decided, effects });
}

type ReadAndDecided = Pick<z.output<typeof importEnquiryInput>, 'decision' | 'accountStatus'> & {
  readonly stored: StoredEnquiry;
  readonly read: DecidableEnquiry;
  readonly effects: ImportEffects;
};

/** Imports an enquiry that was read in this transaction. @throws AppError as `importEnquiry` does */
export function importRead(tx: WriteTx, context: CommandContext, given: ReadAndDecided): ImportOutcome {
  const { stored, read, decision, accountStatus, effects } = given;
  const contactId = importCustomer(tx, context, { stored, read, decision });
  const orderId = read.kind === 'order' ? importOrder(tx, context, { stored, read, contactId, effects }) : null;
  if (read.kind === 'registration') importRegistration(tx, context, { stored, read, contactId, accountStatus });
  if (read.kind === 'changed-details') publishAnew(tx, stored.websiteId, read.siteAccountId);
  settleEnquiry(tx, context, { enquiryId: stored.id, state: 'imported', contactId, orderId });
  logAction(tx, context, {
    what: 'enquiry-imported',
    ...(orderId === null ? {} : { orderId }),
    details: {
      enquiryId: stored.id,
      kind: read.kind,
      contactId,
      decision: decision.kind,
      chosen: Object.keys(decision.fields),
    },
  });
  return { contactId, orderId };
}

function readWaiting(
  tx: WriteTx,
  enquiryId: number,
): { readonly stored: StoredEnquiry; readonly read: DecidableEnquiry } {
  const stored = readEnquiry(tx, enquiryId);
  if (stored.state !== 'waiting') throw new AppError('enquiry-not-waiting');
  const read = readStoredEnquiry(stored);
  if (read === null) throw new AppError('bad-input', { field: 'enquiry', reason: 'unreadable' });
  return { stored, read };
}

/** Rejects a waiting enquiry: nothing of it reaches the register. @throws AppError 'enquiry-not-waiting' */
export function rejectEnquiry(tx: WriteTx, context: CommandContext, enquiryId: number): void {
  const stored = readEnquiry(tx, enquiryId);
  const { kind } = stored;
  const read = readStoredEnquiry(stored);
  if (read?.kind === 'changed-details') publishAnew(tx, stored.websiteId, read.siteAccountId);
  settleEnquiry(tx, context, { enquiryId, state: 'rejected', contactId: null, orderId: null });
  logAction(tx, context, { what: 'enquiry-rejected', details: { enquiryId, kind } });
}
