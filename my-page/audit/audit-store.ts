import { randomUUID } from 'node:crypto';
import type { ReadDb, WriteTx } from '../db/store.ts';

export const auditEvents = [
  'logged-in',
  'log-in-refused',
  'code-asked',
  'code-refused',
  'recovery-code-used',
  'second-factor-on',
  'second-factor-off',
  'second-factor-removed',
  'recovery-codes-made',
  'logged-out',
  'logged-out-everywhere',
  'session-ended',
  'password-link-made',
  'password-mail-asked',
  'password-set',
  'password-changed',
  'password-change-refused',
  'registration-asked',
  'registered',
  'details-proposed',
  'guest-order-opened',
  'data-downloaded',
  'deletion-asked',
  'account-status-changed',
  'account-erased',
  'key-made',
  'key-revoked',
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** Whose doing it was: an account's, or the key's of the desktop or a storefront. No name, no address. */
export type AuditSubject = { readonly accountId?: string; readonly keyId?: string };
export type AuditEntry = {
  readonly at: string;
  readonly event: string;
  readonly accountId: string | null;
  readonly keyId: string | null;
};

/** Writes down, in the transaction of the deed itself, that it was done. */
export async function writeAudit(tx: WriteTx, event: AuditEvent, subject: AuditSubject & { at: Date }): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      id: randomUUID(),
      at: subject.at.toISOString(),
      event,
      account_id: subject.accountId ?? null,
      key_id: subject.keyId ?? null,
    })
    .execute();
}

/** The latest entries, newest first. */
export async function readAudit(db: ReadDb, limit: number): Promise<readonly AuditEntry[]> {
  return db
    .selectFrom('audit')
    .select(['at', 'event', 'account_id as accountId', 'key_id as keyId'])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function deleteAuditBefore(tx: WriteTx, instant: string): Promise<void> {
  await tx.deleteFrom('audit').where('at', '<', instant).execute();
}
