import { labelsDa } from './labels-da.ts';
import { labelsDe } from './labels-de.ts';
import { labelsEn } from './labels-en.ts';
import { labelsNb } from './labels-nb.ts';
import { labelsNl } from './labels-nl.ts';
import { labelsSv } from './labels-sv.ts';

export type Labels = typeof labelsEn;

/** The languages My page has words for, each by its own name. */
export const pageLanguages = [
  { code: 'en', name: 'English' },
  { code: 'nb', name: 'Norsk' },
  { code: 'sv', name: 'Svenska' },
  { code: 'da', name: 'Dansk' },
  { code: 'nl', name: 'Nederlands' },
  { code: 'de', name: 'Deutsch' },
] as const;
export type PageLanguage = (typeof pageLanguages)[number]['code'];

export const allLabels: Readonly<Record<PageLanguage, Labels>> = {
  en: labelsEn,
  nb: labelsNb,
  sv: labelsSv,
  da: labelsDa,
  nl: labelsNl,
  de: labelsDe,
};

/** Our language for a code such as "de-AT"; both written forms of Norwegian are "nb". Null when we have no words. */
export function pageLanguageFor(languageCode: string): PageLanguage | null {
  const primary = languageCode.trim().toLowerCase().split('-')[0];
  if (primary === 'no' || primary === 'nn') return 'nb';
  return pageLanguages.find(({ code }) => code === primary)?.code ?? null;
}

/** The words for a language code; English where there are none. */
export function labelsFor(languageCode: string): Labels {
  return allLabels[pageLanguageFor(languageCode) ?? 'en'];
}

/** The language of ours that a browser likes best (RFC 9110 12.5.4), or null when it names none. */
export function preferredLanguage(acceptLanguage: string | undefined): PageLanguage | null {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(readWish);
  const [best] = wishes
    .flatMap(({ range, weight }) => {
      const code = pageLanguageFor(range);
      return code === null || !(weight > 0) ? [] : [{ code, weight }];
    })
    .sort((a, b) => b.weight - a.weight);
  return best?.code ?? null;
}

function readWish(text: string): { readonly range: string; readonly weight: number } {
  const [range = '', ...parameters] = text.split(';');
  const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
  return { range, weight: weight === undefined ? 1 : Number(weight) };
}
