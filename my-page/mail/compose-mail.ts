import MailComposer from 'nodemailer/lib/mail-composer';
import type { AccountMailWords } from '../../shared/my-page/account-mail-texts.ts';
import { cleanName } from '../../shared/my-page/clean-text.ts';
import { domainOf, isMailAddress, mailAddress } from './mail-address.ts';
import { type MailLook, mailHtml } from './mail-html.ts';

export type MailToCompose = {
  /** Letters, digits, `-` and `.`: the left side of its Message-ID. */
  readonly id: string;
  readonly kind: string;
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  /** Empty: answers go to the sender. */
  readonly replyTo: string;
  readonly to: string;
  /** Rendered. */
  readonly words: AccountMailWords;
  /** The link in the text, or empty. */
  readonly link: string;
  readonly look: Omit<MailLook, 'subject'>;
};

const longestName = 120;

/**
 * The bytes of a mail: text as it was written, HTML made from it. The customer's name stands in no header, and nothing
 * in any value can add a header or a receiver. @throws Error for an address that isMailAddress refuses
 */
export function composeMail(mail: MailToCompose): Promise<Buffer> {
  const { words, look } = mail;
  const composer = new MailComposer({
    from: { name: cleanName(mail.from.name, longestName), address: mailAddress(mail.from.address) },
    to: { name: '', address: mailAddress(mail.to) },
    ...(isMailAddress(mail.replyTo) && { replyTo: { name: '', address: mailAddress(mail.replyTo) } }),
    subject: words.subject,
    messageId: `<${mail.id}@${domainOf(mail.from.address)}>`,
    date: mail.date,
    headers: {
      // No person wrote it: absence notes do not answer (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': look.language,
      // Lets a shop sort the copies it gets.
      'X-My-Page-Mail': mail.kind,
    },
    text: words.text,
    html: mailHtml(words.text, mail.link, { ...look, subject: words.subject }),
    textEncoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
