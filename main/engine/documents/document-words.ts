import type { Language } from '../../../shared/language.ts';
import { danish } from './wording/danish.ts';
import { dutch } from './wording/dutch.ts';
import { english } from './wording/english.ts';
import { german } from './wording/german.ts';
import type { DocumentWords } from './wording/language-words.ts';
import { norwegian } from './wording/norwegian.ts';
import { swedish } from './wording/swedish.ts';

const words: Readonly<Record<Language, DocumentWords>> = {
  en: english,
  no: norwegian,
  sv: swedish,
  da: danish,
  nl: dutch,
  de: german,
};

/** All words of documents in a language. */
export function documentWords(language: Language): DocumentWords {
  return words[language];
}
