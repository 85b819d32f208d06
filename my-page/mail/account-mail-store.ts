import { randomUUID } from 'node:crypto';
import { type AccountMailKind, accountMailKinds, accountMailsWithLink } from '../../shared/my-page/protocol.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';
import type { AccountMailRow } from '../db/tables.ts';
import { daysBefore } from '../site/time.ts';

/** `dropped`: ended without going, since nobody needs it any more, or it was too old. */
export type MailState = 'queued' | 'sending' | 'accepted' | 'refused' | 'uncertain' | 'dropped';

/** Which order a guest asked for: one that was published, or one received and not handled yet. */
export type GuestOrder = { readonly orderId: string | null; readonly enquiryId: string | null };

export type QueuedMail = {
  readonly id: string;
  readonly kind: AccountMailKind;
  readonly accountId: string | null;
  readonly guest: (GuestOrder & { readonly email: string }) | null;
  /** Whose address is to be confirmed; null in mails about anything else. */
  readonly registrationId: string | null;
  readonly language: string;
  readonly isCopy: boolean;
  readonly isAskedByShop: boolean;
  /** How often it was begun, this time included. */
  readonly tries: number;
};

export type MailToQueue = Omit<QueuedMail, 'id' | 'tries' | 'isCopy' | 'isAskedByShop' | 'registrationId'> & {
  readonly registrationId?: string;
  readonly isCopy?: boolean;
  readonly isAskedByShop?: boolean;
};

/** Whether a mail carries a link that opens something, drawn anew at every try. */
export function hasOneTimeLink({ kind, isCopy }: Pick<QueuedMail, 'kind' | 'isCopy'>): boolean {
  return !isCopy && accountMailsWithLink.includes(kind);
}

/** After so long nobody waits for it any more: a server that was set up late sends no old news. */
const validDays: Readonly<Record<AccountMailKind, number>> = {
  'confirm-email': 1,
  pending: 7,
  approved: 14,
  declined: 14,
  invitation: 30,
  reset: 1,
  'password-changed': 7,
  'guest-order': 1,
};

/** Puts a mail into the outbox; it goes once the transaction has been committed. */
export async function queueMail(tx: WriteTx, mail: MailToQueue, now: Date): Promise<void> {
  await insertMail(tx, mail, { state: 'queued', now });
}

/**
 * The same work for an address that belongs to nobody: a row that says nothing and goes nowhere, so that neither time nor
 * the store's size tells who is a customer.
 */
export async function queueNothing(
  tx: WriteTx,
  kind: 'confirm-email' | 'reset' | 'guest-order',
  now: Date,
): Promise<void> {
  await insertMail(tx, { kind, accountId: null, guest: null, language: 'en' }, { state: 'dropped', now });
}

async function insertMail(
  tx: WriteTx,
  mail: MailToQueue,
  { state, now }: { readonly state: MailState; readonly now: Date },
): Promise<void> {
  const at = now.toISOString();
  await tx
    .insertInto('account_mail')
    .values({
      id: randomUUID(),
      kind: mail.kind,
      account_id: mail.accountId,
      guest_email: mail.guest?.email ?? null,
      order_id: mail.guest?.orderId ?? null,
      enquiry_id: mail.guest?.enquiryId ?? null,
      registration_id: mail.registrationId ?? null,
      language: mail.language,
      is_copy: mail.isCopy === true ? 1 : 0,
      is_asked_by_shop: mail.isAskedByShop === true ? 1 : 0,
      state,
      tries: 0,
      queued_at: at,
      next_try_at: at,
      ended_at: state === 'dropped' ? at : null,
    })
    .execute();
}

/** Whether a mail of that kind to that account waits already, its link not made yet. */
export async function isMailWaiting(db: ReadDb, accountId: string, kind: AccountMailKind): Promise<boolean> {
  const row = await db
    .selectFrom('account_mail')
    .select('id')
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('is_copy', '=', 0)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return row !== undefined;
}

/** Drops links that have not gone yet: what they were asked for is done, or must not happen any more. */
export async function dropLinkMailsOf(tx: WriteTx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('account_mail')
    .set({ state: 'dropped', ended_at: now.toISOString() })
    .where('account_id', '=', accountId)
    .where('kind', 'in', [...accountMailsWithLink])
    .where('state', '=', 'queued')
    .execute();
}

