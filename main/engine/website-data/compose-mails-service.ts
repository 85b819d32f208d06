import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from '../db/database.ts';
import type { PlannedMail } from '../ledger/plan-mails.ts';
import type { StandingMail } from '../ledger/planning-store.ts';
import type { OpenCompany } from '../session.ts';
import { type FrozenMail, freezeMail, MailComposer } from './compose-mail.ts';
import type { MailSettings } from './mail-setting-store.ts';
import { isInOutbox } from './queue-store.ts';
import { frozenAsShown, keyOf, type ShownMails } from './shown-mails.ts';

export type ComposeParts = {
  readonly newUuid: () => string;
  readonly now: () => Date;
  readonly shown?: ShownMails | undefined;
  readonly onComposed?: ((done: number) => void) | undefined;
  /** Told of what was unforeseen in single mails; the others go on. */
  readonly onUnexpected?: ((error: unknown) => void) | undefined;
};

export type ReadyMail = { readonly fingerprint: string } & (
  | { readonly kind: 'made'; readonly frozen: FrozenMail }
  /** A run that stopped left it in the outbox with the bytes that staff were shown. */
  | { readonly kind: 'stopped'; readonly mailId: number }
  /** This run queued it before, and nothing of it has changed since. */
  | { readonly kind: 'queued'; readonly mailId: number }
);
const composeFaults = ['text-faulty', 'paper-not-built'] as const;
export type WhyNotComposed = (typeof composeFaults)[number] | 'not-worded';
/** A mail's bytes, or why it has none. */
export type ComposedMails = ReadonlyMap<PlannedMail, ReadyMail | WhyNotComposed>;

/** After so many mails the window's questions get their turn. */
const mailsInARow = 20;

/** Words mails and makes their bytes. What cannot be worded holds its own mails and blocks no other. */
export async function composeMails(
  company: OpenCompany,
  { mails, settings }: { readonly mails: readonly PlannedMail[]; readonly settings: MailSettings },
  parts: ComposeParts,
): Promise<ComposedMails> {
  const composer = new MailComposer(company.db, settings, company.today());
  const composed = new Map<PlannedMail, ReadyMail | WhyNotComposed>();
  for (const [index, mail] of mails.entries()) {
    if (index % mailsInARow === 0) await new Promise(setImmediate);
    try {
      composed.set(mail, await composeOne(company.db, composer, { mail, parts }));
    } catch (error) {
      const reason = composeFaults.find((code) => error instanceof AppError && error.code === code);
      if (reason !== 'text-faulty') parts.onUnexpected?.(error);
      composed.set(mail, reason ?? 'not-worded');
    }
    parts.onComposed?.(composed.size);
  }
  return composed;
}

/** Staff's look at a mail was a promise: what reads the same goes out in the bytes that they saw. */
async function composeOne(
  db: ReadDb,
  composer: MailComposer,
  { mail, parts }: { readonly mail: PlannedMail; readonly parts: ComposeParts },
): Promise<ReadyMail> {
  const worded = composer.word(mail);
  const { fingerprint } = worded;
  const only = onlyStanding(mail);
  if (only?.state === 'queued' && only.fingerprint === fingerprint) {
    return { kind: 'queued', fingerprint, mailId: only.mailId };
  }
  const shown = parts.shown?.get(keyOf(mail));
  const asShown = frozenAsShown(shown, fingerprint);
  if (asShown !== null && shown !== undefined) {
    if (shown.mailId !== null && shown.mailId === only?.mailId) {
      return { kind: 'stopped', fingerprint, mailId: shown.mailId };
    }
    // An id names one mail for ever, also one that this run queued before and replaced
    if (!isInOutbox(db, asShown.randomId)) return { kind: 'made', fingerprint, frozen: asShown };
  }
  const frozen = await freezeMail(db, worded, { randomId: parts.newUuid(), at: parts.now().toISOString() });
  return { kind: 'made', fingerprint, frozen };
}

/** The mail that stands for all orders of this one, where there is just one. */
function onlyStanding(mail: PlannedMail): StandingMail | null {
  const standing = new Map(mail.orders.flatMap((order) => order.standing).map((old) => [old.mailId, old]));
  return standing.size === 1 ? ([...standing.values()][0] ?? null) : null;
}
