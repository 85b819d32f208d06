import { strToU8, zipSync } from 'fflate';
import { writeCsv } from '../../../shared/csv.ts';
import { AppError } from '../../../shared/errors.ts';
import type { MadeFile } from '../../../shared/mails.ts';
import type { CommandContext } from '../db/context.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import type { OpenCompany } from '../session.ts';
import { markAddress } from './address-mark-store.ts';
import { noteCameBack } from './bounced-mail-store.ts';
import {
  type MailOfContact,
  readMailLogMonths,
  readMailsOfContact,
  readMessage,
  readNotToldOfContact,
  removeOldTexts,
} from './mail-log-store.ts';

/** One mail as an .eml file, byte by byte as it went out. @throws AppError 'not-found' when its text is not there any more */
export function mailAsFile(db: ReadDb, mailId: number): MadeFile {
  const message = readMessage(db, mailId);
  if (message === undefined || message.length === 0) throw new AppError('not-found', { what: 'mail' });
  return { name: `mail-${mailId}.eml`, bytes: new Uint8Array(message) };
}

/**
 * All that one customer was told, and was not told and why: every mail as .eml and two tables, in a zip.
 * @throws AppError 'not-found'
 */
export function exportOfCustomer(db: ReadDb, contactId: number): MadeFile {
  const contact = get<{ name: string }>(db, 'SELECT name FROM contact WHERE id = @contactId', { contactId });
  if (contact === undefined) throw new AppError('not-found', { what: 'contact' });
  const mails = readMailsOfContact(db, contactId);
  const files = mails
    .filter(({ message }) => message.length > 0)
    .map((mail) => [`mails/${fileNameOf(mail)}`, new Uint8Array(mail.message)]);
  const bytes = zipSync({
    'mails.csv': strToU8(mailTable(mails)),
    'not-told.csv': strToU8(notToldTable(db, contactId)),
    ...Object.fromEntries(files),
  });
  return { name: `${contact.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'customer'}.zip`, bytes };
}

function fileNameOf({ id, frozenAt, state }: MailOfContact): string {
  return `${frozenAt.slice(0, 10)} ${id} ${state}.eml`;
}

/** As a spreadsheet of any country opens it: codes and ISO times, the region is the computer's business. */
const region = 'en-GB';

function mailTable(mails: readonly MailOfContact[]): string {
  const head = [
    'file',
    'made',
    'to',
    'orders',
    'subject',
    'state',
    'reason',
    'settled',
    'reply',
    'came back',
    'answer',
  ];
  const rows = mails.map((mail) => [
    mail.message.length === 0 ? '' : fileNameOf(mail),
    mail.frozenAt,
    mail.address,
    mail.orders,
    mail.subject,
    mail.state,
    mail.reason,
    mail.settledAt ?? '',
    mail.reply,
    mail.cameBackAt ?? '',
    mail.cameBack,
  ]);
  return writeCsv([head, ...rows], region);
}

function notToldTable(db: ReadDb, contactId: number): string {
  const rows = readNotToldOfContact(db, contactId).map(({ at, webOrderNo, reason }) => [at, webOrderNo, reason]);
  return writeCsv([['run', 'order', 'reason'], ...rows], region);
}

/**
 * Staff know that a mail came back: noted on it, and its address is not written to until they lift the mark. Of a shop's copy it
 * is noted only: the address is the shop's own.
 * @throws AppError 'not-found' when no server has taken it, or that has been noted before
 */
export function mailCameBack(
  tx: WriteTx,
  context: CommandContext,
  { mailId, reason }: { readonly mailId: number; readonly reason: string },
): void {
  if (!noteCameBack(tx, { mailId, at: context.now, words: reason })) throw new AppError('not-found', { what: 'mail' });
  const text = `SELECT address FROM mail WHERE id = @mailId AND kind = 'order-status' AND address <> ''`;
  const mail = get<{ address: string }>(tx, text, { mailId });
  if (mail !== undefined) {
    markAddress(tx, context, { address: mail.address, replyCode: 0, enhancedCode: '', reply: reason });
  }
  logAction(tx, context, { what: 'mail-came-back', details: { mailId } });
}

const textsPerCommand = 500;

/** Removes texts older than the company keeps them, some at a time, so that a window asks in between. */
export async function forgetOldMails({ db, command }: Pick<OpenCompany, 'db' | 'command'>, now: Date): Promise<void> {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - readMailLogMonths(db));
  const old = { before: day.toISOString(), limit: textsPerCommand };
  while (command((tx) => removeOldTexts(tx, old)) === textsPerCommand) await new Promise(setImmediate);
}
