/** The languages the program's windows come in. What customers read has languages of its own (shared/language.ts). */
export const programLanguages = ['en', 'nb'] as const;
export type ProgramLanguage = (typeof programLanguages)[number];

/** How this computer writes: the language of the windows, and the locale (BCP 47) of dates, numbers and amounts. */
export interface ProgramLocale {
  readonly language: ProgramLanguage;
  readonly region: string;
}

/** What staff may choose in View - Language; `system` follows the computer. */
export const languageChoices = ['system', ...programLanguages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

const norwegian = ['nb', 'nn', 'no'];

/** The window language for what the system prefers, best first: Norwegian of any kind is bokmål, anything else English. */
export function programLanguageFor(preferred: readonly string[]): ProgramLanguage {
  for (const locale of preferred) {
    const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
    if (norwegian.includes(language)) return 'nb';
    if (language === 'en') return 'en';
  }
  return 'en';
}
