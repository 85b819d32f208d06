import type { Language } from '../../../../shared/language.ts';
import type { OrderStatus } from '../../../../shared/order.ts';
import { danish } from './danish.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import type { LanguageTexts } from './language-texts.ts';
import type { MailLanguage } from './mail-language.ts';
import { norwegian } from './norwegian.ts';
import { swedish } from './swedish.ts';

const texts: Readonly<Record<Language, LanguageTexts>> = {
  en: english,
  no: norwegian,
  sv: swedish,
  da: danish,
  nl: dutch,
  de: german,
};

/** All words of a language. */
export function textsFor(language: MailLanguage): LanguageTexts {
  return typeof language === 'string' ? texts[language] : language.texts;
}

/** A status in a customer's words; Lost sale reads as Cancelled (domain.md 9.7). */
export function statusText(status: OrderStatus, language: MailLanguage): string {
  return textsFor(language).status[status];
}