/** Whether there is anything to do. Takes no lock. */
export async function hasDueMail(db: ReadDb, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const row = await db
    .selectFrom('account_mail')
    .select('id')
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'queued'), eb('next_try_at', '<=', at)]),
        and([eb('state', '=', 'sending'), eb('claimed_until', '<=', at)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A mail that one sender has for itself until the lease runs out. */
export type Claim = { readonly mail: QueuedMail; readonly claim: string };

/** Takes the mail that is due longest, of those that no sender has; null when there is none. */
export async function claimDueMail(tx: WriteTx, now: Date, leaseUntil: Date): Promise<Claim | null> {
  await takeOverLeftMails(tx, now);
  for (;;) {
    const row = await tx
      .selectFrom('account_mail')
      .selectAll()
      .where('state', '=', 'queued')
      .where('next_try_at', '<=', now.toISOString())
      .orderBy('next_try_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (!row) return null;
    const mail = toMail({ ...row, tries: row.tries + 1 });
    if (mail === null || row.queued_at < daysBefore(now, validDays[mail.kind])) {
      await tx
        .updateTable('account_mail')
        .set(ended('dropped', null, now))
        .where('id', '=', row.id)
        .execute();
      continue;
    }
    const claim = randomUUID();
    await tx
      .updateTable('account_mail')
      .set({ state: 'sending', tries: mail.tries, claim, claimed_until: leaseUntil.toISOString(), body_begun_at: null })
      .where('id', '=', row.id)
      .execute();
    return { mail, claim };
  }
}

/**
 * A sender that was killed leaves its mail behind. One whose body had not begun is simply due again, and so is one with a
 * link: it gets a new link. Of any other nobody knows whether it went, and it is not sent twice.
 */
async function takeOverLeftMails(tx: WriteTx, now: Date): Promise<void> {
  const at = now.toISOString();
  const left = () => tx.updateTable('account_mail').where('state', '=', 'sending').where('claimed_until', '<=', at);
  await left()
    .set({ state: 'queued', next_try_at: at, claim: null, claimed_until: null })
    .where(({ or, and, eb }) =>
      or([eb('body_begun_at', 'is', null), and([eb('is_copy', '=', 0), eb('kind', 'in', [...accountMailsWithLink])])]),
    )
    .execute();
  await left()
    .set(ended('uncertain', null, now))
    .execute();
}

/** Notes that the body is about to leave. False when another sender has the mail by now. */
export async function beginBody(tx: WriteTx, { mail, claim }: Claim, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account_mail')
    .set({ body_begun_at: now.toISOString() })
    .where('id', '=', mail.id)
    .where('state', '=', 'sending')
    .where('claim', '=', claim)
    .where('claimed_until', '>', now.toISOString())
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends a mail. False when another sender has it by now. */
export async function endMail(
  tx: WriteTx,
  { mail, claim }: Claim,
  end: {
    readonly state: 'accepted' | 'refused' | 'uncertain' | 'dropped';
    readonly code: number | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account_mail')
    .set(ended(end.state, end.code, end.at))
    .where('id', '=', mail.id)
    .where('claim', '=', claim)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives a mail back until later. */
export async function putMailBack(
  tx: WriteTx,
  { mail, claim }: Claim,
  back: { readonly nextTryAt: Date; readonly code: number | null },
): Promise<void> {
  await tx
    .updateTable('account_mail')
    .set({
      state: 'queued',
      next_try_at: back.nextTryAt.toISOString(),
      claim: null,
      claimed_until: null,
      reply_code: back.code,
    })
    .where('id', '=', mail.id)
    .where('claim', '=', claim)
    .execute();
}

export async function deleteMailsEndedBefore(tx: WriteTx, instant: string): Promise<void> {
  await tx.deleteFrom('account_mail').where('ended_at', '<', instant).execute();
}

/** How the outbox stands, without addresses. */
export type MailView = Pick<AccountMailRow, 'kind' | 'state' | 'tries' | 'is_copy' | 'reply_code'>;

/** All mails, the oldest first. */
export async function listMails(db: ReadDb): Promise<readonly MailView[]> {
  return db
    .selectFrom('account_mail')
    .select(['kind', 'state', 'tries', 'is_copy', 'reply_code'])
    .orderBy('queued_at')
    .orderBy('id')
    .execute();
}

/** What remains of a mail that has ended: no address, no order. */
function ended(state: MailState, code: number | null, at: Date) {
  const over = { claim: null, claimed_until: null, guest_email: null, order_id: null, enquiry_id: null };
  return { state, reply_code: code, ended_at: at.toISOString(), ...over } as const;
}

/** Null for a kind that this program does not know. */
function toMail(row: AccountMailRow): QueuedMail | null {
  const kind = accountMailKinds.find((known) => known === row.kind);
  if (kind === undefined) return null;
  const order = { orderId: row.order_id, enquiryId: row.enquiry_id };
  return {
    id: row.id,
    kind,
    accountId: row.account_id,
    guest: row.guest_email === null ? null : { ...order, email: row.guest_email },
    registrationId: row.registration_id,
    language: row.language,
    isCopy: row.is_copy === 1,
    isAskedByShop: row.is_asked_by_shop === 1,
    tries: row.tries,
  };
}
