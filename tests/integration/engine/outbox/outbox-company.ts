import { randomUUID } from 'node:crypto';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import type { Secrets } from '../../../../main/engine/secrets/secrets.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { MailLimits } from '../../../../shared/mail-presets.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';

export type Setup = {
  readonly path?: string;
  readonly port: number;
  readonly user?: string;
  readonly security?: 'starttls' | 'tls' | 'none';
  readonly sessions?: number;
  readonly copyTo?: string;
  /** None where it is not said. */
  readonly limits?: Partial<MailLimits>;
};

/** A company with one customer and a website that sends over a server on this machine; run 1 has begun. */
export async function openOutboxCompany(setup: Setup): Promise<ReadDb> {
  const db = await openTestCompany(setup.path);
  inTransaction(db, (tx) => {
    run(
      tx,
      `UPDATE website SET smtp_host = '127.0.0.1', smtp_port = @port, smtp_security = @security, smtp_user = @user,
         smtp_sessions = @sessions, copy_to = @copyTo, smtp_per_minute = @perMinute, smtp_per_session = @perSession,
         smtp_per_day = @perDay WHERE id = 1`,
      {
        perMinute: 0,
        perSession: 0,
        perDay: 0,
        ...setup.limits,
        port: setup.port,
        security: setup.security ?? 'starttls',
        user: setup.user ?? '',
        sessions: setup.sessions ?? 3,
        copyTo: setup.copyTo ?? '',
      },
    );
    run(tx, `INSERT INTO contact(id, public_id, name, created_at) VALUES (1, 'c1', 'Ada', @now)`, {
      now: testContext.now,
    });
    run(tx, `INSERT INTO run(id, started_at, who, step) VALUES (1, @now, 'tester', 'running')`, {
      now: testContext.now,
    });
  });
  return db;
}

export type QueuedMail = { readonly to?: string; readonly subject?: string; readonly from?: string };

/** Queues a frozen mail without orders; its Message-ID carries its subject, so that a server's record can be read. */
export function queueMail(db: ReadDb, { to, subject = 'news', from = 'post@shop.example' }: QueuedMail = {}): number {
  const randomId = randomUUID();
  const address = to ?? `${randomId}@customer.example`;
  const message = `From: ${from}\r\nTo: ${address}\r\nSubject: ${subject}\r\nMessage-ID: <${randomId}@shop.example>\r\n\r\n.${subject}\r\n`;
  return inTransaction(db, (tx) => {
    const { lastId: mailId } = run(
      tx,
      `INSERT INTO mail(random_id, run_id, website_id, contact_id, kind, address, language, sender_address, subject, frozen_at, state)
       VALUES (@randomId, 1, 1, 1, 'order-status', @address, 'en', @from, @subject, @now, 'queued')`,
      { randomId, address, from, subject, now: testContext.now },
    );
    run(tx, `INSERT INTO mail_text(mail_id, message, html, plain) VALUES (@mailId, @message, '', '')`, {
      mailId,
      message: Buffer.from(message),
    });
    return mailId;
  });
}

export type StoredMail = {
  readonly id: number;
  readonly kind: string;
  readonly state: string;
  readonly journal: number;
  readonly attempts: number;
  readonly reason: string;
  readonly replyCode: number | null;
  readonly reply: string;
  readonly refusedRuns: number;
  readonly randomId: string;
  readonly settledAt: string | null;
};

const columns = `id, kind, state, journal, attempts, reason, reply_code AS replyCode, reply, refused_runs AS refusedRuns,
  random_id AS randomId, settled_at AS settledAt`;

export function storedMail(db: ReadDb, id: number): StoredMail {
  const row = get<StoredMail>(db, `SELECT ${columns} FROM mail WHERE id = @id`, { id });
  if (row === undefined) throw new Error(`No mail ${id}`);
  return row;
}

export function storedMails(db: ReadDb): readonly StoredMail[] {
  return all<StoredMail>(db, `SELECT ${columns} FROM mail ORDER BY id`);
}

/** Sets columns of the website beside what a setup names. */
export function setWebsite(db: ReadDb, columns: Readonly<Record<string, string | number>>): void {
  const sets = Object.keys(columns).map((column) => `${column} = @${column}`);
  inTransaction(db, (tx) => void run(tx, `UPDATE website SET ${sets.join(', ')} WHERE id = 1`, { ...columns }));
}

/** A keychain that holds one password, or that is not there. */
export function secretsWith(password: string | null | 'unavailable'): Secrets {
  const answer = async () => {
    if (password === 'unavailable') throw new AppError('keychain-unavailable');
    return password;
  };
  return { get: answer, set: async () => void (await answer()), delete: async () => void (await answer()) };
}
