import { z } from 'zod';
import { rowId } from './fields.ts';
import { type Language, language } from './language.ts';
import type { AccountMailPlaceholder, AccountMailWords } from './my-page/account-mail-texts.ts';
import { type AccountMailKind, accountMailKinds } from './my-page/protocol.ts';
import type { TextFault } from './text-fault.ts';

export type { AccountMailKind, AccountMailPlaceholder, AccountMailWords };

const accountMailRef = { websiteId: rowId, mail: z.enum(accountMailKinds), language };
export const accountMailTextRef = z.object(accountMailRef);
const accountMailWords = { subject: z.string().max(200), text: z.string().max(4000) };
/** What is left out stays as it is sent. */
export const saveAccountMailTextInput = z
  .object({ ...accountMailRef, ...accountMailWords })
  .partial({ subject: true, text: true });
export type SaveAccountMailText = z.infer<typeof saveAccountMailTextInput>;

/** A text as it stands in the fields, stored or not. */
export const accountMailTyped = z.object({ ...accountMailRef, ...accountMailWords });
export type AccountMailTyped = z.infer<typeof accountMailTyped>;
/** Its first fault, and what a customer would read; what is sent now while it is faulty. */
export type AccountMailLook = { readonly fault: TextFault | null; readonly sample: AccountMailWords };

/** One kind of mail in one language, as it is sent. */
export type AccountMailTextView = AccountMailWords & {
  readonly mail: AccountMailKind;
  readonly language: Language;
  /** Staff wrote it; else it is the built-in text. */
  readonly isOwn: boolean;
  /** What a customer would read, with made-up values. */
  readonly sample: AccountMailWords;
};

export type AccountMailsView = {
  /** What the texts may name, in the order in which they are shown. */
  readonly placeholders: readonly AccountMailPlaceholder[];
  readonly kinds: readonly {
    readonly mail: AccountMailKind;
    /** Of no use without the link. */
    readonly needsLink: boolean;
  }[];
  readonly texts: readonly AccountMailTextView[];
};

export const accountRef = z.object({ accountId: rowId });
/** The mail that My page sends: an invitation where no password was chosen yet. */
export type PasswordMailAsked = { readonly mail: 'invitation' | 'reset'; readonly to: string };
