import { randomUUID } from 'node:crypto';
import type { PublishedAccount } from '../../shared/my-page/protocol.ts';
import { writeAudit } from '../audit/audit-store.ts';
import { readCounter } from '../db/counter-store.ts';
import type { WriteTx } from '../db/store.ts';
import { queueMail } from '../mail/account-mail-store.ts';
import {
  type Account,
  findAccount,
  findAccountByDesktopId,
  findAccountByEmail,
  insertAccount,
  updateAccount,
} from './account-store.ts';
import { readDetails, writeDetails } from './details-store.ts';
import { deleteSessionsOf } from './session-store.ts';

export type AccountRejection = 'email-in-use' | 'site-account-belongs-to-another';
export type PublishAccountOutcome =
  | { readonly kind: 'stored'; readonly siteAccountId: string }
  | { readonly kind: 'older'; readonly siteAccountId: string; readonly version: number }
  | { readonly kind: 'rejected'; readonly siteAccountId: string | null; readonly reason: AccountRejection };

/**
 * Takes over what the desktop owns of an account: status, contact, user name. Language and mails are the customer's;
 * what the customer chose and the desktop has not fetched yet stays (domain.md 9.24). A version older than the one held
 * changes nothing: a request that comes late must not open what a newer one has closed.
 */
export async function publishAccount(
  tx: WriteTx,
  published: PublishedAccount,
  now: string,
): Promise<PublishAccountOutcome> {
  const known = await findKnown(tx, published);
  if (known?.desktopAccountId && known.desktopAccountId !== published.accountId) {
    return { kind: 'rejected', siteAccountId: known.id, reason: 'site-account-belongs-to-another' };
  }
  if (known && published.version !== undefined && published.version < known.version) {
    return { kind: 'older', siteAccountId: known.id, version: known.version };
  }
  const sameAddress = await findAccountByEmail(tx, published.email);
  if (sameAddress && sameAddress.id !== known?.id) {
    return { kind: 'rejected', siteAccountId: known?.id ?? null, reason: 'email-in-use' };
  }
  const account = merge(known, published, await readCounter(tx, 'enquiry-confirmed'));
  if (known) await updateAccount(tx, account);
  else await insertAccount(tx, account, now);
  if (known && known.status !== account.status) {
    await writeAudit(tx, 'account-status-changed', { at: new Date(now), accountId: account.id });
  }
  await announceStatus(tx, known, account, new Date(now));
  await publishDetails(tx, { published, known, accountId: account.id });
  if (account.status !== 'approved') await deleteSessionsOf(tx, account.id);
  return { kind: 'stored', siteAccountId: account.id };
}

/**
 * Tells the customer of a changed status, once per change. Whoever gets in without a password yet is invited to choose
 * one; whoever never had a part in it hears nothing.
 */
async function announceStatus(tx: WriteTx, known: Account | null, account: Account, now: Date): Promise<void> {
  if (known?.status === account.status) return;
  const mail = { accountId: account.id, guest: null, language: account.language };
  if (account.status !== 'approved') {
    if (known) await queueMail(tx, { kind: account.status, ...mail }, now);
    return;
  }
  const kind = account.passwordHash === null ? 'invitation' : 'approved';
  await queueMail(tx, { kind, ...mail, isAskedByShop: true }, now);
}

/** Takes over the details; what the customer proposed is settled once the desktop has fetched it and publishes others. */
async function publishDetails(
  tx: WriteTx,
  { published, known, accountId }: { published: PublishedAccount; known: Account | null; accountId: string },
): Promise<void> {
  const isChanged = known !== null && (known.name !== published.name || known.email !== published.email.trim());
  if (published.details === undefined && !isChanged) return;
  const details = await readDetails(tx, accountId);
  const isSettled = (details.proposed?.number ?? 0) <= (await readCounter(tx, 'enquiry-confirmed'));
  await writeDetails(tx, accountId, {
    known: published.details ?? details.known,
    proposed: isSettled ? null : details.proposed,
  });
}

async function findKnown(tx: WriteTx, published: PublishedAccount): Promise<Account | null> {
  const byDesktopId = await findAccountByDesktopId(tx, published.accountId);
  if (byDesktopId || published.siteAccountId === null) return byDesktopId;
  return findAccount(tx, published.siteAccountId);
}

function merge(known: Account | null, published: PublishedAccount, confirmedNumber: number): Account {
  const isChoiceUnderWay = known !== null && known.settingsNumber > confirmedNumber;
  return {
    id: known?.id ?? published.siteAccountId ?? randomUUID(),
    desktopAccountId: published.accountId,
    contactId: published.contactId,
    email: published.email.trim(),
    status: published.status,
    name: published.name,
    language: isChoiceUnderWay ? known.language : published.language,
    orderStatusMails: isChoiceUnderWay ? known.orderStatusMails : published.orderStatusMails,
    settingsNumber: known?.settingsNumber ?? 0,
    passwordHash: known?.passwordHash ?? null,
    deletionAskedAt: known?.deletionAskedAt ?? null,
    version: published.version ?? known?.version ?? 0,
  };
}
