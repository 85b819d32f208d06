import { sentenceFor } from '../main/engine/mail/wording/sentence-for.ts';
import { languageFor } from '../shared/language.ts';
import type { InboxMail } from './caught-mails.ts';
import type { MailOfRun } from './main-job-mails-store.ts';
import { textOf } from './site-visitor.ts';

/** A mail that arrived, with the rules that it tells of. */
export type ArrivedMail = {
  readonly to: string;
  readonly subject: string;
  readonly rules: readonly number[];
  readonly messageId: string;
};

/** The caught mail that a mail of the outbox became. */
export function caughtMailOf(mail: MailOfRun, inbox: readonly InboxMail[]): readonly InboxMail[] {
  return inbox.filter(({ messageId }) => messageId.startsWith(`<${mail.randomId}@`));
}

/** What is wrong with a mail as it arrived; empty when it is as the outbox says, once, in both of its parts. */
export function faultsOfMail(mail: MailOfRun, inbox: readonly InboxMail[]): readonly string[] {
  const name = `The mail to ${mail.address}`;
  if (mail.state !== 'accepted') return [`${name} is ${mail.state}`];
  const [caught, ...again] = caughtMailOf(mail, inbox);
  if (caught === undefined) return [`${name} did not arrive`];
  const faults: string[] = [];
  if (again.length > 0) faults.push(`${name} arrived ${again.length + 1} times`);
  if (caught.to !== mail.address) faults.push(`${name} went to ${caught.to}`);
  if (caught.subject !== mail.subject) faults.push(`${name} has the subject "${caught.subject}"`);
  const language = languageFor(mail.language) ?? 'en';
  const told = mail.orders.flatMap(({ webOrderNo, changes }) => [
    webOrderNo,
    ...changes.map((change) => sentenceFor(change, { language })),
  ]);
  return [...faults, ...missingIn(caught, told).map((text) => `${name} does not say: ${text}`)];
}

/** Which of some texts stand not in both parts of a mail. */
export function missingIn(mail: InboxMail, texts: readonly string[]): readonly string[] {
  const parts = [mail.plain.replace(/\s+/g, ' '), textOf(mail.html)];
  return texts.filter((text) => !parts.every((part) => part.includes(text)));
}

/** The rules that a mail tells of, each once. */
export function rulesOf(mail: MailOfRun): readonly number[] {
  return [...new Set(mail.orders.flatMap(({ changes }) => changes.map(({ rule }) => rule)))].sort((a, b) => a - b);
}
