import { cleanText } from '../../../shared/clean-text.ts';
import {
  type CustomerFields,
  customerFieldNames,
  type ImportDecision,
  type ResultFields,
} from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import { emailOrEmpty } from '../../../shared/fields.ts';
import { writeAccount } from '../contacts/account-store.ts';
import { insertContact, writeContact } from '../contacts/contact-store.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { type DecidableEnquiry, incomingFields, siteAccountIdOf } from './assess-enquiry-service.ts';
import { foldText } from './compare-enquiry.ts';
import type { StoredEnquiry } from './enquiry-store.ts';
import { readRegisterCustomer } from './register-customer-store.ts';
import { accountOfContact, accountOfSite } from './website-account-store.ts';

type Decided = {
  readonly stored: StoredEnquiry;
  readonly read: DecidableEnquiry;
  readonly decision: ImportDecision;
};

/**
 * Makes the contact that an import is for, or takes the one that was chosen, and answers its id. Of a contact in the
 * register only chosen fields are overwritten (domain.md 9.18).
 *
 * @throws AppError 'not-found' for an unknown contact; 'bad-input' when changed details of an account would go to
 * a contact that the account does not belong to
 */
export function importCustomer(tx: WriteTx, context: CommandContext, decided: Decided): number {
  const { decision } = decided;
  if (decided.read.kind === 'changed-details') checkAccountBelongs(tx, decided);
  if (decision.kind === 'new') return newCustomer(tx, context, decided);
  const before = readRegisterCustomer(tx, decision.contactId);
  if (before === undefined) throw new AppError('not-found', { what: 'contact' });
  const fields = checkedFields(decision.fields);
  writeContact(tx, { ...fields, contactId: decision.contactId });
  if (fields.email !== undefined && fields.email !== '')
    renameAccount(tx, {
      websiteId: decided.stored.websiteId,
      contactId: decision.contactId,
      from: before.email,
      to: fields.email,
    });
  return decision.contactId;
}

function newCustomer(tx: WriteTx, context: CommandContext, { read, decision }: Decided): number {
  const incoming = incomingFields(read);
  const chosen = checkedFields(decision.fields);
  const fields = Object.fromEntries(
    customerFieldNames.map((name) => [name, chosen[name] ?? incoming[name]]),
  ) as CustomerFields;
  return insertContact(tx, context, {
    ...fields,
    name: [fields.name, fields.contactPerson, fields.email].find((name) => name !== '') ?? '?',
    // The register holds addresses that can be written to; the order keeps what the customer typed.
    email: emailOrEmpty.safeParse(fields.email).success ? fields.email : '',
    language: languageOf(read),
  });
}

function languageOf(read: DecidableEnquiry): string | null {
  if (read.kind === 'order') return read.order.language;
  return read.kind === 'registration' ? read.language : null;
}

/** What staff chose, once more as clean lines: the window is not trusted with the register. */
function checkedFields(fields: ResultFields): ResultFields {
  if (fields.email !== undefined && !emailOrEmpty.safeParse(fields.email).success)
    throw new AppError('bad-input', { field: 'email' });
  const chosen = customerFieldNames.flatMap((name) => {
    const value = fields[name];
    return value === undefined ? [] : [[name, cleanText(value)] as const];
  });
  if (chosen.some(([name, value]) => name === 'name' && value === ''))
    throw new AppError('bad-input', { field: 'name' });
  return Object.fromEntries(chosen);
}

function checkAccountBelongs(tx: WriteTx, { stored, read, decision }: Decided): void {
  const siteAccountId = siteAccountIdOf(read);
  const owner = siteAccountId === null ? undefined : accountOfSite(tx, stored.websiteId, siteAccountId)?.contactId;
  const chosen = decision.kind === 'link' ? decision.contactId : null;
  if (owner !== undefined && owner !== chosen)
    throw new AppError('bad-input', { field: 'decision', reason: 'account' });
}

/** A customer whose user name was the contact's address logs in, and is written to, with the new one. */
function renameAccount(
  tx: WriteTx,
  address: { readonly websiteId: number; readonly contactId: number; readonly from: string; readonly to: string },
): void {
  const account = accountOfContact(tx, address.websiteId, address.contactId);
  if (account === undefined || foldText(account.email) !== foldText(address.from)) return;
  writeAccount(tx, { accountId: account.id, email: address.to });
}
