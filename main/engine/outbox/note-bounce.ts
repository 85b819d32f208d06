import { isMailAddress, mailAddress } from '../contacts/mail-address.ts';
import { messageIdFor } from '../mail/freeze-message.ts';
import type { Bounce, FailedRecipient } from './bounce-in.ts';
import { addressCodes } from './smtp-reply.ts';

/** What is known of the mail whose random id a bounce names. */
export type MailThatMayBeBack = {
  readonly kind: 'order-status' | 'shop-copy';
  readonly randomId: string;
  readonly senderAddress: string;
  /** '' once its text was removed. */
  readonly address: string;
};

/** The random id in a Message-ID that could be one of ours (domain.md 9.16); null in any other. */
export function randomIdIn(messageId: string): string | null {
  return /^<(?<id>[\w-]{8,100})@[^@<>]+>$/.exec(messageId)?.groups?.id ?? null;
}

export type BounceEffect = {
  /** What the mail is noted with. */
  readonly words: string;
  /** The code for which its address is not written to any more; null: the mail is noted, no more. */
  readonly marksAddressFor: string | null;
};

/**
 * What a bounce does to the mail it names, or null: it does nothing unless it names that mail's own Message-ID and speaks of
 * its own recipient, so that nobody can forge one without having had the mail. An address is marked by the codes of domain.md
 * 9.12 only, and only where they speak of that address: not of the one that a customer has mails passed on to.
 */
export function effectOf(bounce: Bounce, mail: MailThatMayBeBack): BounceEffect | null {
  if (!isMailAddress(mail.senderAddress) || !isMailAddress(mail.address)) return null;
  if (messageIdFor(mail.randomId, mail.senderAddress).toLowerCase() !== bounce.messageId.toLowerCase()) return null;
  const address = mailAddress(mail.address).toLowerCase();
  const recipient = bounce.recipients.find((each) => isOf(each, address));
  if (recipient === undefined) return null;
  const isAboutIt = recipient.finalAddress === '' || recipient.finalAddress === address;
  const marks = mail.kind === 'order-status' && isAboutIt && addressCodes.has(recipient.code);
  return { words: recipient.words, marksAddressFor: marks ? recipient.code : null };
}

function isOf({ finalAddress, originalAddress }: FailedRecipient, address: string): boolean {
  return finalAddress === address || originalAddress === address;
}
