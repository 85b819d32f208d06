import { createHash } from 'node:crypto';
import { cleanName } from '../../../shared/clean-text.ts';
import { domainOf, isMailAddress, mailAddress } from '../contacts/mail-address.ts';
import { mimeBytes } from './mime-bytes.ts';
import { safeLink } from './safe-link.ts';

/** A mail with all that decides its bytes. Names and the subject are cleaned; addresses must be mailable. */
export type MessageToFreeze = {
  /** The outbox row's own random id: letters, digits and `-`. Makes Message-ID and boundary (domain.md 9.16). */
  readonly randomId: string;
  readonly senderName: string;
  readonly senderAddress: string;
  /** Empty: answers go to the sender. */
  readonly replyTo: string;
  readonly toName: string;
  readonly to: string;
  readonly subject: string;
  /** Pictures in it are `data:` addresses; in the bytes they are parts of their own. */
  readonly html: string;
  readonly plain: string;
  /** Of its language (BCP 47). */
  readonly languageTag: string;
  /** When the mail is frozen, UTC, ISO 8601. */
  readonly date: string;
  readonly optOutUrl: string | null;
  /** The opt-out link obeys a POST without a click on a page (RFC 8058); https only. */
  readonly oneClick: boolean;
  /** PDFs that go with it. */
  readonly papers?: readonly { readonly filename: string; readonly content: Uint8Array }[];
  /** The last mail about the same order, where this one covers one order; else null. */
  readonly referencesRandomId: string | null;
};

const longestDisplayName = 120;
const longestSubject = 240;
const longestFilename = 80;

/**
 * Composes the exact bytes that every try of a mail sends (domain.md 9.16): CRLF, no line over 998 octets, text part
 * first (RFC 5322, RFC 2046 5.1.4). The same input gives the same bytes; nothing in it can add a header or a recipient.
 * @throws Error for an address that isMailAddress refuses, or an id or domain that no Message-ID can hold.
 */
export async function freezeMessage(message: MessageToFreeze): Promise<Buffer> {
  const optOutUrl = safeLink(message.optOutUrl);
  const { senderAddress, referencesRandomId } = message;
  const messageId = messageIdFor(message.randomId, senderAddress);
  const references = referencesRandomId === null ? null : messageIdFor(referencesRandomId, senderAddress);
  // Loaded by the first mail, not at the start of the program
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { html, pictures } = takeOutPictures(cleanBody(message.html), domainOf(mailAddress(senderAddress)));
  const composer = new MailComposer({
    from: { name: cleanName(message.senderName, longestDisplayName), address: mailAddress(senderAddress) },
    to: { name: cleanName(message.toName, longestDisplayName), address: mailAddress(message.to) },
    ...(isMailAddress(message.replyTo) ? { replyTo: mailAddress(message.replyTo) } : {}),
    subject: cleanName(message.subject, longestSubject),
    messageId,
    ...(references === null ? {} : { references, inReplyTo: references }),
    date: new Date(message.date),
    headers: { ...fixedHeaders(message.languageTag), ...(optOutUrl === null ? {} : optOutHeaders(optOutUrl, message)) },
    text: cleanBody(message.plain),
    html,
    attachments: [...pictures, ...(message.papers ?? []).map(asAttachment)],
    textEncoding: 'quoted-printable',
    newline: 'windows',
    baseBoundary: message.randomId,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mimeBytes(composer.compile());
}

function asAttachment({ filename, content }: NonNullable<MessageToFreeze['papers']>[number]) {
  return {
    filename: cleanName(filename, longestFilename),
    content: Buffer.from(content),
    contentType: 'application/pdf',
    contentDisposition: 'attachment' as const,
  };
}

/** As `statusMailHtml` writes a picture; no text can, since texts are escaped. */
const pictureInHtml = /src="data:(image\/(?:png|jpeg));base64,([A-Za-z0-9+/]+={0,2})"/g;

type MailPicture = {
  readonly cid: string;
  readonly filename: string;
  readonly content: Buffer;
  readonly contentType: string;
  readonly contentDisposition: 'inline';
};

/** Pictures become parts of the mail that its HTML refers to (RFC 2392): many clients show no others, and none is loaded. */
function takeOutPictures(
  html: string,
  domain: string,
): { readonly html: string; readonly pictures: readonly MailPicture[] } {
  const pictures = new Map<string, MailPicture>();
  const referring = html.replace(pictureInHtml, (_all, contentType: string, base64: string) => {
    const content = Buffer.from(base64, 'base64');
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 24);
    const cid = `picture-${digest}@${domain}`;
    const filename = contentType === 'image/png' ? 'logo.png' : 'logo.jpg';
    pictures.set(cid, { cid, filename, content, contentType, contentDisposition: 'inline' });
    return `src="cid:${cid}"`;
  });
  return { html: referring, pictures: [...pictures.values()] };
}

/** Message-ID of a mail, `<random id@the sender's domain>`. @throws Error when either part could not stand in one. */
export function messageIdFor(randomId: string, senderAddress: string): string {
  if (!/^[\w-]{8,100}$/.test(randomId)) throw new Error('Not a random id for a Message-ID');
  return `<${randomId}@${domainOf(mailAddress(senderAddress))}>`;
}

/** Says that no person wrote the mail, so that nobody's absence note answers it (RFC 3834), and its language. */
function fixedHeaders(languageTag: string): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': languageTag,
  };
}

function optOutHeaders(optOutUrl: string, { oneClick }: MessageToFreeze): Record<string, string> {
  const unsubscribe = { 'List-Unsubscribe': `<${optOutUrl}>` };
  // RFC 8058, 3.1: one click needs https.
  return oneClick && optOutUrl.startsWith('https:')
    ? { ...unsubscribe, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : unsubscribe;
}

/** Line breaks become one kind, CRLF in the end; other control characters (NUL first) make some servers refuse a mail. */
function cleanBody(body: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  const withoutControls = body.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  return withoutControls.replace(/\r\n?/g, '\n');
}
