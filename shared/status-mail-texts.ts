import { z } from 'zod';
import { rowId } from './fields.ts';
import { type Language, language } from './language.ts';
import type { TextFault } from './text-fault.ts';

/** The placeholders that texts of order status e-mails may use, in the order in which they are offered. */
export const mailPlaceholders = [
  'customer_name',
  'order_numbers',
  'order_count',
  'website_name',
  'company_name',
  'my_page_link',
] as const;
export type MailPlaceholder = (typeof mailPlaceholders)[number];

/** What staff can write around the changes. Plain text with Liquid placeholders; blank lines make paragraphs. */
export const mailTextPlaces = ['subject', 'above', 'below'] as const;
export type MailTextPlace = (typeof mailTextPlaces)[number];
export type MailTextSource = Readonly<Record<MailTextPlace, string>>;

const subject = z.string().max(500);
const paragraphs = z.string().max(10_000);
const textRef = { websiteId: rowId, language };
export const mailTextRef = z.object(textRef);
/** Texts as they stand in the fields, stored or not. */
export const mailTextsTyped = z.object({ ...textRef, subject, above: paragraphs, below: paragraphs });
export type MailTextsTyped = z.infer<typeof mailTextsTyped>;
/** What is left out stays as it is sent. */
export const saveMailTextsInput = mailTextsTyped.partial({ subject: true, above: true, below: true });
export type SaveMailTexts = z.infer<typeof saveMailTextsInput>;

/** The texts of one language, as they are sent. */
export type MailTextsView = MailTextSource & {
  readonly language: Language;
  /** Staff wrote them; else they are the built-in ones. */
  readonly isOwn: boolean;
};

/** What the texts would be like: their faults, and a whole mail. A faulty text is shown in it as it is sent now. */
export type MailTextsLook = {
  readonly faults: readonly TextFault[];
  readonly sample: { readonly subject: string; readonly html: string; readonly plain: string };
};
