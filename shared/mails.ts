import { z } from 'zod';
import type { NotToldReason } from './change.ts';
import type { ErrorCode } from './errors.ts';
import { rowId } from './fields.ts';
import { type MailState, mailStates } from './website-data.ts';

/** Why sending stopped before every mail had its try: the rest waits for the next run. */
export const stopCauses = [
  'mail-settings-incomplete',
  'secret-missing',
  'keychain-unavailable',
  'mail-server-unreachable',
  'mail-server-tls-failed',
  'mail-server-login-refused',
  'mail-server-refused-sender',
  'mail-server-refuses-recipients',
  'daily-limit',
  'mail-server-token-refused',
  'oauth-settings-incomplete',
  'oauth-not-signed-in',
  'oauth-sign-in-expired',
  'oauth-client-refused',
  'oauth-server-unreachable',
] as const satisfies readonly ErrorCode[];
export type StopCause = (typeof stopCauses)[number];

/** Why a mail stands where it stands: a short word of the program's own. */
export type MailReason =
  | ''
  /** waiting: the server said "later" */
  | 'server-deferred'
  /** waiting or, once the body had begun, uncertain */
  | 'line-lost'
  | 'cancelled'
  /** waiting: the run stopped before its first mail, for staff to look */
  | 'shown-first'
  | 'surge'
  | StopCause
  /** uncertain: the program was ended while the mail was under way */
  | 'program-stopped'
  /** uncertain or waiting: what became of the mail could not be written to the store */
  | 'not-written'
  /** refused */
  | 'recipient-refused'
  | 'address-refused'
  | 'malformed-address'
  | 'message-refused'
  /** settled or dropped by staff */
  | 'it-arrived'
  | 'tell-anew'
  /** dropped: a shop's copy about which nobody needs to decide */
  | 'copy-may-have-arrived';

/** Which mails a list shows, newest first; `beforeId` goes on where a page ended. */
export const mailListInput = z.object({
  orderId: rowId.optional(),
  contactId: rowId.optional(),
  runId: rowId.optional(),
  state: z.enum(mailStates).optional(),
  /** Only those that came back. */
  cameBack: z.literal(true).optional(),
  /** Found in the address, the subject or the customer's name, or as a web order no. */
  search: z.string().trim().max(200).default(''),
  beforeId: rowId.optional(),
  limit: z.int().min(1).max(500).default(100),
});
export type MailListInput = z.output<typeof mailListInput>;

export type MailListRow = {
  readonly id: number;
  readonly runId: number;
  readonly kind: 'order-status' | 'shop-copy';
  readonly contactId: number;
  readonly customerName: string;
  readonly address: string;
  readonly subject: string;
  /** That of the order or contact; where nothing is worded in it, the mail is in its substitute. */
  readonly language: string;
  readonly state: MailState;
  /** A short word of the program's own, such as 'tell-anew'; '' when the reply says it all. */
  readonly reason: string;
  readonly attempts: number;
  readonly replyCode: number | null;
  readonly reply: string;
  readonly frozenAt: string;
  readonly settledAt: string | null;
  /** When it was noted that it came back to the shop. */
  readonly cameBackAt: string | null;
  /** What the answer said. */
  readonly cameBack: string;
  readonly orders: readonly { readonly id: number; readonly webOrderNo: string }[];
};

/** One mail with its text as it went, or would go, out. */
export type MailDetails = MailListRow & {
  readonly html: string;
  readonly plain: string;
  readonly messageSource: string;
  /** For its age, or with its customer. */
  readonly isTextRemoved: boolean;
};

/** A run that told nothing of an order although something had changed. */
export type NotToldOfOrder = { readonly runId: number; readonly at: string; readonly reason: NotToldReason };

/** Staff know that a mail came back: its address is not written to until they lift the mark. */
export const cameBackInput = z.object({ mailId: rowId, reason: z.string().trim().min(1).max(500) });
export const mailsOfContact = z.object({ contactId: rowId });

/** A file that the engine made and the shell saves. */
export type MadeFile = { readonly name: string; readonly bytes: Uint8Array };
