import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import type { WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { OpenCompany } from '../session.ts';
import { markAddress } from './address-mark-store.ts';
import { type Bounce, bounceIn } from './bounce-in.ts';
import { noteCameBack, readMailByRandomId } from './bounced-mail-store.ts';
import { effectOf, randomIdIn } from './note-bounce.ts';
import { openReturnBox, type ReturnBox } from './return-box-client.ts';
import { boxOf, whereToReadFrom } from './return-box-position.ts';
import { type ReturnBoxLimits, usualReturnBoxLimits } from './return-box-settings.ts';
import {
  readReturnBoxPosition,
  readReturnBoxSettings,
  type StoredReturnBox,
  writeReturnBoxPosition,
} from './return-box-store.ts';

type ReturnsRead = {
  /** Messages looked at, of so many. */
  readonly done: number;
  readonly of: number;
  /** Mails newly noted as back. */
  readonly cameBack: number;
};

export type ReadReturnsOptions = {
  readonly websiteId: number;
  readonly secrets: Secrets;
  readonly now: () => Date;
  /** Told after every commit; what was counted holds, however the reading ends. */
  readonly onProgress?: ((read: ReturnsRead) => void) | undefined;
  /** Stops reading; what is left is the next run's. */
  readonly signal?: AbortSignal | undefined;
  readonly limits?: ReturnBoxLimits | undefined;
};

const messagesPerCommit = 100;

/** Whether a website has a box in which mails that came back lie. */
export function hasReturnBox(company: Pick<OpenCompany, 'db'>, websiteId: number): boolean {
  return readReturnBoxSettings(company.db, websiteId) !== undefined;
}

/**
 * Reads what came into a website's return box since the last run, and notes the mails that came back, those of other websites
 * too. How far it was read is stored with what that led to: a run that is killed reads on from there.
 * @throws AppError of a ReturnBoxProblem, 'secret-missing' or 'keychain-unavailable'; what was noted before stays
 */
export async function readReturns(
  company: Pick<OpenCompany, 'db' | 'command'>,
  options: ReadReturnsOptions,
): Promise<void> {
  const stored = readReturnBoxSettings(company.db, options.websiteId);
  if (stored === undefined) return;
  const { limits = usualReturnBoxLimits, signal } = options;
  const password = await readReturnBoxPassword(stored, options.secrets);
  try {
    const box = await openReturnBox(stored.settings, password, { limits, signal });
    try {
      await readOn(company, box, { ...options, limits, name: boxOf(stored.settings) });
    } finally {
      await box.close();
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}

/** @throws AppError 'return-box-incomplete', 'secret-missing' or 'keychain-unavailable' */
export async function readReturnBoxPassword(
  { settings, secretAccount }: StoredReturnBox,
  secrets: Secrets,
): Promise<string> {
  if (settings.user === '') throw new AppError('return-box-incomplete');
  const password = await secrets.get(secretAccount);
  if (password === null || password === '') throw new AppError('secret-missing');
  return password;
}

type Reading = ReadReturnsOptions & { readonly limits: ReturnBoxLimits; readonly name: string };

async function readOn(company: Pick<OpenCompany, 'db' | 'command'>, box: ReturnBox, reading: Reading): Promise<void> {
  const { websiteId, limits, now, name } = reading;
  const endMs = now().getTime() + limits.readMs;
  const isOver = () => reading.signal?.aborted === true || now().getTime() > endMs;
  const position = { box: name, uidValidity: box.uidValidity };
  const from = whereToReadFrom(readReturnBoxPosition(company.db, websiteId), { ...position, at: now() });
  const found = await box.listUids(from);
  const uids = found.slice(0, limits.mostMessages);
  let done = 0;
  let cameBack = 0;
  while (done < uids.length) {
    const read = await readSome(box, uids.slice(done, done + messagesPerCommit), isOver);
    if (read.messages === 0) return;
    done += read.messages;
    const lastUid = uids[done - 1] ?? 0;
    cameBack += company.command((tx, context) => {
      writeReturnBoxPosition(tx, websiteId, { ...position, lastUid });
      return read.bounces.filter((bounce) => noteBounce(tx, context, bounce)).length;
    });
    reading.onProgress?.({ done, of: uids.length, cameBack });
  }
  if (uids.length < found.length) return;
  // Messages older than were looked for need not be looked for again
  const lastUid = Math.max(uids.at(-1) ?? 0, box.nextUid - 1, 'afterUid' in from ? from.afterUid : 0);
  company.command((tx) => writeReturnBoxPosition(tx, websiteId, { ...position, lastUid }));
}

/** Looks at messages one after the other until it is over; @returns how many of them, and the bounces among those. */
async function readSome(
  box: ReturnBox,
  uids: readonly number[],
  isOver: () => boolean,
): Promise<{ readonly messages: number; readonly bounces: readonly Bounce[] }> {
  const bounces: Bounce[] = [];
  if (isOver()) return { messages: 0, bounces };
  for (const uid of await box.findReports(uids)) {
    if (isOver()) return { messages: uids.indexOf(uid), bounces };
    const source = await box.readSource(uid);
    const bounce = source === null ? null : bounceIn(source);
    if (bounce !== null) bounces.push(bounce);
  }
  return { messages: uids.length, bounces };
}

/** @returns whether a mail was newly noted as back */
function noteBounce(tx: WriteTx, context: CommandContext, bounce: Bounce): boolean {
  const randomId = randomIdIn(bounce.messageId);
  const mail = randomId === null ? undefined : readMailByRandomId(tx, randomId);
  const effect = mail === undefined ? null : effectOf(bounce, mail);
  if (mail === undefined || effect === null) return false;
  if (!noteCameBack(tx, { mailId: mail.id, at: context.now, words: effect.words })) return false;
  if (effect.marksAddressFor !== null) {
    const enhancedCode = effect.marksAddressFor;
    markAddress(tx, context, { address: mail.address, replyCode: 0, enhancedCode, reply: effect.words });
  }
  logAction(tx, context, { what: 'mail-came-back', details: { mailId: mail.id } });
  return true;
}
