import { z } from 'zod';

/** Languages that Orderbud words customer documents and mails in; `no` is Norwegian bokmål. */
export const languages = ['en', 'no', 'sv', 'da', 'nl', 'de'] as const;
export const language = z.enum(languages);
export type Language = (typeof languages)[number];

/** Tag for `lang` attributes and Content-Language (RFC 5646). */
export const languageTags: Readonly<Record<Language, string>> = {
  en: 'en',
  no: 'nb',
  sv: 'sv',
  da: 'da',
  nl: 'nl',
  de: 'de',
};

/** The language itself of a code such as "fi-FI" or "fi_FI": "fi". */
export function primaryTag(code: string): string {
  return code.trim().toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Language for a code such as "nb-NO", "de_AT" or "en"; null when nothing is worded in it. */
export function languageFor(code: string): Language | null {
  const primary = primaryTag(code);
  if (primary === 'nb' || primary === 'nn') return 'no';
  return languages.find((known) => known === primary) ?? null;
}
