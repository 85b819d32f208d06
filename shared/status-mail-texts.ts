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
/** A built-in language, or one that the website added. */
const textLanguage = z.string().regex(/^[a-z]{2,3}$/);
const textRef = { websiteId: rowId, language: textLanguage };
export const mailTextRef = z.object(textRef);
/** Texts as they stand in the fields, stored or not. */
const word = z.object({ name: z.string().max(60), text: z.string().max(500) });
const texts = { subject, above: paragraphs, below: paragraphs };
export const mailTextsTyped = z.object({ ...textRef, ...texts, word: word.optional() });
export type MailTextsTyped = z.infer<typeof mailTextsTyped>;
/** What is left out stays as it is sent. */
export const saveMailTextsInput = z
  .object({ ...textRef, ...texts })
  .partial({ subject: true, above: true, below: true });
export type SaveMailTexts = z.infer<typeof saveMailTextsInput>;

/** An empty text takes the word away. */
export const saveWordInput = z.object({ ...textRef, ...word.shape });
export type SaveWord = z.infer<typeof saveWordInput>;
export const addLanguageInput = z.object({ ...textRef, basedOn: language });
export type AddLanguage = z.infer<typeof addLanguageInput>;

/** A word of a language that the website added. */
export type WordView = {
  readonly name: string;
  /** Empty while it is not written. */
  readonly text: string;
  /** How the built-in language says it. */
  readonly base: string;
  readonly placeholders: readonly string[];
  /** Those that a text has to show. */
  readonly needed: readonly string[];
};

/** A language that the website added. Mails are worded in it once nothing is missing. */
export type AddedLanguageView = {
  readonly basedOn: Language;
  /** How the built-in language says what stands around the changes. */
  readonly base: MailTextSource;
  readonly missing: number;
  readonly words: readonly WordView[];
};

/** The texts of one language, as they are sent. */
export type MailTextsView = MailTextSource & {
  readonly language: string;
  readonly added: AddedLanguageView | null;
  /** Staff wrote them; else they are the built-in ones. */
  readonly isOwn: boolean;
};

/** What the texts would be like: their faults, and a whole mail. A faulty text is shown in it as it is sent now. */
export type MailTextsLook = {
  readonly faults: readonly TextFault[];
  readonly sample: { readonly subject: string; readonly html: string; readonly plain: string };
};
