import {
  contentOf,
  contentTypeOf,
  fieldGroupsIn,
  fieldsOfMessageIn,
  type MimePart,
  partsOf,
  readMimePart,
  textOf,
} from './mime-part.ts';

/** A mail server's report that a mail it had taken will not arrive (RFC 3464). */
export type Bounce = {
  /** Of the mail that came back, `<id@domain>`. */
  readonly messageId: string;
  readonly recipients: readonly FailedRecipient[];
};

export type FailedRecipient = {
  /** Where the mail could not be put; '' when the report does not say. */
  readonly finalAddress: string;
  /** Where it was first sent to, when that is another; '' when the report does not say. */
  readonly originalAddress: string;
  /** 5.x.x, or 4.x.x of a server that gave up trying (RFC 3463). */
  readonly code: string;
  /** What the server said, for people: one line. */
  readonly words: string;
};

const longestAddress = 254;
const longestWords = 500;
const mostRecipients = 100;

/**
 * The bounce that a message is, or null for every other message: only a multipart/report with a delivery status in which a
 * recipient failed for good counts, and only when it names the mail it speaks of. Answers of people, of absent people and of
 * servers that write prose, delays and receipts are none. Never throws, whatever the bytes.
 */
export function bounceIn(source: Buffer): Bounce | null {
  const report = readMimePart(source);
  if (!isReportType(report.headers.get('content-type'))) return null;
  const parts = partsOf(report);
  const status = parts.find(isOfType(statusTypes));
  if (status === undefined) return null;
  const recipients = fieldGroupsIn(contentOf(status)).slice(0, mostRecipients).flatMap(failedRecipient);
  const messageId = messageIdOfReturned(parts) ?? messageIdAnswered(report);
  return messageId === null || recipients.length === 0 ? null : { messageId, recipients };
}

const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];
const returnedTypes = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];

/** Whether a message with this content type can be a bounce; all others are not even fetched. */
export function isReportType(contentType: string | undefined): boolean {
  const { type, parameter } = contentTypeOf(contentType);
  const reportType = parameter('report-type')?.toLowerCase() ?? 'delivery-status';
  return type === 'multipart/report' && (reportType === 'delivery-status' || reportType === 'global-delivery-status');
}

function isOfType(types: readonly string[]): (part: MimePart) => boolean {
  return ({ headers }) => types.includes(contentTypeOf(headers.get('content-type')).type);
}

/**
 * The action decides, as RFC 3464 has it: a mail that is still tried ("delayed") has not come back, one that was passed on or
 * delivered even less; "failed" with 4.x.x is a mail that a server tried until its queue's time was over.
 */
function failedRecipient(fields: ReadonlyMap<string, string>): readonly FailedRecipient[] {
  if (fields.get('action')?.split('(')[0]?.trim().toLowerCase() !== 'failed') return [];
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  const words = textOf(diagnostic, longestWords);
  const code = codeOf(fields.get('status') ?? '', words);
  if (code === null) return [];
  return [
    {
      finalAddress: addressOf(fields.get('final-recipient')),
      originalAddress: addressOf(fields.get('original-recipient')),
      code,
      words: words.includes(code) ? words : `${code} ${words}`.trim(),
    },
  ];
}

/** The status; where it says no more than "failed", the code that the server's own words hold. Null when it is no failure's. */
function codeOf(status: string, words: string): string | null {
  const code = /^[45]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(status)?.[0] ?? null;
  if (code !== '5.0.0') return code;
  return /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(words)?.[0] ?? code;
}

/** `rfc822; kari@customer.example`, also in angle brackets, in lower case. */
function addressOf(field = ''): string {
  const address = field.slice(field.indexOf(';') + 1).trim();
  return textOf(address.replace(/^<(.*)>$/, '$1'), longestAddress).toLowerCase();
}

function messageIdOfReturned(parts: readonly MimePart[]): string | null {
  const returned = parts.find(isOfType(returnedTypes));
  return returned === undefined ? null : lastIdIn(fieldsOfMessageIn(returned).get('message-id'));
}

/** Where nothing of the mail came back: what the report says that it answers. */
function messageIdAnswered({ headers }: MimePart): string | null {
  return lastIdIn(headers.get('in-reply-to')) ?? lastIdIn(headers.get('references'));
}

function lastIdIn(field = ''): string | null {
  return field.match(/<[^<>\s]{3,250}>/g)?.at(-1) ?? null;
}
