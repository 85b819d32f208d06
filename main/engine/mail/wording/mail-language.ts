import { formatDate, formatQuantity, locales } from '../../../../shared/formatting.ts';
import { type Language, languageFor, languageTags, primaryTag } from '../../../../shared/language.ts';
import { kept } from '../../../../shared/my-page/kept.ts';
import type { LanguageTexts } from './language-texts.ts';

/** A language that a shop added: its words as staff wrote them; numbers, dates, lists and plurals by Intl. */
export type AddedLanguage = {
  /** RFC 5646, such as "fi". */
  readonly tag: string;
  readonly texts: LanguageTexts;
};

/** Any language that mails can be worded in: one of the built-in ones, or one that a shop added. */
export type MailLanguage = Language | AddedLanguage;

/** What can be worded for a code such as "nb-NO" or "fi_FI", the built-in languages first; null when nothing is (domain.md 9.15). */
export function mailLanguageFor(code: string, added: ReadonlyMap<string, AddedLanguage>): MailLanguage | null {
  return languageFor(code) ?? added.get(primaryTag(code)) ?? null;
}

/** What the language is stored and told by. */
export function codeOf(language: MailLanguage): string {
  return typeof language === 'string' ? language : language.tag;
}

/** Tag for `lang` attributes and Content-Language. */
export function tagOf(language: MailLanguage): string {
  return typeof language === 'string' ? languageTags[language] : language.tag;
}

/** What Intl writes its numbers by. */
export function localeOf(language: MailLanguage): string {
  return typeof language === 'string' ? locales[language] : knownLocale(language.tag);
}

/** Intl takes the computer's language for one that it does not know: then English, so that all computers agree. */
export function knownLocale(tag: string): string {
  return Intl.NumberFormat.supportedLocalesOf([tag])[0] ?? locales.en;
}

/** Thousandths of a unit as a number. */
export function quantityIn(language: MailLanguage, milli: number): string {
  if (typeof language === 'string') return formatQuantity(milli, language);
  return numberFormat(language.tag).format(milli / 1000);
}

/** `YYYY-MM-DD` as a date; in no time zone. @throws Error for anything else */
export function dateIn(language: MailLanguage, date: string): string {
  if (typeof language === 'string') return formatDate(date, language);
  const instant = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(instant.getTime())) throw new Error(`Not a date: ${date}`);
  return dateFormat(language.tag).format(instant);
}

const numberFormat = kept((tag) => new Intl.NumberFormat(knownLocale(tag), { maximumFractionDigits: 3 }));
const dateFormat = kept(
  (tag) =>
    new Intl.DateTimeFormat(knownLocale(tag), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
