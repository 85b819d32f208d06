import { z } from 'zod';

/** Languages that Orderbud words customer documents, mails and My page in: English and Norwegian (bokmål). */
export const languages = ['en', 'no'] as const;
export const language = z.enum(languages);
export type Language = (typeof languages)[number];

/** Tag for `lang` attributes and Content-Language (RFC 5646). */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', no: 'nb' };

/** Language for a code such as "nb-NO" or "en"; null when nothing is worded in it. */
export function languageFor(code: string): Language | null {
  const primary = code.trim().toLowerCase().split(/[-_]/)[0];
  if (primary === 'en') return 'en';
  return primary === 'no' || primary === 'nb' || primary === 'nn' ? 'no' : null;
}
