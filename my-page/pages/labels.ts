import { labelsEn } from './labels-en.ts';
import { labelsNb } from './labels-nb.ts';

export type Labels = typeof labelsEn;

/** The languages My page has words for, each by its own name. */
export const pageLanguages = [
  { code: 'en', name: 'English' },
  { code: 'nb', name: 'Norsk' },
] as const;

/** The words for a language code; English where there are none yet. */
export function labelsFor(languageCode: string): Labels {
  return /^(nb|no|nn)\b/.test(languageCode) ? labelsNb : labelsEn;
}
